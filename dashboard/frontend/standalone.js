// The map that opens from disk: its places, and the passages of the chosen one beside it.
// Signs, groups and areas are drawn by static/*.js. All text is set with textContent: nothing in an article is markup.
(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data"), dark = matchMedia("(prefers-color-scheme: dark)");
  const side = document.getElementById("side");
  const now = Dateline.now;

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

  const paint = () => Dateline.paint(map, dark.matches ? "dark" : "light");

  // Where signs stand, which are grouped, and what is named, at this zoom and in this view.
  function layOut() {
    Dateline.arrange(map, now.signs);
    for (const badge of now.badges) badge.remove();
    now.badges = Dateline.makeBadges(map, now.signs, renderer);
    for (const badge of now.badges) {
      const { sign } = badge.options;
      badge.bindTooltip(() => Dateline.tooltipOf(sign), { className: "dateline-tip" });
      badge.on("click", (event) => { L.DomEvent.stop(event); Dateline.openGroup(map, sign, pick); });
      badge.addTo(map);
    }
    now.overlay.signs = now.signs;
    now.overlay.labels = Dateline.labelsFor(map, now.signs, now.badges);
    for (const drawn of [...now.rings, ...now.signs]) drawn._map && drawn.redraw();
    now.overlay.redraw();
  }

  const pick = (sign) => choose(sign.options.sign.id);

  function drawSigns() {
    now.signs = Dateline.makeSigns({ signs: data.signs, chosen: null }, renderer);
    now.signs.sort((a, b) => b.options.sign.area - a.options.sign.area || b._radius - a._radius);
    for (const sign of now.signs) {
      const { km, role } = sign.options.sign, colour = Dateline.theme[role];
      if (km !== null) {
        now.rings.push(L.circle(sign.getLatLng(), { renderer, role, radius: km * 1000, interactive: false, dashArray: "5 5", weight: 1.2, color: colour, fillColor: colour, fillOpacity: 0.05 }).addTo(map));
      }
      sign.bindTooltip(() => Dateline.tooltipOf(sign), { className: "dateline-tip" });
      sign.on("tooltipopen", ({ tooltip }) => Dateline.openTowardsRoom(map, { tooltip, layer: sign }));
      sign.on("click", (event) => { L.DomEvent.stop(event); pick(sign); });
      sign.addTo(map);
    }
    now.overlay = new Dateline.Overlay(renderer).addTo(map);
    Dateline.showAreas(now.signs);
    if (now.signs.length) map.fitBounds(L.latLngBounds(now.signs.map((sign) => sign.getLatLng())), { padding: [48, 48], maxZoom: 9, animate: false });
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
    for (const sign of now.signs) sign.options.sign.chosen = Boolean(place) && sign.options.sign.id === id;
    layOut();
    Dateline.restyleAreas();
    const chosen = now.signs.find((sign) => sign.options.sign.chosen);
    if (chosen && !map.getBounds().contains(chosen.getLatLng())) map.panTo(chosen.getLatLng(), { animate: false });
    if (place) showPassages(place.name, place.about + " · " + place.count, place.articles);
    else showPlaces();
  }

  const renderer = L.canvas({ padding: 0.3, tolerance: 5 });
  map.setView([25, 20], 2);
  map.on("zoomend moveend", () => now.overlay && layOut());
  Dateline.layGround(map, { ground: true, shapes: read("outlines") });
  paint();
  drawSigns();
  showPlaces();
  dark.addEventListener("change", paint);
})();
