// The map's life: what is drawn when, what a click means, and what is told to the page around it.
// How the parts look and move is in the files before this one (see map_layers.py for their order).
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const now = Dateline.now;
  let outside = null, fit = null;

  // ---- choosing

  function choose(sign) {
    for (const other of now.signs) other.options.sign.chosen = other === sign;
    for (const drawn of [...now.signs, now.overlay]) drawn.redraw();
    Dateline.restyleAreas();
    if (window.Streamlit) window.Streamlit.setComponentValue({ chosen: sign.options.sign.id, nonce: Date.now() });
  }

  const open = (map, sign) => { Dateline.light(null); Dateline.openGroup(map, sign, choose); };

  // A click in a country's area asks what it is; only the answer chooses it, never a slip.
  function ask(map, { latlng, layerPoint }) {
    const sign = Dateline.areaAt(layerPoint);
    if (sign) Dateline.openList(map, latlng, { heading: "Named in the articles", signs: [sign], choose });
  }

  // ---- drawing

  function arrange(map) {
    Dateline.arrange(map, now.signs);
    Dateline.stepOut();
    for (const ring of now.rings) ring.setStyle({ stroke: !ring.options.sign.options.into, fill: !ring.options.sign.options.into });
    for (const badge of now.badges) now.group.removeLayer(badge);
    now.badges = Dateline.makeBadges(map, now.signs, map.datelineRenderer);
    for (const badge of now.badges) {
      const { sign } = badge.options;
      badge.bindTooltip(() => Dateline.tooltipOf(sign), { className: "dateline-tip" });
      badge.on("tooltipopen", ({ tooltip }) => Dateline.openTowardsRoom(map, { tooltip, layer: badge }));
      badge.on("click", (event) => { L.DomEvent.stop(event); open(map, sign); });
      now.group.addLayer(badge);
    }
    Dateline.layLines(map);
  }

  function label(map) {
    if (!now.overlay) return;
    now.overlay.signs = now.signs;
    now.overlay.labels = Dateline.labelsFor(map, now.signs, now.badges);
    for (const sign of now.signs) sign._map && sign._project();
    now.overlay.redraw();
    outside.update(map);
    fit.update();
    Dateline.point();
  }

  function makeRings(renderer) {
    return now.signs.filter((sign) => sign.options.sign.km !== null).map((sign) => {
      const { km, role, chosen } = sign.options.sign, colour = Dateline.theme[role];
      return L.circle(sign.getLatLng(), {
        renderer, sign, role, radius: km * 1000, interactive: false, dashArray: "5 5", weight: chosen ? 2 : 1.2,
        color: colour, fillColor: colour, fillOpacity: chosen ? 0.12 : 0.05,
      });
    });
  }

  function hear(map, sign) {
    const { id } = sign.options.sign;
    sign.bindTooltip(() => Dateline.tooltipOf(sign), { className: "dateline-tip" });
    sign.on("tooltipopen", ({ tooltip }) => Dateline.openTowardsRoom(map, { tooltip, layer: sign }));
    sign.on("click", (event) => { L.DomEvent.stop(event); choose(sign); });
    sign.on("mouseover", () => { Dateline.light(id); Dateline.tell(id); });
    sign.on("mouseout", () => { Dateline.light(null); Dateline.tell(null); });
  }

  // Areas below, then the larger below the smaller, the chosen one on top.
  const below = (a, b) =>
    a.options.sign.chosen - b.options.sign.chosen || b.options.sign.area - a.options.sign.area || b._radius - a._radius;

  // Called again with every layer; the map itself stays as it is.
  Dateline.draw = function (map, group, data) {
    const renderer = (map.datelineRenderer = map.datelineRenderer || L.canvas({ padding: 0.3, tolerance: 5 }));
    map.closePopup();
    now.group = group; now.badges = [];
    now.signs = [...Dateline.makeSigns(data, renderer)].sort(below);
    now.overlay = new Dateline.Overlay(renderer);
    now.rings = makeRings(renderer);
    const isFirst = Dateline.where.settle(map, data);
    for (const ring of now.rings) group.addLayer(ring);
    for (const line of Dateline.makeLines(now.signs, data.together, renderer)) group.addLayer(line);
    for (const sign of now.signs) { hear(map, sign); group.addLayer(sign); }
    group.addLayer(now.overlay);
    Dateline.showAreas(now.signs);
    Dateline.recall();
    arrange(map);
    label(map);
    // A place chosen elsewhere on the page comes into view; one that a link names may lie outside.
    const chosen = now.signs.find((sign) => sign.options.sign.chosen);
    if (chosen && !isFirst && data.chosen !== window.datelineChosen && !map.getBounds().contains(chosen.getLatLng())) {
      Dateline.where.panTo(map, chosen.getLatLng(), { animate: false });
    }
    window.datelineChosen = data.chosen;
    window.datelineDrawn = (window.datelineDrawn || 0) + 1;
    Dateline.where.keep(map);
  };

  // Called once by the map that never changes.
  Dateline.start = function (map, options) {
    Dateline.map = map;
    const box = map.getContainer();
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", "Map of the places named; the table of places on this page holds the same");
    map.attributionControl.setPrefix(false).addAttribution(options.attribution);
    fit = new Dateline.FitControl().addTo(map);
    new Dateline.HelpControl().addTo(map);
    outside = new Dateline.OutsideControl().addTo(map);
    L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);
    Dateline.followTheme(map);
    Dateline.layGround(map, options);
    Dateline.where.follow(map);
    Dateline.hearKeys(map, { choose, open: (sign) => open(map, sign) });
    map.on("click", (event) => ask(map, event));
    Dateline.arrangeAnew = () => { if (now.group) { arrange(map); label(map); } };
    map.on("zoomend", () => now.group && arrange(map));
    map.on("move", () => Dateline.pointTo(map, null));
    map.on("moveend", () => { label(map); Dateline.where.keep(map); });
  };

  // ---- what tests and the page around may ask

  Dateline.isAtRest = () => Dateline.where.isAtRest(Dateline.map);
  Dateline.position = () => Dateline.where.written(Dateline.map);
  Dateline.markers = () => now.signs.map((sign) => {
    const shown = Dateline.standing(sign), p = Dateline.map.layerPointToContainerPoint(Dateline.spot(Dateline.map, sign));
    const { x, y } = shown.options.offset || { x: 0, y: 0 };
    return {
      id: sign.options.sign.id, name: sign.options.sign.name, x: p.x, y: p.y, r: shown._radius, moved: Math.hypot(x, y),
      sign: sign.options.sign, into: shown === sign ? null : shown.options.sign.id, members: sign.options.members.length,
    };
  });
  Dateline.badges = () => now.badges.map(({ options }) => {
    const p = Dateline.map.layerPointToContainerPoint(Dateline.map.latLngToLayerPoint(options.sign.getLatLng()).add(options.offset));
    return { id: options.sign.options.sign.id, words: options.words, x: p.x, y: p.y };
  });
})();
