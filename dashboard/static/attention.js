// What stands out: the place of the words that are hovered, those of the paragraph being read, the
// next one for the keyboard, those joined to the chosen one. The reading pane calls these.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const page = window.parent;
  let lit = null, followed = null;
  // The group that the lit place has stepped out of for as long as it is lit.
  let home = null;

  const signOf = (id) => Dateline.now.signs.find((sign) => sign.options.sign.id === id);
  const isInView = (sign) => Dateline.map.getBounds().contains(sign.getLatLng());

  // Also after the signs were arranged anew, from whatever group the lit one is in now.
  Dateline.stepOut = function () {
    if (!lit) return;
    home = lit.options.into;
    lit.options.into = null;
  };

  function setLit(isLit) {
    lit.options.sign.lit = isLit;
    if (isLit) Dateline.stepOut();
    else lit.options.into = home;
    lit.redraw();
    Dateline.restyleArea(lit.options.sign);
  }

  // Makes one place stand out at once, out of its group where it is in one; null ends it.
  Dateline.light = function (id) {
    if (lit) {
      setLit(false);
      lit.closeTooltip();
    }
    lit = signOf(id) || null;
    Dateline.point();
    if (!lit) return;
    setLit(true);
    if (isInView(lit)) lit.openTooltip();
  };

  // An arrow towards the lit place, else the chosen one, where it lies outside the view.
  Dateline.point = () => Dateline.pointTo(Dateline.map, lit || Dateline.now.signs.find((sign) => sign.options.sign.chosen));

  // The places to look at among all: those being read about, else those joined to the chosen one.
  function kept() {
    const read = (followed || []).map(signOf).filter(Boolean);
    if (read.length) return read;
    const joined = Dateline.now.signs.filter(({ options: { sign } }) => sign.companion);
    return joined.length ? [...joined, ...Dateline.now.signs.filter(({ options: { sign } }) => sign.chosen)] : [];
  }

  // Those are in no group, so that each can be seen.
  Dateline.isProminent = ({ options: { sign } }) => sign.chosen || Boolean(sign.companion) || Boolean(followed && followed.includes(sign.id));

  // What the reader can come nearer to: those places, or the chosen one alone.
  Dateline.outstanding = function () {
    const found = kept();
    return found.length ? found : Dateline.now.signs.filter(({ options: { sign } }) => sign.chosen);
  };

  function dim() {
    const bright = new Set(kept());
    for (const sign of Dateline.now.signs) sign.options.sign.dim = Boolean(bright.size && !bright.has(sign));
  }

  // Dims all places but these; where none of them is in view, the first comes into it.
  Dateline.follow = function (ids) {
    const before = String(followed || []);
    followed = ids && ids.length ? [...ids] : null;
    if (String(followed || []) !== before) {  // Asked with every rest of the text, mostly for the same.
      dim();
      Dateline.arrangeAnew();
      for (const drawn of [...Dateline.now.signs, ...Dateline.now.badges, Dateline.now.overlay]) drawn && drawn.redraw();
      Dateline.restyleAreas();
    }
    const signs = (followed || []).map(signOf).filter(Boolean);
    if (signs.length && !signs.some(isInView)) Dateline.where.panTo(Dateline.map, signs[0].getLatLng(), { animate: true });
  };

  // After the signs were drawn anew: what stood out still does.
  Dateline.recall = function () {
    const id = lit && lit.options.sign.id;
    lit = (id && signOf(id)) || null;
    dim();
    if (lit) setLit(true);
  };

  // What the mouse is on, for the words that name it.
  Dateline.tell = function (id) {
    page.document.dispatchEvent(new page.CustomEvent("dateline-marker", { detail: id }));
  };

  Dateline.lit = () => lit && { id: lit.options.sign.id, shown: Dateline.standing(lit).options.sign.id };
  Dateline.followed = () => Dateline.now.signs.filter((sign) => !sign.options.sign.dim).map((sign) => sign.options.sign.id);

  // ---- the keyboard: N and P go from place to place in view, Enter chooses, with the map in focus

  function inOrder() {
    return Dateline.now.signs.filter((sign) => !sign.options.into && isInView(sign))
      .sort((a, b) => b.options.sign.n - a.options.sign.n || (a.options.sign.id < b.options.sign.id ? -1 : 1));
  }

  Dateline.hearKeys = function (map, { choose, open }) {
    const box = map.getContainer(), said = document.createElement("div");
    said.className = "dateline-said";
    said.setAttribute("role", "status");
    box.append(said);
    let at = null;
    const step = (by) => {
      const order = inOrder();
      if (!order.length) return;
      const found = order.indexOf(at), next = found < 0 ? (by > 0 ? 0 : order.length - 1) : (found + by + order.length) % order.length;
      at = order[next];
      Dateline.light(at.options.sign.id);
      said.textContent = at.options.sign.name + ", " + at.options.sign.note
        + (at.options.members.length ? ", " + Dateline.moreHere(at.options.members) : "");
    };
    box.addEventListener("keydown", (event) => {
      if (event.target !== box || event.ctrlKey || event.altKey || event.metaKey) return;
      const key = event.key.toLowerCase(), here = at && lit === at && Dateline.now.signs.includes(at);
      if (key === "n" || key === "p") step(key === "n" ? 1 : -1);
      else if (key === "enter" && here) choose(at);
      else if (key === "g" && here && at.options.members.length) open(at);
      else if (key === "escape") Dateline.light(null);
      else return;
      event.preventDefault();
    });
    box.addEventListener("blur", () => { if (at && lit === at) Dateline.light(null); at = null; });
  };
})();
