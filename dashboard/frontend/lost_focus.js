// What had the focus in the reading pane may be gone, as a button is that led to an article. The
// browser would begin anew at the top of the page; here the focus goes on at what came instead.

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

export default function () {
  const listening = new AbortController();
  leadIntoPopovers(listening.signal);
  tendSidebar(listening.signal);
  keepFocus(listening.signal);
  return () => listening.abort();
}
