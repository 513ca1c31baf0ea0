// Passages and whole articles with their mentions marked; a mark is asked why it stands where it does.
// All text is set with textContent: nothing in an article can become markup or code.
// data: as made by reading_pane.py. How the reader moves through it is in walking.js, the answers
// are in why.js, what copies changed in copies.js, element and button in elements.js; all one module.

function mark(piece, explain) {
  const made = element("mark", piece.role, piece.text), tag = element("span", "role", piece.tag);
  made.append(tag);
  made.dataset.start = piece.start;
  if (piece.place) made.dataset.place = piece.place;
  made.title = piece.place && piece.told !== piece.text ? piece.told + " (" + piece.tag + "): why here?"
    : piece.place ? "Why here? (" + piece.tag + ")" : piece.told;
  made.setAttribute("aria-label", piece.text + ", " + piece.tag);
  made.setAttribute("role", "button");
  made.tabIndex = 0;
  made.addEventListener("click", () => explain(piece.start));
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    explain(piece.start);
  });
  return made;
}

function paragraph(data, explain) {
  const made = element("p", "");
  made.dir = "auto";
  for (const piece of data.pieces) made.append(piece.role ? mark(piece, explain) : document.createTextNode(piece.text));
  if (!data.why) return made;
  const both = element("div", "passage");
  both.append(made, button("why-here", data.why, () => explain(data.start)));
  return both;
}

// What is not the article's own words: told why, and taken back in at the reader's word.
function stretch(data, tell) {
  const made = element("div", "stretch"), head = element("p", "stretch-head");
  head.append(element("span", "", data.reason + (data.names ? " · " + data.names : "")));
  const take = button("take", "Take it back in", () => tell.ask("take in", data.start));
  take.dataset.stretch = data.start;
  take.setAttribute("aria-label", "Take it back in: " + data.reason);
  head.append(take);
  made.append(head, ...data.paragraphs.map((one) => paragraph(one, tell.explain)));
  return made;
}

function aside(data, tell) {
  const [first, ...others] = data.stretches;
  if (data.open && !others.length) {
    const made = stretch({ ...first, reason: data.words, names: "" }, tell);
    made.className = "aside";
    return made;
  }
  const made = element("details", "aside");
  made.open = data.open;
  made.append(element("summary", "", data.words), ...data.stretches.map((one) => stretch(one, tell)));
  return made;
}

function takenIn(data, tell) {
  const made = element("div", "taken-in"), head = element("p", "stretch-head");
  head.append(element("span", "", "Back in the article, this visit; was taken for " + data.reason));
  const put = button("take", "Put it back", () => tell.ask("put back", data.start));
  put.dataset.stretch = data.start;
  head.append(put);
  made.append(head, ...data.paragraphs.map((one) => paragraph(one, tell.explain)));
  return made;
}

function block(data, tell) {
  if (data.kind === "aside") return aside(data, tell);
  return data.kind === "taken in" ? takenIn(data, tell) : paragraph(data, tell.explain);
}

function group(data, send, isWhole) {
  const made = element("article", ""), first = data.blocks.find((one) => one.start !== null && one.kind === "paragraph");
  const tell = {
    ask: (ask, start) => send(ask, data.article, start),
    explain: (start) => send("explain", data.article, start),
  };
  const open = () => send("open", data.article, first ? first.start : null);
  made.dataset.article = data.article;
  const title = element(isWhole ? "h2" : "h3", "", data.titleOpens ? "" : data.title);
  title.dir = "auto";
  if (data.titleOpens) title.append(button("title", data.title, open));
  made.append(title, element("p", "meta", data.meta));
  if (data.note) made.append(element("p", "note", data.note));
  made.append(...data.blocks.map((one) => block(one, tell)));
  if (data.also) made.append(also(data.also, send));
  // The article's own words, not ours around them, are in its language.
  if (data.lang) for (const one of made.querySelectorAll("[dir=auto]")) one.lang = data.lang;
  if (data.open) made.append(button("open", data.open, open));
  return made;
}

function showState(root, { chosen, at }) {
  for (const one of root.querySelectorAll(".text mark")) {
    if (one.dataset.place) one.setAttribute("aria-pressed", String(one.dataset.place === chosen));
  }
  for (const one of root.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
  const explained = markAt(root, at);
  if (explained) explained.setAttribute("aria-current", "true");
}

function markAt(root, at) {
  if (!at) return null;
  const holds = [...root.querySelectorAll("article")].find((one) => one.dataset.article === at.article);
  return holds ? holds.querySelector('mark[data-start="' + Number(at.start) + '"]') : null;
}

function refocus(target) {
  const closed = target.closest("details");
  if (closed) closed.open = true;
  target.focus({ preventScroll: true });
}

// What the reader has opened, or shut, stays so.
function write(root, data, send) {
  const was = new Map([...root.querySelectorAll("details [data-stretch]")].map((one) => [one.dataset.stretch, one.closest("details").open]));
  root.querySelector(".text").replaceChildren(...data.groups.map((one) => group(one, send, data.whole)));
  for (const one of root.querySelectorAll("details [data-stretch]")) {
    if (was.has(one.dataset.stretch)) one.closest("details").open = was.get(one.dataset.stretch);
  }
  if (data.more) root.querySelector(".text").append(button("more", data.more, () => send("more", "", null)));
}

function furnish(root) {
  const top = element("div", "top"), said = element("p", "said");
  said.setAttribute("role", "status");
  top.append(element("div", "bar"), element("section", "why"));
  root.replaceChildren(top, element("div", "text"), said);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reading");
  if (!root.querySelector(".text")) furnish(root);
  const { chosen, at, why, ...content } = data, written = JSON.stringify(content);
  const send = (ask, article, start) => {
    root.dataset.asked = start;
    setTriggerValue("asked", { ask, article, start });
  };
  const isNew = root.dataset.written !== written;
  if (isNew) {
    const focused = root.getRootNode().activeElement, wasTaking = focused && focused.classList.contains("take");
    write(root, data, send);
    root.dataset.written = written;
    const taken = wasTaking && root.querySelector('[data-stretch="' + root.dataset.asked + '"]');
    if (taken) refocus(taken);
  }
  showState(root, data);
  showWhy(root.querySelector(".why"), why, { send, isWhole: data.whole });
  return walk(root, data);
}
