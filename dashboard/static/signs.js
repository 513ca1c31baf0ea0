// How places are drawn: a shape for what each one is, spread apart where they would hide each other.
// When they are drawn, and what a click means, is in view.js. Text only ever reaches a canvas.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});

  // Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), a lighter pair on dark land.
  Dateline.themes = {
    light: {
      sea: "#d3dfe6", land: "#f6f3ec", border: "#a9a69b", paper: "#fffdf8", ink: "#22262b",
      location: "#0072b2", actor: "#d55e00", demonym: "#007a5a",
    },
    dark: {
      sea: "#11161b", land: "#2a323a", border: "#55606b", paper: "#12161a", ink: "#f1eee7",
      location: "#56b4e9", actor: "#e69f00", demonym: "#2fc79a",
    },
  };

  Dateline.theme = Dateline.themes.light;

  const LARGEST_RADIUS = 22, SMALLEST_RADIUS = 5, RADIUS_OF_ONE = 6;
  const SPREAD_AT_MOST = 400, LABELS_AT_MOST = 40, FARTHEST = 36, LABEL_FONT = "12px 'Source Sans', 'Segoe UI', sans-serif";

  // Pixels; the area of a sign grows with its mentions.
  function radius(mentions, most) {
    const unit = Math.min(RADIUS_OF_ONE, LARGEST_RADIUS / Math.sqrt(most));
    return Math.max(SMALLEST_RADIUS, unit * Math.sqrt(mentions));
  }

  function trace(ctx, sign, x, y, r) {
    ctx.beginPath();
    if (!sign.area) { ctx.arc(x, y, r, 0, 2 * Math.PI); return; }
    const half = r * 0.9, corner = Math.min(4, half / 2);
    ctx.moveTo(x - half + corner, y - half);
    ctx.arcTo(x + half, y - half, x + half, y + half, corner);
    ctx.arcTo(x + half, y + half, x - half, y + half, corner);
    ctx.arcTo(x - half, y + half, x - half, y - half, corner);
    ctx.arcTo(x - half, y - half, x + half, y - half, corner);
    ctx.closePath();
  }

  // Shape: circle for a spot, square for an area. Filling: full where something happens there,
  // hollow where the name only acts, a dot where it is the people. Dashes: only about there.
  Dateline.drawSign = function (ctx, sign, x, y, r, theme) {
    const colour = theme[sign.role], approximate = sign.km !== null;
    ctx.save();
    ctx.setLineDash([]);
    if (sign.chosen) {
      trace(ctx, sign, x, y, r + 4);
      ctx.lineWidth = 4; ctx.strokeStyle = theme.paper; ctx.stroke();
      ctx.lineWidth = 2.25; ctx.strokeStyle = theme.ink; ctx.stroke();
    }
    trace(ctx, sign, x, y, r);
    ctx.globalAlpha = 0.9; ctx.fillStyle = theme.paper; ctx.fill();
    if (sign.role === "location") {
      ctx.globalAlpha = approximate ? 0.2 : sign.area ? 0.32 : 0.82;
      ctx.fillStyle = colour; ctx.fill();
    }
    ctx.globalAlpha = 1; ctx.strokeStyle = colour;
    ctx.lineWidth = sign.role === "actor" ? 3 : 2;
    ctx.setLineDash(approximate ? [3, 2.5] : []);
    ctx.stroke();
    ctx.setLineDash([]);
    if (sign.role === "demonym" || (approximate && !sign.area)) {
      ctx.beginPath(); ctx.arc(x, y, sign.role === "demonym" ? r / 3 : 2, 0, 2 * Math.PI);
      ctx.fillStyle = colour; ctx.fill();
    }
    if (sign.area && sign.code && r >= 10) {
      ctx.font = "600 " + Math.min(13, Math.round(r * 0.85)) + "px 'Source Sans', 'Segoe UI', sans-serif";
      ctx.textAlign = "center"; ctx.textBaseline = "middle"; ctx.fillStyle = theme.ink;
      ctx.fillText(sign.code, x, y + 0.5);
    }
    ctx.restore();
  };

  // From a sign's rim to its point, dark on a pale edge so that it reads on land and on other signs.
  function drawLeader(ctx, sign, point, r, theme) {
    const way = Math.hypot(sign.x - point.x, sign.y - point.y), k = Math.min(1, r / way);
    const rim = { x: sign.x + (point.x - sign.x) * k, y: sign.y + (point.y - sign.y) * k };
    ctx.save();
    ctx.setLineDash([]); ctx.lineCap = "round";
    ctx.beginPath(); ctx.moveTo(rim.x, rim.y); ctx.lineTo(point.x, point.y);
    ctx.lineWidth = 4; ctx.strokeStyle = theme.paper; ctx.globalAlpha = 0.85; ctx.stroke();
    ctx.lineWidth = 1.5; ctx.strokeStyle = theme.ink; ctx.globalAlpha = 1; ctx.stroke();
    ctx.beginPath(); ctx.arc(point.x, point.y, 3, 0, 2 * Math.PI);
    ctx.fillStyle = theme.ink; ctx.fill();
    ctx.lineWidth = 1; ctx.strokeStyle = theme.paper; ctx.stroke();
    ctx.restore();
  }

  // The leaders to points that this sign has just covered, its own among them.
  function leadersAt(layer) {
    const { all } = layer.options;
    if (all.length > SPREAD_AT_MOST) return [];
    return all.filter((one) => one.options.offset && one._map && one._point)
      .map((one) => [one._point, one._point.subtract(one.options.offset), one._radius])
      .filter(([at, point]) => at === layer._point || layer._point.distanceTo(point) < layer._radius + 4);
  }

  function drawLabel(ctx, sign, at, theme) {
    ctx.save();
    ctx.font = (sign.km !== null ? "italic " : "") + (sign.chosen ? "700 " : "") + LABEL_FONT;
    ctx.textBaseline = "middle"; ctx.lineJoin = "round";
    ctx.lineWidth = 3.5; ctx.strokeStyle = theme.paper; ctx.globalAlpha = 0.9;
    ctx.strokeText(sign.label, at.x, at.y);
    ctx.globalAlpha = 1; ctx.fillStyle = theme.ink; ctx.fillText(sign.label, at.x, at.y);
    ctx.restore();
  }

  L.Canvas.include({
    _updateSign: function (layer) {
      if (!this._drawing || layer._empty()) return;
      const { sign } = layer.options, p = layer._point, theme = Dateline.theme;
      Dateline.drawSign(this._ctx, sign, p.x, p.y, layer._radius, theme);
      for (const leader of leadersAt(layer)) drawLeader(this._ctx, ...leader, theme);
      if (layer.options.labelAt) drawLabel(this._ctx, sign, p.add(layer.options.labelAt), theme);
    },
  });

  // A circle marker in all but looks: it may stand a little off its point, on a leader.
  Dateline.Sign = L.CircleMarker.extend({
    _project: function () {
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.options.offset || [0, 0]);
      this._updateBounds();
    },
    _updateBounds: function () {
      const reach = this._radius + 8, o = this.options;
      this._pxBounds = L.bounds(this._point.subtract([reach, reach]), this._point.add([reach, reach]));
      if (o.offset) {
        const point = this._point.subtract(o.offset);
        this._pxBounds.extend(point.subtract([5, 5])).extend(point.add([5, 5]));
      }
      if (o.labelAt) {
        const at = this._point.add(o.labelAt);
        this._pxBounds.extend(at.subtract([2, 10])).extend(at.add([o.labelWidth + 2, 10]));
      }
    },
    _updatePath: function () { this._renderer._updateSign(this); },
    // Of neighbours within reach of one click, the nearest is meant, not the one drawn last.
    _containsPoint: function (p) {
      const far = (sign) => p.distanceTo(sign._point) / sign._radius, mine = far(this);
      return p.distanceTo(this._point) <= this._radius + this._clickTolerance()
        && this.options.all.every((other) => far(other) >= mine);
    },
  });

  Dateline.makeSigns = function (data, renderer) {
    const most = data.signs.reduce((top, sign) => Math.max(top, sign.n), 1);
    const all = [];
    for (const sign of data.signs) {
      sign.chosen = sign.id === data.chosen;
      all.push(new Dateline.Sign([sign.lat, sign.lon], { renderer, sign, all, radius: radius(sign.n, most) }));
    }
    return all;
  };

  // Signs may lap over each other as long as the middle of each is seen: they leave their points less.
  const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) >= Math.max(a.r, b.r) + 0.4 * Math.min(a.r, b.r);

  // Where a sign stands, relative to its point, so that it hides none of those already standing.
  function freeOffset(point, r, standing) {
    for (let distance = 0; distance <= FARTHEST; distance += 4) {
      const steps = distance ? 12 : 1;
      for (let step = 0; step < steps; step++) {
        const angle = (step / steps) * 2 * Math.PI + Math.PI / 6;
        const spot = { x: point.x + distance * Math.cos(angle), y: point.y + distance * Math.sin(angle), r };
        if (standing.every((other) => apart(spot, other))) return distance ? L.point(spot.x - point.x, spot.y - point.y) : null;
      }
    }
    return null;
  }

  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  function labelSpots(r, width) {
    const right = r + 4, left = -r - 4 - width, middle = -width / 2, beside = r * 0.75;
    return [
      [right, 0], [left, 0], [middle, r + 10], [middle, -r - 10],
      [right, beside + 4], [right, -beside - 4], [left, beside + 4], [left, -beside - 4],
      [right, r + 12], [left, r + 12], [right, -r - 12], [left, -r - 12],
    ];
  }

  // Finds every sign's offset at the map's present zoom; null where it may stand on its point.
  Dateline.spread = function (map, signs) {
    // A town keeps its spot; an area, which has none, makes room.
    const order = [...signs].sort((a, b) => a.options.sign.area - b.options.sign.area
      || b._radius - a._radius || (a.options.sign.id < b.options.sign.id ? -1 : 1));
    const standing = [];
    for (const sign of order) {
      const point = map.latLngToLayerPoint(sign.getLatLng()), r = sign._radius;
      sign.options.offset = signs.length > SPREAD_AT_MOST ? null : freeOffset(point, r, standing);
      const at = sign.options.offset ? point.add(sign.options.offset) : point;
      standing.push({ x: at.x, y: at.y, r });
    }
  };

  function labelBox(x, y, [dx, dy], width) {
    return { left: x + dx, right: x + dx + width, top: y + dy - 8, bottom: y + dy + 8 };
  }

  // Names the most mentioned signs in view, as far as there is room inside the view.
  Dateline.label = function (map, signs) {
    const corner = map.containerPointToLayerPoint([0, 0]), size = map.getSize();
    const view = { left: corner.x + 2, right: corner.x + size.x - 2, top: corner.y + 2, bottom: corner.y + size.y - 2 };
    const inside = (b) => b.left >= view.left && b.right <= view.right && b.top >= view.top && b.bottom <= view.bottom;
    const placed = signs.map((sign) => {
      const { x, y } = map.latLngToLayerPoint(sign.getLatLng()).add(sign.options.offset || [0, 0]), r = sign._radius;
      sign.options.labelAt = null;
      return { sign, x, y, r, box: { left: x - r, right: x + r, top: y - r, bottom: y + r } };
    });
    const taken = placed.map((one) => one.box);
    const ctx = document.createElement("canvas").getContext("2d");
    ctx.font = "700 " + LABEL_FONT;
    const named = placed.filter((one) => overlap(one.box, view))
      .sort((a, b) => b.sign.options.sign.chosen - a.sign.options.sign.chosen || b.r - a.r).slice(0, LABELS_AT_MOST);
    for (const { sign, x, y, r } of named) {
      const width = Math.ceil(ctx.measureText(sign.options.sign.label).width);
      const spots = labelSpots(r + (sign.options.sign.chosen ? 6 : 0), width)
        .filter((spot) => inside(labelBox(x, y, spot, width)));
      const free = spots.find((spot) => !taken.some((other) => overlap(labelBox(x, y, spot, width), other)));
      const spot = free || (sign.options.sign.chosen && spots[0]);  // the chosen one is always named
      if (!spot) continue;
      taken.push(labelBox(x, y, spot, width));
      sign.options.labelAt = L.point(spot);
      sign.options.labelWidth = width;
    }
    signs.forEach((sign) => sign._map && sign._project());
  };
})();
