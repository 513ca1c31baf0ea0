// What a part of the page asks of the map beside it, which is another document: static/attention.js.

function onMap(act) {
  const frame = document.querySelector(".st-key-map iframe"), map = frame && frame.contentWindow.Dateline;
  if (map) act(map);
}

const light = (id) => onMap((map) => map.light && map.light(id));
const follow = (ids) => onMap((map) => map.follow && map.follow(ids));

// The place that the mouse or the keyboard is on stands out on the map, until the signal ends it.
// A focus that only went on from a button that was clicked says nothing.
function lightWhatIsNamed(root, selector, signal) {
  const placeOf = ({ target }) => { const one = target.closest && target.closest(selector); return one ? one.dataset.place : null; };
  root.addEventListener("pointerover", (event) => light(placeOf(event)), { signal });
  root.addEventListener("pointerleave", () => light(null), { signal });
  root.addEventListener("focusin", (event) => { if (event.target.matches(":focus-visible")) light(placeOf(event)); }, { signal });
  root.addEventListener("focusout", () => light(null), { signal });
}
