// An arrow at the map's edge, towards a place that stands out but lies outside the view.
// Only for the eye: the words that made it stand out name the place.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const INSET = 16; // pixels between the arrow's middle and the edge
  let arrow = null;

  function made(map) {
    if (arrow && arrow.isConnected) return arrow;
    arrow = L.DomUtil.create("div", "dateline-edge", map.getContainer());
    arrow.setAttribute("aria-hidden", "true");
    L.DomUtil.create("span", "dateline-edge-point", arrow);
    L.DomUtil.create("span", "dateline-edge-name", arrow);
    return arrow;
  }

  // The world is round: the shorter way may lead over the map's other edge.
  function nearer(map, { lat, lng }) {
    const from = map.getCenter().lng;
    return L.latLng(lat, lng - 360 * Math.round((lng - from) / 360));
  }

  // Where the line from the middle to a point leaves the box that is so much smaller than the map.
  function atEdge({ x, y }, size) {
    const dx = x - size.x / 2, dy = y - size.y / 2;
    const share = Math.min((size.x / 2 - INSET) / Math.abs(dx || 1e-9), (size.y / 2 - INSET) / Math.abs(dy || 1e-9));
    return { x: size.x / 2 + dx * share, y: size.y / 2 + dy * share, angle: Math.atan2(dy, dx) };
  }

  // Null takes the arrow away; so does a place that is in view.
  Dateline.pointTo = function (map, sign) {
    const isOut = sign && !map.getBounds().contains(sign.getLatLng());
    if (arrow) arrow.hidden = !isOut;
    if (!isOut) return;
    const box = made(map), size = map.getSize(), at = atEdge(map.latLngToContainerPoint(nearer(map, sign.getLatLng())), size);
    box.hidden = false;
    box.lastChild.textContent = sign.options.sign.name;
    box.firstChild.style.transform = "rotate(" + at.angle + "rad)";
    // The name stands on the side that has room.
    box.classList.toggle("is-right", at.x > size.x / 2);
    box.style.left = at.x + "px";
    box.style.top = at.y + "px";
  };
})();
