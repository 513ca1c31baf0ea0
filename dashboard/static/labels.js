// What is written and drawn over the signs: names, leaders to their points, and the "+7" of groups.
// Where the signs stand is decided in groups.js.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const LABELS_AT_MOST = 40, BADGE_HEIGHT = 16, TARGET = 24;
  const measuring = document.createElement("canvas").getContext("2d");

  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const around = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });

  // As on a printed map, the names of areas are spaced capitals: they belong to no one point.
  function dressFor(sign) {
    const style = sign.km !== null ? "italic " : "", weight = sign.chosen ? "700 " : "";
    const words = sign.area ? sign.label.toLocaleUpperCase("en") : sign.label;
    return { words, font: style + weight + (sign.area ? "10.5px " : "12px ") + Dateline.font, spacing: sign.area ? "0.9px" : "0px" };
  }

  function widthOf({ words, font, spacing }) {
    measuring.font = font;
    measuring.letterSpacing = spacing;
    return Math.ceil(measuring.measureText(words).width);
  }

  // From a sign's rim to its point, dark on a pale edge so that it reads on land and on other signs.
  // An area has no point: its leader ends without a dot.
  function drawLeader(ctx, sign, theme) {
    const at = sign._point, point = at.subtract(sign.options.offset), k = Math.min(1, sign._radius / at.distanceTo(point));
    ctx.save();
    ctx.setLineDash([]); ctx.lineCap = "round";
    ctx.beginPath(); ctx.moveTo(at.x + (point.x - at.x) * k, at.y + (point.y - at.y) * k); ctx.lineTo(point.x, point.y);
    ctx.lineWidth = 4; ctx.strokeStyle = theme.paper; ctx.globalAlpha = 0.85; ctx.stroke();
    ctx.lineWidth = 1.5; ctx.strokeStyle = theme.ink; ctx.globalAlpha = 1; ctx.stroke();
    if (!sign.options.sign.area) {
      ctx.beginPath(); ctx.arc(point.x, point.y, 3, 0, 2 * Math.PI);
      ctx.fillStyle = theme.ink; ctx.fill();
      ctx.lineWidth = 1; ctx.strokeStyle = theme.paper; ctx.stroke();
    }
    ctx.restore();
  }

  function drawLabel(ctx, { dress, at, faint }, theme) {
    ctx.save();
    ctx.font = dress.font; ctx.letterSpacing = dress.spacing;
    ctx.textBaseline = "middle"; ctx.lineJoin = "round";
    ctx.lineWidth = 3.5; ctx.strokeStyle = theme.paper; ctx.globalAlpha = faint ? 0.5 : 0.9;
    ctx.strokeText(dress.words, at.x, at.y);
    ctx.globalAlpha = faint ? 0.5 : 1; ctx.fillStyle = theme.ink; ctx.fillText(dress.words, at.x, at.y);
    ctx.restore();
  }

  // Everything that lies over all signs, drawn in one go; the mouse does not meet it.
  Dateline.Overlay = L.CircleMarker.extend({
    initialize: function (renderer) {
      L.CircleMarker.prototype.initialize.call(this, [0, 0], { renderer, interactive: false });
      this.signs = []; this.labels = [];
    },
    _project: function () { this._point = L.point(0, 0); this._updateBounds(); },
    _updateBounds: function () { this._pxBounds = L.bounds([-1e7, -1e7], [1e7, 1e7]); },
    _updatePath: function () { this._renderer._updateDrawn(this); },
    drawOn: function (ctx) {
      const theme = Dateline.theme;
      for (const sign of this.signs) {
        if (sign.options.offset && !sign.options.into && sign._point) drawLeader(ctx, sign, theme);
      }
      for (const label of this.labels) drawLabel(ctx, { ...label, faint: label.sign.dim && !label.sign.lit }, theme);
    },
  });

  // ---- groups: how many more places a sign stands for

  Dateline.Badge = L.CircleMarker.extend({
    _project: function () {
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.options.offset);
      this._updateBounds();
    },
    _updateBounds: function () {
      const reach = L.point(Math.max(this.options.width, TARGET) / 2 + 1, TARGET / 2);
      this._pxBounds = L.bounds(this._point.subtract(reach), this._point.add(reach));
    },
    _updatePath: function () { this._renderer._updateDrawn(this); },
    _containsPoint: function (p) { return this._pxBounds.contains(p); },
    drawOn: function (ctx) {
      const { words, width, sign } = this.options, { x, y } = this._point, theme = Dateline.theme;
      ctx.save();
      ctx.setLineDash([]);
      ctx.globalAlpha = sign.options.sign.dim && !sign.options.sign.lit ? 0.4 : 1;
      ctx.beginPath(); ctx.roundRect(x - width / 2, y - BADGE_HEIGHT / 2, width, BADGE_HEIGHT, BADGE_HEIGHT / 2);
      ctx.fillStyle = theme.paper; ctx.fill();
      ctx.lineWidth = 1.25; ctx.strokeStyle = theme.ink; ctx.stroke();
      ctx.font = "600 11px " + Dateline.font; ctx.textAlign = "center"; ctx.textBaseline = "middle";
      ctx.fillStyle = theme.ink; ctx.fillText(words, x, y + 0.5);
      ctx.restore();
    },
  });

  // One badge per group, at the corner of its sign where it hides the least.
  Dateline.makeBadges = function (map, signs, renderer) {
    const taken = signs.filter((sign) => !sign.options.into).map((sign) => {
      const { x, y } = Dateline.spot(map, sign);
      return around(x, y, 2 * sign._radius, 2 * sign._radius);
    });
    const made = [];
    for (const sign of signs) {
      const { members, offset } = sign.options;
      if (!members.length) continue;
      const words = "+" + members.length, width = widthOf({ words, font: "600 11px " + Dateline.font, spacing: "0px" }) + 10;
      const away = sign._radius * 0.72, at = Dateline.spot(map, sign);
      let best = null;
      for (const [dx, dy] of [[1, -1], [1, 1], [-1, -1], [-1, 1]]) {
        const shift = L.point(dx * (away + width / 2 - 2), dy * (away + BADGE_HEIGHT / 2 - 4));
        const box = around(at.x + shift.x, at.y + shift.y, width, BADGE_HEIGHT);
        const hidden = taken.filter((other) => overlap(box, other)).length;
        if (!best || hidden < best.hidden) best = { shift, box, hidden };
      }
      taken.push(best.box);
      made.push(new Dateline.Badge(sign.getLatLng(), {
        renderer, sign, words, width, radius: TARGET / 2, offset: best.shift.add(offset || [0, 0]),
      }));
    }
    return made;
  };

  // Asked anew for every view: the map may have moved its origin since the badge was made.
  function badgeBox(map, badge) {
    const { offset, width } = badge.options, { x, y } = map.latLngToLayerPoint(badge.getLatLng()).add(offset);
    return around(x, y, width, BADGE_HEIGHT);
  }

  // The layer point at which a place's sign, or its group, stands at the present zoom.
  Dateline.spot = function (map, sign) {
    const shown = Dateline.standing(sign);
    return map.latLngToLayerPoint(shown.getLatLng()).add(shown.options.offset || [0, 0]);
  };

  // ---- names

  function labelSpots(r, width) {
    const right = r + 4, left = -r - 4 - width, middle = -width / 2, beside = r * 0.75;
    return [
      [right, 0], [left, 0], [middle, r + 10], [middle, -r - 10],
      [right, beside + 4], [right, -beside - 4], [left, beside + 4], [left, -beside - 4],
      [right, r + 12], [left, r + 12], [right, -r - 12], [left, -r - 12],
    ];
  }

  function labelBox(x, y, [dx, dy], width) {
    return { left: x + dx, right: x + dx + width, top: y + dy - 8, bottom: y + dy + 8 };
  }

  // The names of the most mentioned signs in view, as far as there is room inside the view.
  Dateline.labelsFor = function (map, signs, badges) {
    const corner = map.containerPointToLayerPoint([0, 0]), size = map.getSize();
    const view = { left: corner.x + 2, right: corner.x + size.x - 2, top: corner.y + 2, bottom: corner.y + size.y - 2 };
    const inside = (b) => b.left >= view.left && b.right <= view.right && b.top >= view.top && b.bottom <= view.bottom;
    const placed = signs.filter((sign) => !sign.options.into).map((sign) => {
      const { x, y } = Dateline.spot(map, sign), r = sign._radius;
      return { sign: sign.options.sign, x, y, r, box: around(x, y, 2 * r, 2 * r) };
    });
    const taken = [...placed.map((one) => one.box), ...badges.map((badge) => badgeBox(map, badge))].filter((box) => overlap(box, view));
    const named = placed.filter((one) => overlap(one.box, view))
      .sort((a, b) => b.sign.chosen - a.sign.chosen || b.r - a.r).slice(0, LABELS_AT_MOST);
    const found = [];
    for (const { sign, x, y, r } of named) {
      const dress = dressFor(sign), width = widthOf(dress);
      const spots = labelSpots(r + (sign.chosen ? 6 : 0), width).filter((spot) => inside(labelBox(x, y, spot, width)));
      const free = spots.find((spot) => !taken.some((other) => overlap(labelBox(x, y, spot, width), other)));
      const spot = free || (sign.chosen && spots[0]);  // the chosen one is always named
      if (!spot) continue;
      taken.push(labelBox(x, y, spot, width));
      found.push({ sign, dress, at: L.point(x + spot[0], y + spot[1]) });
    }
    return found;
  };
})();
