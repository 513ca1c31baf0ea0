// The sidebar where it lies over the page, as on a phone: the focus goes into it and back to its
// button, and it is put away when the reader leaves it. Streamlit only slides it in and out.
// One module with popovers.js and lost_focus.js.

const SIDEBAR = '[data-testid="stSidebar"]', EXPAND = '[data-testid="stExpandSidebarButton"]';
const COLLAPSE = '[data-testid="stSidebarCollapseButton"] button', TO_PAGE = '[data-testid="stSidebarNavLink"]';
const BEHIND = '[data-testid="stMain"], [data-testid="stHeader"]';
// Each of these takes Escape for itself.
const OPENED = '[role="listbox"], [role="dialog"], [role="tooltip"]';
// Where Streamlit lays the sidebar over the page.
const OVERLAID = matchMedia("(max-width: 768px)");

const overPage = () => (OVERLAID.matches ? document.querySelector(`${SIDEBAR}[data-collapsed="false"]`) : null);

function putAway() {
  const collapse = overPage()?.querySelector(COLLAPSE);
  if (collapse) collapse.click();
}

// Into what was opened; back to the button, unless the reader has already gone elsewhere.
function leadWith(sidebar, until = Date.now() + PATIENCE_MS) {
  const { activeElement } = document, isOpened = sidebar.dataset.collapsed === "false";
  if (activeElement !== document.body && sidebar.contains(activeElement) === isOpened) return;
  const target = isOpened ? stops(sidebar)[0] : document.querySelector(EXPAND);
  if (target) target.focus({ preventScroll: true });
  else if (Date.now() < until) setTimeout(() => leadWith(sidebar, until), AGAIN_MS);
}

function tendSidebar(signal) {
  const slides = new MutationObserver(([{ target }]) => {
    // A press outside takes the focus there only after it has been heard.
    if (OVERLAID.matches) setTimeout(() => leadWith(target));
  });
  slides.observe(document.body, { subtree: true, attributeFilter: ["data-collapsed"] });
  signal.addEventListener("abort", () => slides.disconnect());

  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !document.querySelector(OPENED)) putAway();
  }, { signal, capture: true });
  document.addEventListener("click", ({ target }) => {
    if (target.closest(TO_PAGE)) setTimeout(putAway);
  }, { signal });
  document.addEventListener("focusin", ({ target }) => {
    if (target.closest(BEHIND)) putAway();
  }, { signal });
  // The map is a page of its own: what is pressed there is not heard here.
  addEventListener("blur", () => {
    if (document.activeElement?.closest(`:is(${BEHIND}) iframe`)) putAway();
  }, { signal });
}
