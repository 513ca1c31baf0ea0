// Lines from the chosen place to those named in the same passages; the more of these, the wider.
// Which places those are, and how often, is counted in geodata/corpus/together.py.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const WIDEST = 7, NARROWEST = 1.5;
  let lines = [];

  const shownAt = (map, sign) => map.layerPointToLatLng(Dateline.spot(map, sign));

  // Pixels; told apart by width, and each has a pale edge so that it reads on any ground.
  function widths(companions) {
    const most = companions.reduce((top, one) => Math.max(top, one.passages), 1);
    return (passages) => NARROWEST + (WIDEST - NARROWEST) * Math.sqrt((passages - 1) / Math.max(1, most - 1));
  }

  Dateline.makeLines = function (signs, companions, renderer) {
    const chosen = signs.find((sign) => sign.options.sign.chosen), byId = new Map(signs.map((sign) => [sign.options.sign.id, sign]));
    lines = [];
    if (!chosen) return lines;
    const width = widths(companions);
    for (const { id, passages } of [...companions].reverse()) {
      const to = byId.get(id);
      if (!to) continue;
      const common = { renderer, interactive: false, from: chosen, to, passages };
      lines.push(
        L.polyline([], { ...common, role: "paper", weight: width(passages) + 2.5, opacity: 0.8 }),
        L.polyline([], { ...common, role: "ink", weight: width(passages), opacity: 0.55 }),
      );
    }
    Dateline.paintLines();
    return lines;
  };

  Dateline.paintLines = () => lines.forEach((line) => line.setStyle({ color: Dateline.theme[line.options.role] }));

  // A line leads to the sign, or the group, that stands for the place at this zoom.
  Dateline.layLines = function (map) {
    for (const line of lines) line.setLatLngs([shownAt(map, line.options.from), shownAt(map, line.options.to)]);
  };

  Dateline.lines = () => lines.filter((line) => line.options.role === "ink")
    .map(({ options }) => ({ to: options.to.options.sign.id, passages: options.passages, width: options.weight }));
})();
