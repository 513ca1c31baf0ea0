// The guided look: one step at a time, in a panel of the page that covers nothing. Which step the
// reader is at, or that the look was left, is kept in the browser for the visit.
// The part of the page that a step tells of is named on the page's root and outlined by guide.css.
// data: {offered, asked}

const KEPT = "dateline-guide", LEFT = "left";
const page = document.documentElement;

function kept() {
  try { return sessionStorage.getItem(KEPT); } catch { return null; }
}

function keep(written) {
  try { sessionStorage.setItem(KEPT, written); } catch { /* A browser that keeps nothing offers it again. */ }
}

function stepIn(panel, written) {
  const at = Math.trunc(Number(written)) || 0;
  return Math.min(Math.max(at, 0), panel.steps.length - 1);
}

const isLast = (panel, at) => at === panel.steps.length - 1;

function show(panel, at) {
  panel.at = at;
  panel.hidden = false;
  panel.steps.forEach((step, number) => { step.hidden = number !== at; });
  panel.back.disabled = at === 0;
  panel.on.textContent = isLast(panel, at) ? "Done" : "Go on";
  page.dataset.datelineGuide = panel.steps[at].dataset.part;
  keep(String(at));
}

// The focus stays where it is pressed again; a screen reader reads out the step that appears.
function turn(panel, at) {
  show(panel, at);
  if (panel.back.disabled) panel.on.focus();
}

function open(panel) {
  show(panel, 0);
  panel.steps[0].focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

function leave(panel) {
  panel.hidden = true;
  delete page.dataset.datelineGuide;
  keep(LEFT);
  const opener = document.querySelector("[data-dateline-guide=open]");
  if (opener) opener.focus({ preventScroll: true });
}

function begin(panel) {
  panel.steps = [...panel.querySelectorAll(".step")];
  panel.back = panel.querySelector(".back");
  panel.on = panel.querySelector(".on");
  panel.back.addEventListener("click", () => turn(panel, panel.at - 1));
  panel.on.addEventListener("click", () => (isLast(panel, panel.at) ? leave(panel) : turn(panel, panel.at + 1)));
  panel.leave = panel.querySelector(".leave");
  panel.leave.addEventListener("click", () => leave(panel));
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(panel); });
}

export default function ({ data, parentElement }) {
  const panel = parentElement.querySelector(".dl-guide");
  if (!panel.steps) {
    begin(panel);
    const at = kept();
    if (at !== null && at !== LEFT) show(panel, stepIn(panel, at));
    else if (at === null && data.offered) show(panel, 0);
  }
  if (data.asked) open(panel);
  const pressed = (event) => { if (event.target.closest("[data-dateline-guide=open]")) open(panel); };
  document.addEventListener("click", pressed);
  return () => {
    document.removeEventListener("click", pressed);
    if (!panel.isConnected) delete page.dataset.datelineGuide;
  };
}
