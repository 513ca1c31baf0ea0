// What had the focus may be gone, as a button is that led to an article, or switched off by its own
// press. The browser would begin anew at the top of the page; here the focus goes on near by.

const PANE = ".st-key-reading", REST_MS = 200;

// The first of these in the pane, also in a component's own tree.
function firstIn(root, selector) {
  for (const one of root.querySelectorAll("*")) {
    const found = one.shadowRoot ? firstIn(one.shadowRoot, selector) : one.matches(selector) && one.checkVisibility() && one;
    if (found) return found;
  }
  return null;
}

function keepFocus(signal) {
  let isReading = false, timer = 0;
  const goOn = () => {
    const pane = document.querySelector(PANE);
    if (!isReading || !pane || document.activeElement !== document.body) return;
    const target = firstIn(pane, "mark[aria-current]") || firstIn(pane, "h2, h3");
    if (!target) return;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  const watcher = new MutationObserver(() => {
    if (!isReading || document.activeElement !== document.body) return;
    clearTimeout(timer);
    timer = setTimeout(goOn, REST_MS);
  });
  watcher.observe(document.querySelector(".stMain"), { childList: true, subtree: true });
  document.addEventListener("focusin", ({ target }) => { isReading = Boolean(target.closest(PANE)); }, { signal });
  // A reader who clicks beside everything wants nothing to have the focus.
  document.addEventListener("pointerdown", () => { isReading = false; }, { signal, capture: true });
  signal.addEventListener("abort", () => { clearTimeout(timer); watcher.disconnect(); });
}

// The control beside the one that has gone; better one after it than one before.
function beside(gone) {
  for (let box = gone.parentElement; box; box = box.parentElement) {
    const others = stops(box), isAfter = (one) => gone.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (others.length) return others.find(isAfter) || others.at(-1);
  }
  return null;
}

// A button may be switched off by its own press, or drawn anew with other words.
function keepPressed(signal) {
  let pressed = null, key = "", timer = 0;
  const isLost = () => pressed && (pressed.disabled || !pressed.isConnected);
  const goOn = () => {
    if (!isLost() || ![document.body, pressed].includes(document.activeElement)) return;
    const now = pressed.isConnected ? pressed : key && document.querySelector(`.${CSS.escape(key)} button`);
    const next = now && (now.disabled ? beside(now) : now);
    if (next) next.focus();
  };
  const watcher = new MutationObserver(() => {
    if (!isLost()) return;
    clearTimeout(timer);
    timer = setTimeout(goOn, REST_MS);
  });
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", ({ target }) => {
    pressed = target.closest(".stButton button");
    key = pressed ? [...pressed.closest(".stElementContainer").classList].find((name) => name.startsWith("st-key-")) : "";
  }, { signal });
  document.addEventListener("pointerdown", () => { pressed = null; }, { signal, capture: true });
  signal.addEventListener("abort", () => { clearTimeout(timer); watcher.disconnect(); });
}

export default function () {
  const listening = new AbortController();
  leadIntoPopovers(listening.signal);
  tendSidebar(listening.signal);
  keepFocus(listening.signal);
  keepPressed(listening.signal);
  return () => listening.abort();
}
