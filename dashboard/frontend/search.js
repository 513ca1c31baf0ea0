// What a search found; a place or a passage is chosen with a click or a key.
// All text is set with textContent: nothing in an article can become markup or code.
// data: {notes, reset, places: [{place, name, about, counts, alias}], placesLeft,
//        passages: [{article, start, title, meta, pieces: [{text, found}]}], more}

const PLACES_AT_ONCE = 5;

function listed(...children) {
  const made = element("li");
  made.append(...children);
  return made;
}

function place(data, ask) {
  const made = button("place", "", () => ask({ ask: "place", place: data.place }));
  made.dataset.place = data.place;
  const words = element("span");
  words.append(element("b", "", data.name), element("small", "", data.about));
  made.append(words, element("small", "counts", data.counts));
  if (data.alias) made.append(element("small", "alias", data.alias));
  return listed(made);
}

function places(data, ask) {
  const list = element("ul"), items = data.places.map((one) => place(one, ask)), rest = items.splice(PLACES_AT_ONCE);
  list.append(...items);
  if (!rest.length) return [element("h3", "", "Places"), list];
  const more = listed(button("plain", `Show ${rest.length} more places`, () => {
    more.replaceWith(...rest);
    rest[0].querySelector("button").focus();
    if (data.placesLeft) list.append(listed(element("small", "", `And ${data.placesLeft.toLocaleString("en-GB")} more; search for more of the name.`)));
  }));
  list.append(more);
  return [element("h3", "", "Places"), list];
}

function passage(data, ask) {
  const text = element("p", "text");
  for (const piece of data.pieces) text.append(piece.found ? element("mark", "", piece.text) : document.createTextNode(piece.text));
  const made = listed(
    button("open", data.title, () => ask({ ask: "open", article: data.article, start: data.start })),
    element("p", "meta", data.meta), text,
  );
  made.className = "passage";
  made.dataset.article = data.article;
  return made;
}

function notes(data, ask) {
  const made = data.notes.map((one) => element("p", "note", one));
  if (data.reset) {
    const reset = element("p");
    reset.append(button("plain", "Reset filters", () => ask({ ask: "reset" })));
    made.push(reset);
  }
  return made;
}

// On a phone the results are below the map; a search that was just typed leads down to them.
function leadThere(root) {
  const { host } = root.getRootNode(), pane = host && host.closest(".st-key-reading"), typed = document.activeElement;
  if (!pane || !matchMedia("(max-width: 640px)").matches || !typed || !typed.closest(".st-key-headline-tools")) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".results");
  const ask = (asked) => setTriggerValue("asked", asked);
  const { passages, more, ...above } = data;
  const written = JSON.stringify(above), rows = passages.map((one) => JSON.stringify(one));
  const isLonger = root.written === written && root.rows.every((row, at) => row === rows[at]);
  const known = isLonger ? root.rows.length : 0;
  if (!isLonger) {
    root.list = element("ol");
    root.replaceChildren(...notes(data, ask), ...(data.places.length ? places(data, ask) : []));
    if (passages.length) root.append(element("h3", "", "Passages"), root.list);
    leadThere(root);
  }
  const added = passages.slice(known).map((one) => passage(one, ask));
  if (root.list) root.list.append(...added);
  const old = root.querySelector("button.more"), wasFocused = old && old.matches(":focus");
  if (old) old.remove();
  if (more) root.append(button("plain more", more, () => ask({ ask: "more" })));
  if (isLonger && wasFocused && added.length) added[0].querySelector("button").focus();
  Object.assign(root, { written, rows });
  if (!root.lighting || root.lighting.signal.aborted) {
    root.lighting = new AbortController();
    lightWhatIsNamed(root, "[data-place]", root.lighting.signal);
  }
  return () => { root.lighting.abort(); light(null); };
}
