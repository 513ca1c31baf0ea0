// Small lists of places on the map itself: a group at the deepest zoom, the country under a click.
// All text is set with textContent; a row chooses its place.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const NAMED_AT_MOST = 6;
  const APART = 8;  // pixels at the deepest zoom
  // Whether the reader wants nothing to move on its own.
  Dateline.isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // "and 7 more places here: A, B, C, …", the most mentioned first.
  Dateline.moreHere = function (members) {
    const names = members.slice(0, NAMED_AT_MOST).map((member) => member.options.sign.name);
    const left = members.length - names.length;
    return "and " + members.length + (members.length === 1 ? " more place here: " : " more places here: ")
      + names.join(", ") + (left ? " and " + left + " others" : "");
  };

  Dateline.tooltipOf = function (sign) {
    const box = element("span"), { name, note, companion } = sign.options.sign;
    box.append(element("b", "", name), element("br"), note);
    if (companion) box.append(element("br"), companion);
    if (sign.options.members.length) box.append(element("span", "dateline-more", Dateline.moreHere(sign.options.members)));
    return box;
  };

  // A tooltip is on the side of its sign where the map has room for it.
  const TOOLTIP_WIDTH = 240, TOOLTIP_HEIGHT = 130;
  const OFFSETS = { top: [0, -8], bottom: [0, 14], right: [12, 0], left: [-12, 0] };
  Dateline.openTowardsRoom = function (map, { tooltip: shown, layer }) {
    const p = map.layerPointToContainerPoint(layer._point), size = map.getSize();
    const isMiddle = p.x > TOOLTIP_WIDTH / 2 && p.x < size.x - TOOLTIP_WIDTH / 2;
    const direction = isMiddle ? (p.y > TOOLTIP_HEIGHT ? "top" : "bottom") : p.x < size.x / 2 ? "right" : "left";
    Object.assign(shown.options, { direction, offset: OFFSETS[direction] });
    shown.update();
    if (isMiddle) return;
    const { height } = shown.getElement().getBoundingClientRect(), over = height / 2 + 4;
    shown.options.offset = [OFFSETS[direction][0], Math.max(0, over - p.y) - Math.max(0, p.y + over - size.y)];
    shown.update();
  };

  // A list at a place on the map; choosing, Escape or a click elsewhere closes it.
  Dateline.openList = function (map, latLng, { heading, signs, choose }) {
    const box = element("div", "dateline-list"), rows = element("ul");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", heading);
    for (const sign of signs) {
      const row = element("li"), button = element("button", "", sign.options.sign.name);
      button.type = "button";
      button.append(element("small", "", sign.options.sign.note));
      button.addEventListener("click", () => { map.closePopup(); choose(sign); });
      row.append(button);
      rows.append(row);
    }
    box.append(element("p", "", heading), rows);
    const popup = L.popup({ className: "dateline-popup", maxWidth: 260, minWidth: 180, autoPanPadding: [8, 8], closeButton: true })
      .setLatLng(latLng).setContent(box).openOn(map);
    L.DomEvent.disableScrollPropagation(box);
    popup.getElement().addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      map.closePopup();
      map.getContainer().focus();
    });
    rows.querySelector("button").focus({ preventScroll: true });
  };

  // Into a group: as near as its places come apart or, where they never do, to a list of them.
  Dateline.openGroup = function (map, sign, choose) {
    const signs = [sign, ...sign.options.members], bounds = L.latLngBounds(signs.map((one) => one.getLatLng()));
    const deepest = map.getMaxZoom(), corner = (at) => map.project(at, deepest);
    const reach = corner(bounds.getNorthEast()).distanceTo(corner(bounds.getSouthWest()));
    const zoom = Math.min(deepest, map.getBoundsZoom(bounds, false, map.getSize().multiplyBy(0.35)));
    if (reach >= APART && zoom > map.getZoom() + 0.2) {
      map.setView(bounds.getCenter(), zoom, { animate: !Dateline.isCalm() });
    } else {
      Dateline.openList(map, sign.getLatLng(), { heading: signs.length + " places here", signs, choose });
    }
  };
})();
