// Where the map looks: at all places, or where a link, a reader or a change of place has put it.
// The position is kept in the page's address, and only here.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const page = window.parent;
  const AT = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,2})?)$/;
  const DEEPEST_FIT = 9, WORLD_ACROSS_DEGREES = 240;
  let moved = false, address = "", placed = false;
  // Where we have put the map: `bounds` as fitted, or `position` and its `text` as a link gave it.
  // None once a reader has moved it.
  let rest = null, isOurs = false;
  // Whether the articles are others than those that the page has shown before.
  let isNew = false;

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
  function keep(map) {
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
    const { x, y } = map.getSize(), isWorld = bounds.getEast() - bounds.getWest() > WORLD_ACROSS_DEGREES;
    // Room for the controls on the left, for names on the right; less of it on a small map, and for
    // the whole world, which has oceans at its edges.
    map.fitBounds(bounds, {
      paddingTopLeft: [isWorld ? 12 : Math.min(56, x / 6), Math.min(40, y / 6)],
      paddingBottomRight: [isWorld ? 24 : Math.min(96, x / 4), Math.min(40, y / 6)],
      maxZoom: DEEPEST_FIT, animate: false,
    });
  }

  const allSigns = () => ({ bounds: L.latLngBounds(Dateline.now.signs.map((sign) => sign.getLatLng())) });

  function hasSize(map) {
    ourselves(() => map.invalidateSize({ animate: false, pan: !rest }));
    const { x, y } = map.getSize();
    return x > 0 && y > 0;
  }

  // From the browser's cache the markers are here before the map's frame has its size.
  function place(map) {
    const position = positionIn(page.location.search) || positionIn("?at=" + page.datelinePosition);
    if (!hasSize(map) || !(position || Dateline.now.signs.length)) return;
    moved = Boolean(position);
    rest = position || allSigns();
    placed = true;
    putAtRest(map);
    if (isNew && outside(map).length) Dateline.where.showAll(map);
  }

  // What a place's surroundings are: its outline or ring, else so many kilometres across.
  const ACROSS_AREA_KM = 500, ACROSS_SPOT_KM = 60;
  function surroundings(sign) {
    const { km, area } = sign.options.sign, across = km !== null ? 4 * km : area ? ACROSS_AREA_KM : ACROSS_SPOT_KM;
    return Dateline.areaBounds(sign.options.sign) || sign.getLatLng().toBounds(1000 * across);
  }

  const outside = (map) => Dateline.now.signs.filter((sign) => !map.getBounds().contains(sign.getLatLng()));

  Dateline.where = {
    written, keep, outside,
    showAll: function (map) {
      if (!Dateline.now.signs.length) return;
      moved = true; rest = allSigns(); putAtRest(map);
    },
    // To one place with its surroundings, or to where several are.
    comeNearer: function (map, signs) {
      if (!signs.length) return;
      moved = true;
      rest = { bounds: signs.length === 1 ? surroundings(signs[0]) : L.latLngBounds(signs.map((sign) => sign.getLatLng())) };
      putAtRest(map);
    },
    // After the signs have changed. A filter keeps the map where it is; places of articles that were
    // added come into view. What the page has shown outlives the map's own frame.
    settle: function (map, data) {
      const shown = page.datelineShown || { corpus: data.corpus, ids: new Set() }, isFirst = !placed;
      const unseen = new Set(data.signs.map(({ id }) => id).filter((id) => !shown.ids.has(id)));
      address = data.address;
      isNew = shown.corpus !== data.corpus;
      page.datelineShown = { corpus: data.corpus, ids: new Set([...(isNew ? [] : shown.ids), ...data.signs.map(({ id }) => id)]) };
      if (isFirst) place(map);
      else if (rest && rest.bounds) rest = null;
      if (!isFirst && isNew && outside(map).some((sign) => unseen.has(sign.options.sign.id))) this.showAll(map);
      return isFirst;
    },
    // Whether the map fills its frame, shows its places, and nothing in it glides.
    isAtRest: function (map) {
      const { x, y } = map.getSize(), { clientWidth, clientHeight } = map.getContainer();
      const isGliding = map._animatingZoom || (map._panAnim && map._panAnim._inProgress);
      return x === clientWidth && y === clientHeight && (placed || !Dateline.now.signs.length) && !isGliding;
    },
    // To a place chosen or read about elsewhere on the page.
    panTo: function (map, latLng, { animate }) {
      rest = null;
      ourselves(() => map.panTo(latLng, { animate: animate && !Dateline.isCalm(), duration: 0.6 }));
    },
    follow: function (map) {
      const followSize = () => {
        if (!placed) place(map);
        else if (hasSize(map) && rest) putAtRest(map);
        keep(map);
      };
      const back = () => {
        const position = positionIn(page.location.search);
        if (position && placed) { rest = position; putAtRest(map); }
      };
      page.addEventListener("popstate", back);
      window.addEventListener("pagehide", () => page.removeEventListener("popstate", back));
      map.on("movestart zoomstart", () => { if (!isOurs) { moved = true; rest = null; } });
      new ResizeObserver(followSize).observe(map.getContainer());
    },
  };
})();
