// Where signs stand at a zoom: on their points, a little beside them, or within a larger one's group.
// How a sign looks is in signs.js; the names beside them are in labels.js.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});

  // Up to so many signs are all shown, moved aside by leaders; more of them are grouped.
  const SPREAD_AT_MOST = 60, FARTHEST = 36, NEAR = 16, STEP = 4, CELL = 72;
  // Between two signs of groups is room for a badge; a group of fewer is rather spread.
  const BETWEEN_GROUPS = 26, FEWEST = 3, BADGE = { reach: 0.72, right: 10, up: 4, r: 11 };

  const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  // A town keeps its spot; an area, which has none, makes room.
  const townsFirst = (a, b) => a.area - b.area || b.r - a.r || byText(a.id, b.id);
  const largestFirst = (a, b) => b.r - a.r || a.area - b.area || byText(a.id, b.id);

  // What stands near a spot, without asking all the others.
  class Grid {
    constructor() { this.cells = new Map(); }
    key(column, row) { return column * 1e6 + row; }
    add(one) {
      const key = this.key(Math.floor(one.x / CELL), Math.floor(one.y / CELL));
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(one);
    }
    near(x, y) {
      const column = Math.floor(x / CELL), row = Math.floor(y / CELL), found = [];
      for (let i = -1; i <= 1; i++) {
        for (let j = -1; j <= 1; j++) found.push(...(this.cells.get(this.key(column + i, row + j)) || []));
      }
      return found;
    }
  }

  const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  // Of signs that are spread the middle of each is seen; others do not touch, or stand well apart.
  const isSeen = (a, b) => distance(a, b) >= Math.max(a.r, b.r) + 0.4 * Math.min(a.r, b.r);
  const isFree = (a, b) => distance(a, b) >= a.r + b.r + 1;
  const isClear = (a, b) => distance(a, b) >= a.r + b.r + BETWEEN_GROUPS;

  // A spot for one place within reach of its point, where all that stand near by are apart from it.
  function freeSpot(one, standing, reach, apart) {
    for (let away = 0; away <= reach; away += STEP) {
      const steps = away ? 12 : 1;
      for (let step = 0; step < steps; step++) {
        const angle = (step / steps) * 2 * Math.PI + Math.PI / 6;
        const spot = { x: one.x + away * Math.cos(angle), y: one.y + away * Math.sin(angle), r: one.r, id: one.id };
        if (!away) { spot.x = one.x; spot.y = one.y; }
        if (standing.near(spot.x, spot.y).every((other) => apart(spot, other))) return spot;
      }
    }
    return null;
  }

  function nearest(one, standing) {
    let found = null;
    for (const other of standing.near(one.x, one.y)) {
      if (!found || distance(one, other) - other.r < distance(one, found) - found.r) found = other;
    }
    return found;
  }

  // Everyone's spot, or null where there is not room for everyone.
  function spread(places) {
    const standing = new Grid(), found = new Map();
    for (const one of [...places].sort(townsFirst)) {
      const spot = freeSpot(one, standing, FARTHEST, isSeen);
      if (!spot) return null;
      standing.add(spot);
      found.set(one.id, { x: spot.x, y: spot.y, into: null });
    }
    return found;
  }

  // The largest stand on their points, and gather those around them.
  function gather(places) {
    const standing = new Grid(), groups = new Map();
    for (const one of [...places].sort(largestFirst)) {
      const leader = freeSpot(one, standing, 0, isClear) ? null : nearest(one, standing);
      if (leader) groups.get(leader.id).members.push(one);
      else { standing.add(one); groups.set(one.id, { leader: one, members: [] }); }
    }
    return [...groups.values()];
  }

  // Groups, in which only those stay that find no room on their own beside what stands already.
  function group(places, prominent) {
    const groups = gather(places), standing = new Grid(), found = new Map();
    const stand = (spot) => { standing.add(spot); found.set(spot.id, { x: spot.x, y: spot.y, into: null }); };
    for (const { leader, members } of groups) {
      stand(leader);
      if (members.length < FEWEST) continue;
      const away = leader.r * BADGE.reach;
      standing.add({ x: leader.x + away + BADGE.right, y: leader.y - away - BADGE.up, r: BADGE.r });
    }
    for (const { leader, members } of groups) {
      for (const one of members) {
        const spot = freeSpot(one, standing, members.length < FEWEST ? NEAR : 0, isFree);
        if (spot) stand(spot);
        else found.set(one.id, { x: one.x, y: one.y, into: prominent.has(one.id) ? null : leader.id });
      }
    }
    return found;
  }

  // Pure: the same places, in any order, stand the same way, whichever of them are prominent: those
  // are in no group, and lie over what stands there.
  // places: [{id, x, y, r, area}] in pixels -> Map of id to {x, y, into: id of the group or null}
  Dateline.arrangement = function (places, prominent) {
    return (places.length <= SPREAD_AT_MOST && spread(places)) || group(places, prominent);
  };

  // Tells every sign its offset and its group at the map's present zoom.
  Dateline.arrange = function (map, signs) {
    const points = new Map(), byId = new Map(), prominent = new Set();
    for (const sign of signs) {
      const { id, area } = sign.options.sign, { x, y } = map.latLngToLayerPoint(sign.getLatLng());
      points.set(id, { id, x, y, r: sign._radius, area });
      byId.set(id, sign);
      sign.options.members = [];
      if (Dateline.isProminent(sign)) prominent.add(id);
    }
    const spots = Dateline.arrangement([...points.values()], prominent);
    for (const sign of signs) {
      const { id } = sign.options.sign, point = points.get(id), spot = spots.get(id);
      const moved = L.point(spot.x - point.x, spot.y - point.y);
      sign.options.offset = moved.x || moved.y ? moved : null;
      sign.options.into = spot.into === null ? null : byId.get(spot.into);
      if (sign.options.into) sign.options.into.options.members.push(sign);
    }
    for (const sign of signs) {
      sign.options.members.sort((a, b) => b.options.sign.n - a.options.sign.n || byText(a.options.sign.name, b.options.sign.name));
    }
  };

  // The sign that stands for a place: its own, or the one whose group it is in.
  Dateline.standing = (sign) => sign.options.into || sign;
})();
