// Passages and whole articles with their mentions marked; a mark chooses its place on the map.
// All text is set with textContent: nothing in an article can become markup or code.
// data: {chosen, more, groups: [{article, title, meta, open, paragraphs: [{aside, pieces}]}]}

const ROLE_WORDS = { location: "location", actor: "actor", demonym: "people" };

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function press(target, act) {
  target.addEventListener("click", act);
  target.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}

function mark(piece, choose) {
  const made = element("mark", piece.place ? piece.role : "unresolved", piece.text);
  const role = ROLE_WORDS[piece.role];
  made.append(element("span", "role", piece.place ? role : "not placed"));
  if (!piece.place) {
    made.title = "Not placed: " + piece.unresolved;
    return made;
  }
  made.dataset.place = piece.place;
  made.tabIndex = 0;
  made.setAttribute("role", "button");
  made.title = piece.name === piece.text ? "Show on the map (" + role + ")" : piece.name + ": show on the map (" + role + ")";
  press(made, () => choose(piece.place));
  return made;
}

function paragraph(data, choose) {
  const made = element("p", "");
  for (const piece of data.pieces) {
    made.append(piece.role ? mark(piece, choose) : document.createTextNode(piece.text));
  }
  return made;
}

// What is not the article's own words stands together, and says so.
function paragraphs(data, choose) {
  const made = [];
  let aside = null;
  for (const one of data) {
    if (one.aside && !aside) {
      aside = element("aside", "");
      aside.append(element("p", "meta", "From the page around the article, not mapped:"));
      made.push(aside);
    }
    if (!one.aside) aside = null;
    (aside || { append: (p) => made.push(p) }).append(paragraph(one, choose));
  }
  return made;
}

function group(data, tell) {
  const made = element("article", "");
  made.dataset.article = data.article;
  made.append(element("h3", "", data.title), element("p", "meta", data.meta));
  if (data.note) made.append(element("p", "note", data.note));
  made.append(...paragraphs(data.paragraphs, tell.choose));
  if (data.open) {
    const open = element("button", "open", data.open);
    open.type = "button";
    press(open, () => tell.open(data.article));
    made.append(open);
  }
  return made;
}

function showChosen(root, chosen) {
  for (const one of root.querySelectorAll("mark[data-place]")) {
    one.setAttribute("aria-pressed", String(one.dataset.place === chosen));
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reading");
  const { chosen, ...content } = data;
  const written = JSON.stringify(content);
  if (root.dataset.written !== written) {
    const tell = {
      choose: (place) => setTriggerValue("chosen", place),
      open: (article) => setTriggerValue("opened", article),
    };
    root.replaceChildren(...data.groups.map((one) => group(one, tell)));
    if (data.more) {
      const more = element("button", "more", data.more);
      more.type = "button";
      press(more, () => setTriggerValue("more", true));
      root.append(more);
    }
    root.dataset.written = written;
  }
  showChosen(root, chosen);
}
