// The map that opens from disk: its places, and the passages of the chosen one beside it.
// Signs are drawn by signs.js. All text is set with textContent: nothing in an article is markup.
(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data"), dark = matchMedia("(prefers-color-scheme: dark)");
  const side = document.getElementById("side");
  let signs = [], outlines = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function button(words, act, className) {
    const made = element("button", className || "", words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // ---- the map

  const map = L.map("map", { minZoom: 0, maxZoom: 11, zoomSnap: 0.25, worldCopyJump: true, preferCanvas: true });
  map.attributionControl.setPrefix(false).addAttribution("Leaflet · Natural Earth · GeoNames, CC BY 4.0");
  L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);

  function paint() {
    const theme = (Dateline.theme = Dateline.themes[dark.matches ? "dark" : "light"]);
    map.getContainer().style.background = theme.sea;
    if (outlines) outlines.remove();
    outlines = L.geoJSON(read("outlines"), {
      interactive: false, renderer: L.canvas({ pane: "ground", padding: 0.5 }), pane: "ground",
      style: { color: theme.border, weight: 0.8, fillColor: theme.land, fillOpacity: 1 },
    }).addTo(map);
    signs.forEach((sign) => sign._map && sign.redraw());
  }

  function layOut() {
    Dateline.spread(map, signs);
    Dateline.label(map, signs);
  }

  function drawSigns() {
    signs = Dateline.makeSigns({ signs: data.signs, chosen: null }, L.canvas({ padding: 0.3, tolerance: 5 }));
    signs.sort((a, b) => b.options.sign.area - a.options.sign.area || b._radius - a._radius);
    for (const sign of signs) {
      const { id, name, km } = sign.options.sign;
      if (km !== null) L.circle(sign.getLatLng(), { radius: km * 1000, interactive: false, dashArray: "5 5", weight: 1.2 }).addTo(map);
      sign.bindTooltip(() => element("b", "", name));
      sign.on("click", () => choose(id));
      sign.addTo(map);
    }
    if (signs.length) map.fitBounds(L.latLngBounds(signs.map((sign) => sign.getLatLng())), { padding: [48, 48], maxZoom: 9, animate: false });
    layOut();
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
    const back = button("← All places", () => choose(null));
    side.replaceChildren(back, element("h2", "", heading), element("p", "meta", about), ...articles.map(article));
    side.scrollTop = 0;
    back.focus();
  }

  function showPlaces() {
    const list = element("ul", "places");
    const add = (name, about, act) => {
      const item = element("li", ""), made = button(name, act);
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
    for (const sign of signs) sign.options.sign.chosen = Boolean(place) && sign.options.sign.id === id;
    layOut();
    signs.forEach((sign) => sign._map && sign.redraw());
    const chosen = signs.find((sign) => sign.options.sign.chosen);
    if (chosen && !map.getBounds().contains(chosen.getLatLng())) map.panTo(chosen.getLatLng(), { animate: false });
    if (place) showPassages(place.name, place.about + " · " + place.count, place.articles);
    else showPlaces();
  }

  map.setView([25, 20], 2);
  map.createPane("ground").style.zIndex = 150;
  paint();
  drawSigns();
  showPlaces();
  map.on("zoomend moveend", layOut);
  dark.addEventListener("change", paint);
})();
