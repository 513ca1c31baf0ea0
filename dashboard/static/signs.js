// How one place is drawn: a shape for what it is, a filling for the part it plays.
// Where signs stand is in groups.js and labels.js. Text only ever reaches a canvas.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});

  // Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), a lighter pair on dark land.
  Dateline.themes = {
    light: {
      sea: "#dae0e3", land: "#faf8f3", border: "#aaa79e", paper: "#fffdf8", ink: "#22262b",
      location: "#0072b2", actor: "#d55e00", demonym: "#007a5a",
    },
    dark: {
      sea: "#11161b", land: "#2a323a", border: "#55606b", paper: "#12161a", ink: "#f1eee7",
      location: "#56b4e9", actor: "#e69f00", demonym: "#2fc79a",
    },
  };

  Dateline.theme = Dateline.themes.light;
  // What is on the map just now.
  Dateline.now = { signs: [], rings: [], badges: [], overlay: null, group: null };
  Dateline.font = "'Source Sans', 'Segoe UI', sans-serif";

  const LARGEST_RADIUS = 22, SMALLEST_RADIUS = 5, RADIUS_OF_ONE = 6, TARGET_RADIUS = 12, DIM = 0.3, RADIUS_OF_DOUBT = 8;

  // Pixels; the area of a sign grows with its mentions.
  function radius(mentions, most) {
    const unit = Math.min(RADIUS_OF_ONE, LARGEST_RADIUS / Math.sqrt(most));
    return Math.max(SMALLEST_RADIUS, unit * Math.sqrt(mentions));
  }

  // A circle for a spot; a square for a country; a plate, as of a name, for an area without outline.
  function trace(ctx, sign, x, y, r) {
    ctx.beginPath();
    if (!sign.area) { ctx.arc(x, y, r, 0, 2 * Math.PI); return; }
    const isCountry = Dateline.hasOutline(sign), across = r * (isCountry ? 0.9 : 1.15), down = r * (isCountry ? 0.9 : 0.66);
    ctx.roundRect(x - across, y - down, 2 * across, 2 * down, Math.min(4, down / 2));
  }

  function drawHalo(ctx, sign, x, y, r, theme) {
    if (sign.lit) {
      trace(ctx, sign, x, y, r + 7);
      ctx.lineWidth = 7; ctx.strokeStyle = theme.ink; ctx.globalAlpha = 0.22; ctx.stroke(); ctx.globalAlpha = 1;
    }
    if (!sign.chosen && !sign.lit) return;
    trace(ctx, sign, x, y, r + 4);
    ctx.lineWidth = 4; ctx.strokeStyle = theme.paper; ctx.stroke();
    ctx.lineWidth = 2.25; ctx.strokeStyle = theme.ink; ctx.stroke();
  }

  function drawCode(ctx, sign, x, y, r, theme) {
    ctx.font = "600 " + Math.min(13, Math.round(r * 0.85)) + "px " + Dateline.font;
    ctx.textAlign = "center"; ctx.textBaseline = "middle"; ctx.fillStyle = theme.ink;
    ctx.fillText(sign.code, x, y + 0.5);
  }

  function drawDoubt(ctx, x, y, r, theme) {
    ctx.font = "700 " + Math.min(16, Math.round(r * 1.4)) + "px " + Dateline.font;
    ctx.textAlign = "center"; ctx.textBaseline = "middle"; ctx.fillStyle = theme.ink;
    ctx.fillText("?", x, y + 0.5);
  }

  // Filling: full where something happens there, hollow where the name only acts, a dot where it is
  // the people. Dashes: only about there. A question mark: likelier wrong than right.
  Dateline.drawSign = function (ctx, sign, x, y, r, theme) {
    const colour = theme[sign.role], approximate = sign.km !== null, faint = sign.dim && !sign.lit ? DIM : 1;
    ctx.save();
    ctx.setLineDash([]);
    drawHalo(ctx, sign, x, y, r, theme);
    trace(ctx, sign, x, y, r);
    ctx.globalAlpha = 0.9 * faint; ctx.fillStyle = theme.paper; ctx.fill();
    if (sign.role === "location") {
      ctx.globalAlpha = faint * (sign.doubtful ? 0.1 : approximate ? 0.2 : sign.area ? 0.32 : 0.82);
      ctx.fillStyle = colour; ctx.fill();
    }
    ctx.globalAlpha = faint; ctx.strokeStyle = colour;
    ctx.lineWidth = sign.role === "actor" ? 3 : 2;
    ctx.setLineDash(approximate ? [3, 2.5] : []);
    ctx.stroke();
    ctx.setLineDash([]);
    if (sign.role === "demonym" || (approximate && !sign.area)) {
      ctx.beginPath(); ctx.arc(x, y, sign.role === "demonym" ? r / 3 : 2, 0, 2 * Math.PI);
      ctx.fillStyle = colour; ctx.fill();
    }
    if (sign.doubtful) drawDoubt(ctx, x, y, r, theme);
    else if (sign.area && sign.code && r >= 10) drawCode(ctx, sign, x, y, r, theme);
    ctx.restore();
  };

  L.Canvas.include({
    // Of anything that draws itself, as signs, badges and labels do.
    _updateDrawn: function (layer) {
      if (this._drawing) layer.drawOn(this._ctx);
    },
  });

  // A circle marker in all but looks: it may stand a little off its point, on a leader, or not
  // itself but within the group of a larger sign (`into`).
  Dateline.Sign = L.CircleMarker.extend({
    _project: function () {
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.options.offset || [0, 0]);
      this._updateBounds();
    },
    _updateBounds: function () {
      const reach = Math.max(this._radius + 12, TARGET_RADIUS);
      this._pxBounds = L.bounds(this._point.subtract([reach, reach]), this._point.add([reach, reach]));
    },
    _updatePath: function () { this._renderer._updateDrawn(this); },
    drawOn: function (ctx) {
      if (this.options.into || this._empty()) return;
      Dateline.drawSign(ctx, this.options.sign, this._point.x, this._point.y, this._radius, Dateline.theme);
    },
    // Of neighbours within reach of one click, the nearest is meant, not the one drawn last.
    _containsPoint: function (p) {
      if (this.options.into) return false;
      const far = (sign) => p.distanceTo(sign._point) / sign._radius, mine = far(this);
      return p.distanceTo(this._point) <= Math.max(TARGET_RADIUS, this._radius + this._clickTolerance())
        && this.options.all.every((other) => other.options.into || far(other) >= mine);
    },
  });

  Dateline.makeSigns = function (data, renderer) {
    const most = data.signs.reduce((top, sign) => Math.max(top, sign.n), 1);
    const all = [];
    for (const sign of data.signs) {
      sign.chosen = sign.id === data.chosen; sign.lit = false;
      all.push(new Dateline.Sign([sign.lat, sign.lon], {
        renderer, sign, all, radius: Math.max(radius(sign.n, most), sign.doubtful ? RADIUS_OF_DOUBT : 0), offset: null, into: null, members: [],
      }));
    }
    return all;
  };
})();
