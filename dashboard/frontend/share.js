// The link to the view and its citation, made here: only the browser knows its own address (also
// behind a base path), where the map stands (static/ writes it as datelinePosition), and the day.
// data: {query: {name: [values]}, citation, note}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function link(query) {
  const made = new URLSearchParams();
  for (const [name, values] of Object.entries(query)) for (const value of values) made.append(name, value);
  const position = new URLSearchParams(location.search).get("at") || window.datelinePosition;
  if (position) made.set("at", position);
  return `${location.origin}${location.pathname}?${made.toString().replaceAll("%2C", ",")}`;
}

function today() {
  const now = new Date();
  return `${now.getDate()} ${MONTHS[now.getMonth()]} ${now.getFullYear()}`;
}

// Without the clipboard (a page that is not served securely has none) the browser copies what is
// selected; where it refuses that too, the text stays selected for the reader's own keys.
async function copied(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".share"), find = (selector) => root.querySelector(selector);
  root.data = data;
  const write = () => {
    const made = link(root.data.query);
    if (find(".link").value !== made) find(".link").value = made;
    find(".citation").value = `${root.data.citation} Accessed ${today()}, ${made}`;
  };
  find(".note").textContent = data.note;
  find(".said").textContent = "";
  write();
  if (root.isReady) return;
  root.isReady = true;
  // The map may have been moved since.
  root.addEventListener("pointerenter", write);
  root.addEventListener("focusin", write);
  for (const field of [find(".link"), find(".citation")]) field.addEventListener("focus", () => field.select());
  for (const button of root.querySelectorAll(".copy")) {
    button.addEventListener("click", async () => {
      write();
      const done = await copied(find(`.${button.dataset.copies}`));
      if (done) button.focus();
      find(".said").textContent = done ? (button.dataset.copies === "link" ? "Link copied" : "Citation copied") : "Selected: press Ctrl+C, or ⌘C, to copy";
    });
  }
}
