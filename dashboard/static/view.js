// The map's life: outlines, position, what is drawn when, and what is told to the page around it.
// What a sign looks like is in signs.js.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const page = window.parent;
  const AT = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,2})?)$/;
  const FINER_FROM_ZOOM = 4.5, DEEPEST_FIT = 9;
  let moved = false, address = "", placed = false, signs = [], rings = [], options = {};
  let outlines = null;
  // Where we have put the map: `bounds` as fitted, or `position` and its `text` as a link gave it.
  // None once a reader has moved it.
  let rest = null, isOurs = false;

  // ---- position: kept in the page's address, so that a link restores it

  function positionIn(search) {
    const text = new URLSearchParams(search).get("at") || "", found = AT.exec(text);
    if (!found) return null;
    const [lat, lng, zoom] = found.slice(1).map(Number);
    return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { lat, lng, zoom, text } : null;
  }

  function written(map) {
    const centre = map.getCenter().wrap();
    return [centre.lat.toFixed(3), centre.lng.toFixed(3), map.getZoom()].join(",");
  }

  // Replaces the present step of the page's history: moving the map is no step of its own.
  function keepPosition(map) {
    if (!placed) return;
    page.datelinePosition = rest && rest.text ? rest.text : written(map);
    const url = new URL(page.location.href);
    if (!moved && !address) return;
    url.searchParams.set("at", page.datelinePosition);
    const search = url.search.replaceAll("%2C", ",");
    if (search !== page.location.search) page.history.replaceState(page.history.state, "", url.pathname + search + url.hash);
  }

  // What is done here moves the map without being the reader's doing.
  function ourselves(step) {
    isOurs = true;
    try { step(); } finally { isOurs = false; }
  }

  function putAtRest(map) {
    ourselves(() => {
      if (rest.bounds) fit(map, rest.bounds);
      else map.setView([rest.lat, rest.lng], rest.zoom, { animate: false, reset: true });
      map.fire("moveend"); // else Leaflet leaves its canvas between two pixels, and blurred
    });
  }

  function fit(map, bounds) {
    const { x, y } = map.getSize();
    // Room for the controls on the left, for names on the right; less of it on a small map.
    map.fitBounds(bounds, {
      paddingTopLeft: [Math.min(56, x / 6), Math.min(40, y / 6)],
      paddingBottomRight: [Math.min(96, x / 4), Math.min(40, y / 6)],
      maxZoom: DEEPEST_FIT, animate: false,
    });
  }

  const allSigns = () => ({ bounds: L.latLngBounds(signs.map((sign) => sign.getLatLng())) });

  function hasSize(map) {
    ourselves(() => map.invalidateSize({ animate: false, pan: !rest }));
    const { x, y } = map.getSize();
    return x > 0 && y > 0;
  }

  // From the browser's cache the markers are here before the map's frame has its size.
  function place(map) {
    const position = positionIn(page.location.search) || positionIn("?at=" + page.datelinePosition);
    if (!hasSize(map) || !(position || signs.length)) return;
    moved = Boolean(position);
    rest = position || allSigns();
    placed = true;
    putAtRest(map);
  }

  function followSize(map) {
    if (!placed) place(map);
    else if (hasSize(map) && rest) putAtRest(map);
    keepPosition(map);
  }

  // ---- the ground: country outlines, unless online tiles are set

  // The page's theme: its colour scheme at first, then what Streamlit says with every change.
  function followTheme(map) {
    const app = page.document.querySelector(".stApp");
    paint(map, app && page.getComputedStyle(app).colorScheme === "dark" ? "dark" : "light");
    window.addEventListener("message", ({ data }) => {
      const base = data && data.type === "streamlit:render" && data.theme && data.theme.base;
      if (base && base !== document.documentElement.dataset.theme) paint(map, base);
    });
  }

  function paint(map, base) {
    const theme = (Dateline.theme = Dateline.themes[base] || Dateline.themes.light);
    document.documentElement.dataset.theme = base;
    map.getContainer().style.background = theme.sea;
    if (outlines) outlines.setStyle({ color: theme.border, fillColor: theme.land });
    for (const ring of rings) ring.setStyle({ color: theme[ring.options.role], fillColor: theme[ring.options.role] });
    for (const sign of signs) sign.redraw();
  }

  function drawOutlines(map, url) {
    return fetch(url).then((answer) => answer.json()).then((shapes) => {
      const drawn = L.geoJSON(shapes, {
        pane: "ground", interactive: false, renderer: L.canvas({ pane: "ground", padding: 0.5 }),
        style: { color: Dateline.theme.border, weight: 0.8, fillColor: Dateline.theme.land, fillOpacity: 1 },
      }).addTo(map);
      if (outlines) outlines.remove();
      outlines = drawn;
      window.datelineGround = url;
    });
  }

  function layGround(map) {
    map.createPane("ground").style.zIndex = 150;
    map.getPane("ground").style.pointerEvents = "none";
    let finer = false;
    const refine = () => {
      if (finer || map.getZoom() < FINER_FROM_ZOOM) return;
      finer = true;
      drawOutlines(map, options.finerOutlines);
    };
    drawOutlines(map, options.outlines).then(refine);
    map.on("zoomend", () => outlines && refine());
  }

  // ---- controls

  const FitControl = L.Control.extend({
    options: { position: "topleft" },
    onAdd: function (map) {
      const bar = L.DomUtil.create("div", "leaflet-bar"), button = L.DomUtil.create("a", "dateline-fit", bar);
      button.href = "#"; button.role = "button"; button.title = "Fit the map to all places";
      button.setAttribute("aria-label", button.title);
      L.DomEvent.disableClickPropagation(bar).on(button, "click", (event) => {
        L.DomEvent.stop(event);
        if (!signs.length) return;
        moved = true; rest = allSigns(); putAtRest(map);
      });
      return bar;
    },
  });

  // Called once by the map that never changes.
  Dateline.start = function (map, chosenOptions) {
    options = chosenOptions;
    Dateline.map = map;
    const box = map.getContainer();
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", "Map of the places named; the table of places on this page holds the same");
    map.attributionControl.setPrefix(false).addAttribution(options.attribution);
    new FitControl().addTo(map);
    L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);
    followTheme(map);
    if (options.outlines) layGround(map);
    const back = () => { const position = positionIn(page.location.search); if (position && placed) { rest = position; putAtRest(map); } };
    page.addEventListener("popstate", back);
    window.addEventListener("pagehide", () => page.removeEventListener("popstate", back));
    map.on("movestart zoomstart", () => { if (!isOurs) { moved = true; rest = null; } });
    new ResizeObserver(() => followSize(map)).observe(box);
    map.on("zoomend", () => Dateline.spread(map, signs));
    map.on("moveend", () => { Dateline.label(map, signs); keepPosition(map); });
    Dateline.markers = () => signs.map((sign) => {
      const p = map.layerPointToContainerPoint(sign._point), o = sign.options.offset || { x: 0, y: 0 };
      return { id: sign.options.sign.id, name: sign.options.sign.name, x: p.x, y: p.y, r: sign._radius, moved: Math.hypot(o.x, o.y), sign: sign.options.sign };
    });
    Dateline.position = () => written(map);
  };

  // ---- drawing

  function tooltip(sign) {
    const box = document.createElement("span"), name = document.createElement("b");
    name.textContent = sign.name;
    box.append(name, document.createElement("br"), sign.note);
    return box;
  }

  // A tooltip is on the side of its sign where the map has room for it.
  const TOOLTIP_WIDTH = 240, TOOLTIP_HEIGHT = 110;
  function openTowardsRoom(map, { tooltip: shown, layer }) {
    const p = map.layerPointToContainerPoint(layer._point), size = map.getSize();
    const isMiddle = p.x > TOOLTIP_WIDTH / 2 && p.x < size.x - TOOLTIP_WIDTH / 2;
    const direction = isMiddle ? (p.y > TOOLTIP_HEIGHT ? "top" : "bottom") : p.x < size.x / 2 ? "right" : "left";
    Object.assign(shown.options, { direction, offset: OFFSETS[direction] });
    shown.update();
    if (isMiddle) return;
    const { height } = shown.getElement().getBoundingClientRect(), over = height / 2 + 4;
    shown.options.offset = [OFFSETS[direction][0], Math.max(0, over - p.y) - Math.max(0, p.y + over - size.y)];
    shown.update();
  }
  const OFFSETS = { top: [0, -8], bottom: [0, 14], right: [12, 0], left: [-12, 0] };

  function choose(map, sign) {
    signs.forEach((other) => { other.options.sign.chosen = other === sign; other.redraw(); });
    window.Streamlit.setComponentValue({ chosen: sign.options.sign.id, nonce: Date.now() });
  }

  // Areas below, then the larger below the smaller, the chosen one on top.
  const below = (a, b) =>
    a.options.sign.chosen - b.options.sign.chosen || b.options.sign.area - a.options.sign.area || b._radius - a._radius;

  // Called again with every layer; the map itself stays as it is.
  Dateline.draw = function (map, group, data) {
    address = data.address;
    const renderer = (map.datelineRenderer = map.datelineRenderer || L.canvas({ padding: 0.3, tolerance: 5 }));
    signs = [...Dateline.makeSigns(data, renderer)].sort(below);
    const isFirst = !placed;
    if (isFirst) place(map);
    else if (rest && rest.bounds) rest = null; // a filter keeps the map where it is
    Dateline.spread(map, signs);
    Dateline.label(map, signs);
    rings = [];
    for (const sign of signs) {
      const { km, role, chosen } = sign.options.sign;
      if (km === null) continue;
      const colour = Dateline.theme[role];
      rings.push(L.circle(sign.getLatLng(), {
        renderer, role, radius: km * 1000, interactive: false, dashArray: "5 5", weight: chosen ? 2 : 1.2,
        color: colour, fillColor: colour, fillOpacity: chosen ? 0.12 : 0.05,
      }));
    }
    for (const ring of rings) group.addLayer(ring);
    for (const sign of signs) {
      sign.bindTooltip(() => tooltip(sign.options.sign), { className: "dateline-tip" });
      sign.on("tooltipopen", ({ tooltip: shown }) => openTowardsRoom(map, { tooltip: shown, layer: sign }));
      sign.on("click", (event) => { L.DomEvent.stop(event); choose(map, sign); });
      group.addLayer(sign);
    }
    // A place chosen elsewhere on the page comes into view; one that a link names may lie outside.
    const chosen = signs.find((sign) => sign.options.sign.chosen);
    if (chosen && !isFirst && data.chosen !== window.datelineChosen && !map.getBounds().contains(chosen.getLatLng())) {
      rest = null;
      ourselves(() => map.panTo(chosen.getLatLng(), { animate: false }));
    }
    window.datelineChosen = data.chosen;
    window.datelineDrawn = (window.datelineDrawn || 0) + 1;
    keepPosition(map);
  };
})();
