// The map that opens from disk: its places, and the passages of the chosen one beside it.
// Signs, groups and areas are drawn by static/*.js; what the list is built of is in elements.js.
(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data"), dark = matchMedia("(prefers-color-scheme: dark)");
  const side = document.getElementById("side");

  // ---- the map

  const map = L.map("map", { minZoom: 0, maxZoom: 11, zoomSnap: 0.25, worldCopyJump: true, preferCanvas: true, trackResize: false });
  const group = L.featureGroup().addTo(map);

  const paint = () => Dateline.paint(map, dark.matches ? "dark" : "light");

  // A sign that is clicked tells its page what it tells the dashboard's.
  window.Streamlit = { setComponentValue: ({ chosen }) => choose(chosen) };

  function draw(chosen) {
    group.clearLayers();
    Dateline.draw(map, group, { ...data.drawing, chosen });
  }

  // ---- the places and their passages

  function passage(pieces) {
    const made = element("p", "");
    pieces.forEach((piece, at) => made.append(at % 2 ? element("mark", "", piece) : document.createTextNode(piece)));
    return made;
  }

  function article(one) {
    const made = element("article", ""), title = element("h3", "", one.url ? "" : one.title);
    if (one.url) {
      const link = element("a", "", one.title);
      link.href = one.url;
      link.rel = "noopener noreferrer";
      title.append(link);
    }
    made.append(title, element("p", "meta", one.meta), ...one.passages.map(passage));
    return made;
  }

  function showPassages(heading, about, articles) {
    const back = button("", "← All places", () => choose(null));
    side.replaceChildren(back, element("h2", "", heading), element("p", "meta", about), ...articles.map(article));
    side.scrollTop = 0;
    back.focus();
  }

  function showPlaces() {
    const list = element("ul", "places");
    const add = (name, about, act) => {
      const item = element("li", ""), made = button("", name, act);
      made.append(element("span", "meta", about));
      item.append(made);
      list.append(item);
    };
    for (const place of data.places) add(place.name, place.count + " · " + place.about, () => choose(place.id));
    if (data.unplaced.length) {
      add("Names without a place", data.unplacedCount, () => showPassages("Names without a place", data.unplacedCount, data.unplaced));
    }
    side.replaceChildren(element("h2", "", data.places.length + (data.places.length === 1 ? " place" : " places")), list);
  }

  function choose(id) {
    const place = data.places.find((one) => one.id === id);
    draw(place ? id : null);
    if (place) showPassages(place.name, place.about + " · " + place.count, place.articles);
    else showPlaces();
  }

  map.setView([25, 20], 2);
  Dateline.start(map, { ground: true, shapes: read("outlines"), attribution: "Leaflet · Natural Earth · GeoNames, CC BY 4.0" });
  paint();
  dark.addEventListener("change", paint);
  draw(null);
  showPlaces();
})();
