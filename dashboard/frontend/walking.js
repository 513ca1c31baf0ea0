// Moving through the text: from mention to mention, with the map beside it, and to what was chosen.
// How it speaks to the map is in on_map.js.

const FOLLOW = "dateline-follow", SETTLED_MS = 180;
const isPhone = () => window.matchMedia("(max-width: 640px)").matches;
const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const isFollowing = () => following;

// A browser that keeps nothing forgets it with the page.
let following = true;
try { following = window.sessionStorage.getItem(FOLLOW) !== "off"; } catch { /* It stays on. */ }

function setFollowing(wanted) {
  following = wanted;
  try { window.sessionStorage.setItem(FOLLOW, wanted ? "on" : "off"); } catch { /* See above. */ }
}

// The box that scrolls the text: the pane, or on a phone the page.
function scrollerOf(root) {
  const pane = root.getRootNode().host.closest(".st-key-reading-text");
  const scrolls = pane && /auto|scroll/.test(getComputedStyle(pane).overflowY);
  return scrolls ? pane : document.querySelector(".stMain");
}

const isOwn = (scroller) => scroller.matches(".st-key-reading-text");
const marksOf = (root) => [...root.querySelectorAll(".text mark")].filter((one) => one.checkVisibility());

// Called with every change of the data; what it returns is called when the pane goes away.
function walk(root, data) {
  if (!root.walking || root.walking.signal.aborted) listen(root);
  root.isWhole = data.whole;
  showBar(root, data.whole);
  goWhereItIs(root, data);
  return () => { root.walking.abort(); light(null); follow(null); };
}

function listen(root) {
  const walking = (root.walking = new AbortController()), { signal } = walking;
  lightWhatIsNamed(root, "mark[data-place]", signal);
  root.addEventListener("keydown", (event) => {
    const by = { n: 1, p: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    step(root, by);
    root.current.focus({ preventScroll: true });
  }, { signal });
  document.addEventListener("dateline-marker", ({ detail }) => {
    for (const one of root.querySelectorAll("mark[data-place]")) one.classList.toggle("lit", one.dataset.place === detail);
  }, { signal });
  followScrolling(root, signal);
  // What comes to have the focus is never beneath what stays above the text.
  const top = root.querySelector(".top"), covering = new ResizeObserver(() => root.style.setProperty("--covered", top.offsetHeight + "px"));
  covering.observe(top);
  signal.addEventListener("abort", () => covering.disconnect());
}

// ---- from mention to mention

function showBar(root, isWhole) {
  const bar = root.querySelector(".bar");
  bar.hidden = !isWhole;
  if (!isWhole || bar.children.length) return;
  const turn = (by, text, name) => {
    const made = button("turn", text, () => step(root, by));
    made.setAttribute("aria-label", name);
    made.title = name + " (" + (by > 0 ? "N" : "P") + ")";
    return made;
  };
  const wanted = button("switch", "Map follows the reading", () => {
    setFollowing(!isFollowing());
    wanted.setAttribute("aria-checked", String(isFollowing()));
    root.followNow();
  });
  wanted.setAttribute("role", "switch");
  wanted.setAttribute("aria-checked", String(isFollowing()));
  bar.append(turn(-1, "‹", "Previous name"), element("span", "count"), turn(1, "›", "Next name"), wanted);
}

function step(root, by) {
  const marks = marksOf(root);
  if (!marks.length) return;
  const at = marks.indexOf(root.current), edge = root.querySelector(".top").getBoundingClientRect().bottom;
  const below = marks.findIndex((one) => one.getBoundingClientRect().top >= edge), from = below < 0 ? marks.length : below;
  const next = at >= 0 ? at + by : by > 0 ? from : from - 1, number = (next + marks.length) % marks.length;
  if (root.current) root.current.classList.remove("current");
  root.current = marks[number];
  root.current.classList.add("current");
  reveal(root, root.current);
  light(root.current.dataset.place || null);
  root.querySelector(".count").textContent = number + 1 + " of " + marks.length;
  root.querySelector(".said").textContent = number + 1 + " of " + marks.length + ": " + root.current.getAttribute("aria-label");
  root.hasWalked = true;
}

function count(root) {
  const marks = marksOf(root), at = marks.indexOf(root.current), where = root.querySelector(".count");
  for (const one of root.querySelectorAll(".turn")) one.disabled = !marks.length;
  if (where) where.textContent = at < 0 ? marks.length + (marks.length === 1 ? " name" : " names") : at + 1 + " of " + marks.length;
}

// ---- to what was chosen

function reveal(root, target, { behavior = isCalm() ? "auto" : "smooth" } = {}) {
  const scroller = scrollerOf(root), view = scroller.getBoundingClientRect(), seen = target.getBoundingClientRect();
  const from = Math.max(root.querySelector(".top").getBoundingClientRect().bottom, view.top) + 12;
  if (seen.top >= from && seen.bottom <= Math.min(view.bottom, innerHeight) - 12) return;
  const share = isOwn(scroller) ? 0.5 : 0.62, wanted = Math.max(view.top + scroller.clientHeight * share, from);
  scroller.scrollTo({ top: scroller.scrollTop + seen.top - wanted, behavior });
}

// A new text begins at its top, or at the mention it was opened for. Nothing moves at the first
// sight of a page: a link shows what it was copied from.
function goWhereItIs(root, data) {
  const text = data.whole ? "article " + data.groups[0].article : data.chosen ? "place " + data.chosen : "";
  const at = data.at ? data.at.article + " " + data.at.start : "", before = window.datelineRead;
  const isNewText = root.dataset.shown !== text, isNewHere = !before || before.text !== text;
  const isAsked = isNewText || root.dataset.at !== at;
  window.datelineRead = { text };
  Object.assign(root.dataset, { shown: text, at });
  if (isNewText) root.current = null;
  const explained = markAt(root, data.at), own = explained && root.dataset.asked === String(data.at.start);
  if (explained) root.current = explained;
  for (const one of root.querySelectorAll("mark.current")) if (one !== root.current) one.classList.remove("current");
  count(root);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const goesTo = explained && isAsked && !(own && !isNewText), scroller = scrollerOf(root);
    if (isNewText) { root.hasWalked = false; follow(null); }
    if (before && isAsked && text && !(goesTo && data.whole && isPhone())) bringPane(isNewHere);
    if (goesTo) openTo(root, explained, data.whole);
    else if (isNewText && isOwn(scroller)) scroller.scrollTo({ top: 0 });
  }));
}

// The page may still be finding its shape: the mention is looked for again, until the reader moves
// or has scrolled by the bar. Where the shape did not change, nobody else has scrolled.
const AGAIN_MS = [0, 250, 800, 1600];

function openTo(root, target, isWhole) {
  const closed = target.closest("details:not([open])");
  if (closed) { closed.open = true; count(root); }
  if (!isWhole && root.querySelector(".text mark") === target) return;
  const { signal } = root.walking, scroller = scrollerOf(root);
  let left = null, isReaders = false;
  const find = () => {
    isReaders = isReaders || (left && (root.hasWalked || (left.height === scroller.scrollHeight && left.top !== scroller.scrollTop)));
    if (!target.isConnected || signal.aborted || isReaders) return;
    reveal(root, target, { behavior: "auto" });
    left = { top: scroller.scrollTop, height: scroller.scrollHeight };
  };
  for (const later of AGAIN_MS) setTimeout(find, later);
}

// On a phone the reading is below the map; elsewhere only a table far below has it out of sight.
function bringPane(isNewHere) {
  const pane = document.querySelector(".st-key-reading");
  if (!pane) return;
  const { top } = pane.getBoundingClientRect(), isOut = top < -80 || top > innerHeight * 0.6;
  if (isPhone() ? isNewHere : isOut) pane.scrollIntoView({ block: "start", behavior: isCalm() ? "auto" : "smooth" });
}

// ---- the map beside it

function followScrolling(root, signal) {
  const seen = new Set();
  let watcher = null, watched = null, timer = 0;
  const watch = () => {
    if (watched === root.dataset.written + isPhone()) return;
    watched = root.dataset.written + isPhone();
    if (watcher) watcher.disconnect();
    seen.clear();
    const scroller = scrollerOf(root), top = isOwn(scroller) ? 0 : -280;
    watcher = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
    }, { root: isOwn(scroller) ? scroller : null, rootMargin: top + "px 0px 0px 0px" });
    for (const one of root.querySelectorAll(".text mark[data-place]")) watcher.observe(one);
  };
  root.followNow = () => {
    if (!root.isWhole || !root.isConnected) return;
    watch();
    const here = isFollowing() && root.hasWalked ? marksOf(root).filter((one) => seen.has(one)).map((one) => one.dataset.place) : [];
    follow(here.length ? [...new Set(here)] : null);
  };
  const walked = () => { root.hasWalked = true; };
  const settle = ({ target }) => {
    if (!root.isWhole || !(target.contains && target.contains(root.getRootNode().host))) return;
    watch();
    clearTimeout(timer);
    timer = setTimeout(root.followNow, SETTLED_MS);
  };
  for (const kind of ["wheel", "touchmove", "keydown"]) document.addEventListener(kind, walked, { signal, passive: true, capture: true });
  document.addEventListener("scroll", settle, { signal, capture: true, passive: true });
  signal.addEventListener("abort", () => { clearTimeout(timer); if (watcher) watcher.disconnect(); });
}
