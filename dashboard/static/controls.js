// The map's own buttons: fit to all places or come nearer to some, help with the keys, and the way
// back to places outside.
// What they move is in position.js.
(function () {
  "use strict";
  const Dateline = (window.Dateline = window.Dateline || {});
  const KEYS = [
    ["Arrow keys", "move the map"], ["+ and −", "zoom in and out"], ["N and P", "next and previous place"],
    ["Enter", "choose that place"], ["G", "open its group, marked +7"], ["Escape", "let go"],
  ];

  function button(bar, { className, title, press }) {
    const made = L.DomUtil.create("a", className, bar);
    made.href = "#"; made.title = title;
    made.setAttribute("role", "button");
    made.setAttribute("aria-label", title);
    L.DomEvent.on(made, "click", (event) => { L.DomEvent.stop(event); press(made); });
    L.DomEvent.on(made, "keydown", (event) => { if (event.key === " ") { L.DomEvent.stop(event); press(made); } });
    return made;
  }

  function bar(map) {
    const made = L.DomUtil.create("div", "leaflet-bar");
    L.DomEvent.disableClickPropagation(made);
    return made;
  }

  Dateline.FitControl = L.Control.extend({
    options: { position: "topleft" },
    onAdd: function (map) {
      const made = bar(map);
      made.classList.add("dateline-fits");
      button(made, { className: "dateline-fit", title: "Fit the map to all places", press: () => Dateline.where.showAll(map) });
      this._near = button(made, { className: "dateline-near", title: "", press: () => Dateline.where.comeNearer(map, Dateline.outstanding()) });
      this.update();
      return made;
    },
    // There is something to come nearer to while a place is chosen or an article is read.
    update: function () {
      const signs = Dateline.outstanding(), words = signs.length === 1 ? signs[0].options.sign.name : "the places that stand out";
      this._near.hidden = !signs.length;
      this._near.title = "Come nearer to " + words;
      this._near.setAttribute("aria-label", this._near.title);
    },
  });

  // What the keys do, while the map has the focus.
  Dateline.HelpControl = L.Control.extend({
    options: { position: "topleft" },
    onAdd: function (map) {
      const box = L.DomUtil.create("div", "dateline-help"), made = bar(map), panel = L.DomUtil.create("div", "dateline-keys");
      panel.hidden = true; panel.id = "dateline-keys";
      const list = L.DomUtil.create("dl", "", panel);
      for (const [key, words] of KEYS) {
        L.DomUtil.create("dt", "", list).textContent = key;
        L.DomUtil.create("dd", "", list).textContent = words;
      }
      L.DomUtil.create("p", "", panel).textContent = "The table of places on this page holds the same places.";
      const toggle = (shown) => { panel.hidden = !shown; opener.setAttribute("aria-expanded", String(shown)); };
      const opener = button(made, { className: "dateline-ask", title: "Keys for the map", press: () => toggle(panel.hidden) });
      opener.textContent = "?";
      opener.setAttribute("aria-controls", panel.id);
      toggle(false);
      box.append(made, panel);
      L.DomEvent.disableClickPropagation(box);
      box.addEventListener("keydown", (event) => { if (event.key === "Escape") { toggle(false); opener.focus(); } });
      map.on("click movestart", () => toggle(false));
      return box;
    },
  });

  // How many places the view leaves out, and back to them; gone where it leaves out none.
  Dateline.OutsideControl = L.Control.extend({
    options: { position: "topright" },
    onAdd: function (map) {
      this._button = L.DomUtil.create("button", "dateline-outside");
      this._button.type = "button";
      L.DomEvent.disableClickPropagation(this._button);
      this._button.addEventListener("click", () => {
        const hadFocus = document.activeElement === this._button;
        Dateline.where.showAll(map);
        if (hadFocus) map.getContainer().focus();
      });
      this.update(map);
      return this._button;
    },
    update: function (map) {
      const { length } = Dateline.where.outside(map);
      this._button.hidden = !length;
      this._button.textContent = length.toLocaleString("en-GB") + (length === 1 ? " place" : " places") + " outside this view · Show all";
    },
  });
})();
