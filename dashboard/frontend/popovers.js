// The keyboard's way into a popover and out of it. Streamlit draws a popover at the end of the page
// and leaves the focus on its button, so that Tab would lead past what has just opened.
// One module with sidebar.js and lost_focus.js.

const BODY = '[data-testid="stPopoverBody"]', BUTTON = '[data-testid="stPopoverButton"]';
const STOPS = "a[href], button:not(:disabled), input, textarea, summary";
const PATIENCE_MS = 3000, AGAIN_MS = 50;

// Everything that can have the focus, in order; also what is in a component's own tree.
function stops(root) {
  return [...root.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? stops(one.shadowRoot) : one.matches(STOPS) && one.checkVisibility() ? [one] : []));
}

const focused = (root = document) => { const one = root.activeElement; return one && one.shadowRoot ? focused(one.shadowRoot) : one; };
const isOpen = (button) => button.getAttribute("aria-expanded") === "true";

function enter(until = Date.now() + PATIENCE_MS) {
  const body = document.querySelector(BODY), [first] = body ? stops(body) : [];
  if (first) first.focus();
  else if (Date.now() < until) setTimeout(() => enter(until), AGAIN_MS);
}

// Back to where it was opened, once it is gone: on a slow machine it takes its time.
function leaveFor(opener, until = Date.now() + PATIENCE_MS) {
  if (!document.querySelector(BODY)) opener.focus();
  else if (Date.now() < until) setTimeout(() => leaveFor(opener, until), AGAIN_MS);
}

function leadIntoPopovers(signal) {
  let opener = null;
  // A button pressed with the keyboard is clicked without a pointer.
  document.addEventListener("click", ({ target, detail }) => {
    const button = target.closest(BUTTON);
    if (!button) return;
    opener = button;
    if (detail === 0 && !isOpen(button)) enter();
  }, { signal, capture: true });
  document.addEventListener("keydown", (event) => {
    const body = document.querySelector(BODY);
    if (!body || !opener) return;
    const within = body.contains(event.target), all = stops(body), at = all.indexOf(focused());
    if (event.key === "Escape" && within) {
      setTimeout(() => leaveFor(opener), AGAIN_MS);
    } else if (event.key !== "Tab") return;
    else if (event.target === opener && !event.shiftKey && all.length) {
      event.preventDefault();
      all[0].focus();
    } else if (within && event.shiftKey && at <= 0) {
      event.preventDefault();
      opener.focus();
    } else if (within && !event.shiftKey && at === all.length - 1) {
      opener.focus();
      opener.click();  // Left behind, it would cover what comes next.
    }
  }, { signal, capture: true });
}
