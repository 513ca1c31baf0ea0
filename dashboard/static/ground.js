// The ground: country outlines, those of the countries named filled as strongly as they are named.
// Outlines are matched by ISO number; where the file has none for a country, none is drawn.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const page = window.parent;
  const FINER_FROM_ZOOM = 4.5;
  const FAINTEST = 0.07, STRONGEST = 0.22, CHOSEN = 0.12;  // shares of the role's colour in an area
  let layers = new Map(), ground = null, options = {}, named = new Map(), most = 1;

  function mixed(one, other, share) {
    const parts = [one, other].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
    return "rgb(" + parts[0].map((part, i) => Math.round(part + (parts[1][i] - part) * share)).join(",") + ")";
  }

  // As for signs: filled where something happens there, else the outline alone.
  function styleOf(id) {
    const theme = Dateline.theme, sign = named.get(id), shown = options.ground;
    if (!sign) {
      return {
        stroke: shown, fill: shown, color: theme.border, weight: 0.8, opacity: 1,
        fillColor: theme.land, fillOpacity: 1, dashArray: null,
      };
    }
    const strong = sign.chosen || sign.lit, colour = theme[sign.role], faint = sign.dim && !sign.lit;
    const filled = sign.role === "location" ? FAINTEST + (STRONGEST - FAINTEST) * Math.sqrt(sign.n / most) : 0;
    const share = (faint ? filled / 2 : filled) + (strong ? CHOSEN : 0);
    return {
      stroke: true, fill: shown || share > 0, weight: strong ? 1.75 : 1,
      color: mixed(theme.border, strong ? theme.ink : colour, faint ? 0.25 : 0.6), opacity: 1,
      fillColor: shown ? mixed(theme.land, colour, share) : colour, fillOpacity: shown ? 1 : share,
      dashArray: sign.role === "demonym" ? "2 4" : null,
    };
  }

  function restyle(ids) {
    const known = [...ids].filter((id) => layers.has(id));
    for (const id of known) for (const layer of layers.get(id)) layer.setStyle(styleOf(id));
    // A border belongs to both its sides; the more a country is named, the more its own is seen.
    const weight = (id) => { const sign = named.get(id); return sign ? sign.n + (sign.chosen || sign.lit ? 1e9 : 0) : 0; };
    for (const id of known.filter((id) => named.has(id)).sort((a, b) => weight(a) - weight(b))) {
      for (const layer of layers.get(id)) layer.bringToFront();
    }
  }

  function drawShapes(map, shapes) {
    const found = new Map();
    const drawn = L.geoJSON(shapes, {
      pane: "ground", interactive: false, renderer: L.canvas({ pane: "ground", padding: 0.5 }),
      style: (feature) => styleOf(feature.id),
      onEachFeature: ({ id }, layer) => id && found.set(id, [...(found.get(id) || []), layer]),
    }).addTo(map);
    if (ground) ground.remove();
    ground = drawn; layers = found;
    restyle(named.keys());
    for (const sign of Dateline.now.signs) if (sign.options.sign.outline) sign.redraw();
  }

  function drawOutlines(map, url) {
    return fetch(url).then((answer) => answer.json()).then((shapes) => {
      drawShapes(map, shapes);
      window.datelineGround = url;
    });
  }

  Dateline.hasOutline = (sign) => Boolean(sign.outline) && layers.has(sign.outline);

  // options: {ground: whether land is drawn too, shapes: GeoJSON, or outlines and finerOutlines: URLs}
  Dateline.layGround = function (map, chosenOptions) {
    options = chosenOptions;
    map.createPane("ground").style.zIndex = options.ground ? 150 : 250;  // above the tiles, if there are any
    map.getPane("ground").style.pointerEvents = "none";
    if (options.shapes) { drawShapes(map, options.shapes); return; }
    let finer = false;
    const refine = () => {
      if (finer || map.getZoom() < FINER_FROM_ZOOM) return;
      finer = true;
      drawOutlines(map, options.finerOutlines);
    };
    drawOutlines(map, options.outlines).then(refine);
    map.on("zoomend", () => ground && refine());
  };

  // The areas of these signs, and no others.
  Dateline.showAreas = function (signs) {
    const before = [...named.keys()];
    most = signs.reduce((top, sign) => Math.max(top, sign.options.sign.n), 1);
    named = new Map(signs.map(({ options: { sign } }) => [sign.outline, sign]).filter(([outline]) => outline));
    restyle(new Set([...before, ...named.keys()]));
  };

  Dateline.restyleAreas = () => restyle(named.keys());
  Dateline.restyleArea = (sign) => sign.outline && restyle([sign.outline]);

  // What a country's outline takes up; null where it has none.
  Dateline.areaBounds = function (sign) {
    const parts = (sign.outline && layers.get(sign.outline)) || [];
    return parts.length ? parts.map((part) => part.getBounds()).reduce((all, one) => L.latLngBounds(all.getSouthWest(), all.getNorthEast()).extend(one)) : null;
  };

  // The sign of the country in whose area a layer point lies.
  Dateline.areaAt = function (point) {
    const found = [...named.keys()].find((id) => (layers.get(id) || []).some((layer) => layer._containsPoint(point)));
    return found ? Dateline.now.signs.find((sign) => sign.options.sign.outline === found) : null;
  };

  // The areas that are drawn, with the colours they have; told to tests.
  Dateline.areas = () => [...named].filter(([outline]) => layers.has(outline)).map(([outline, { id, name }]) => {
    const { fillColor, color, weight } = layers.get(outline)[0].options;
    return { id, name, fillColor, color, weight };
  });

  // ---- the theme: the page's colour scheme at first, then what Streamlit says with every change

  Dateline.paint = function (map, base) {
    const theme = (Dateline.theme = Dateline.themes[base] || Dateline.themes.light);
    const { rings, signs, badges, overlay } = Dateline.now;
    document.documentElement.dataset.theme = base;
    map.getContainer().style.background = theme.sea;
    if (ground) ground.eachLayer((layer) => layer.setStyle(styleOf(layer.feature.id)));
    for (const ring of rings) ring.setStyle({ color: theme[ring.options.role], fillColor: theme[ring.options.role] });
    if (Dateline.paintLines) Dateline.paintLines();
    for (const drawn of [...signs, ...badges, ...(overlay ? [overlay] : [])]) drawn.redraw();
  };

  Dateline.followTheme = function (map) {
    const app = page.document.querySelector(".stApp");
    Dateline.paint(map, app && page.getComputedStyle(app).colorScheme === "dark" ? "dark" : "light");
    window.addEventListener("message", ({ data }) => {
      const base = data && data.type === "streamlit:render" && data.theme && data.theme.base;
      if (base && base !== document.documentElement.dataset.theme) Dateline.paint(map, base);
    });
  };
})();
