// The timeline: bars that are the filter. Brushing, handles, steps; what they mean is told to Python.
// data: {words, undated: {count, shown}, bars: [[first, last, count]], barUnit, window: [first, last],
//        units, unit, previous: {window, words} | null, next}; days are ISO, null is no bound.
// Nodes that can hold the focus are made once and only changed, so that it is never lost.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const BARS_PER_PAGE = { day: 7, week: 4, month: 12, year: 10, decade: 10, century: 10 };
// Arrow keys that follow each other quickly are one step of the page's history.
const KEYS_REST_MS = 400, MOVED_PX = 4, LABEL_PX = 62, LABEL_GAP_PX = 10, ROOM_RIGHT_PX = 24;
const DAY_MS = 86400000;

const number = (iso) => Date.parse(iso) / DAY_MS;
const parts = (iso) => iso.split("-").map(Number);
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const counted = (count) => `${count.toLocaleString("en-GB")} ${count === 1 ? "article" : "articles"}`;

function day(iso) {
  const [year, month, date] = parts(iso);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function period([first, last]) {
  return first === last ? day(first) : `${day(first)} to ${day(last)}`;
}

// Which bars bear a label, from all of them to the roundest; the first that fit are taken.
const ROUND = {
  day: [() => true, (y, m, d, iso) => (number(iso) + 3) % 7 === 0, (y, m, d) => d === 1],
  week: [() => true, (y, m, d) => d <= 7, (y, m, d) => d <= 7 && m % 3 === 1],
  month: [() => true, (y, m) => m % 3 === 1, (y, m) => m === 1, (y, m) => m === 1 && y % 5 === 0],
  year: [() => true, (y) => y % 5 === 0, (y) => y % 10 === 0, (y) => y % 50 === 0],
  decade: [() => true, (y) => y % 50 === 0, (y) => y % 100 === 0, (y) => y % 500 === 0],
  century: [() => true, (y) => y % 500 === 0, (y) => y % 1000 === 0],
};

function label(unit, iso, isFirst) {
  const [year, month, date] = parts(iso);
  if (unit === "day" || unit === "week") return `${date} ${MONTHS[month - 1]}` + (isFirst ? ` ${year}` : "");
  if (unit === "month") return MONTHS[month - 1] + (isFirst || month === 1 ? ` ${year}` : "");
  return String(year);
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

class Timeline {
  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    Object.assign(this, {
      root, strip: find(".strip"), lane: find(".lane"), bars: find(".bars"), axis: find(".axis"), readout: find(".readout"),
      first: find(".handle.first"), last: find(".handle.last"), undated: find("button.undated"), details: find("details"),
      previous: find(".previous"), next: find(".next"), all: find(".all"), units: find(".units"), window: [null, null],
    });
    this.listenToStrip();
    this.listenToHandle(this.first, 0);
    this.listenToHandle(this.last, 1);
    const step = (button, window) => button.addEventListener("click", () => window() && this.leadTo(window()));
    step(this.previous, () => this.data.previous && this.data.previous.window);
    step(this.next, () => this.data.next && this.data.next.window);
    step(this.all, () => this.hasWindow() && [null, null]);
    this.undated.addEventListener("click", () => this.tell("undated", true));
    this.details.addEventListener("toggle", () => this.drawTable());
    new ResizeObserver(() => this.data && this.drawAxis()).observe(this.axis);
  }

  hasWindow() { return this.window[0] !== null || this.window[1] !== null; }

  // ---- what the reader does

  leadTo(window) {
    clearTimeout(this.rest);
    this.rest = this.drag = null;
    this.window = window;
    this.draw();
    if (JSON.stringify(window) !== JSON.stringify(this.data.window)) this.tell("window", window);
  }

  // The window from one bar to another; at an end of the axis there is no bound.
  between(a, b) {
    const { bars } = this.data;
    return [a <= 0 ? null : bars[a][0], b >= bars.length - 1 ? null : bars[b][1]];
  }

  // Where a pointer is, in bars: 0 at the start of the first, their number at the end of the last.
  pointed(event) {
    const { left, width } = this.strip.getBoundingClientRect();
    return clamp(((event.clientX - left) / width) * this.data.bars.length, 0, this.data.bars.length);
  }

  barAt(event) { return Math.min(Math.floor(this.pointed(event)), this.data.bars.length - 1); }

  // A drag ends in a window, or where it is called off in the one before it.
  follow(target, begin, move) {
    let before = null, from = 0;
    const callOff = () => { if (before) { this.window = before; before = this.drag = null; this.draw(); } };
    target.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      target.setPointerCapture(event.pointerId);
      before = this.window;
      this.drag = true;
      from = event.clientX;
      begin(event);
    });
    target.addEventListener("pointermove", (event) => {
      if (!before || (this.window === before && Math.abs(event.clientX - from) < MOVED_PX)) return;
      this.window = move(event);
      this.draw();
    });
    target.addEventListener("pointerup", (event) => {
      if (!before) return;
      const isClick = this.window === before;
      before = null;
      this.leadTo(isClick && target !== this.strip ? this.window : move(event));
    });
    target.addEventListener("pointercancel", callOff);
    this.root.addEventListener("keydown", (event) => { if (event.key === "Escape") callOff(); });
  }

  listenToStrip() {
    let anchor = 0;
    this.follow(this.strip, (event) => { anchor = this.barAt(event); }, (event) => {
      const here = this.barAt(event);
      const { bars } = this.data, [a, b] = [Math.min(anchor, here), Math.max(anchor, here)];
      return a === 0 && b === bars.length - 1 ? [null, null] : [bars[a][0], bars[b][1]];
    });
    const tell = (event) => this.readOut(event ? this.barAt(event) : null);
    this.strip.addEventListener("pointermove", tell);
    this.strip.addEventListener("pointerleave", () => tell(null));
  }

  listenToHandle(handle, side) {
    this.follow(handle, () => handle.focus(), (event) => {
      const edge = Math.round(this.pointed(event)), [a, b] = this.reached();
      const [from, to] = this.window;
      return side === 0
        ? [this.between(clamp(edge, 0, b), 0)[0], to]
        : [from, this.between(0, clamp(edge - 1, a, this.data.bars.length - 1))[1]];
    });
    handle.addEventListener("keydown", (event) => {
      const index = this.indexAfter(event.key, side);
      if (index === null) return;
      event.preventDefault();
      const found = this.between(index, index);
      this.window = side === 0 ? [found[0], this.window[1]] : [this.window[0], found[1]];
      this.draw();
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.leadTo(this.window), KEYS_REST_MS);
    });
    handle.addEventListener("blur", () => { if (this.rest) this.leadTo(this.window); });
  }

  // The bar to which a key moves a handle; null for a key that moves none.
  indexAfter(key, side) {
    const { bars, barUnit } = this.data, [a, b] = this.reached(), page = BARS_PER_PAGE[barUnit];
    const at = side === 0 ? a : b, bound = this.window[side];
    // A bound inside its bar moves to the bar's own edge first.
    const inside = bound !== null && bound !== bars[at][side];
    const steps = {
      ArrowRight: at + (inside && side === 1 ? 0 : 1), ArrowUp: at + (inside && side === 1 ? 0 : 1),
      ArrowLeft: at - (inside && side === 0 ? 0 : 1), ArrowDown: at - (inside && side === 0 ? 0 : 1),
      PageUp: at + page, PageDown: at - page, Home: 0, End: bars.length - 1,
    };
    if (!(key in steps)) return null;
    return side === 0 ? clamp(steps[key], 0, b) : clamp(steps[key], a, bars.length - 1);
  }

  // The bars that hold the first and the last day of the window.
  reached() {
    const { bars } = this.data, [first, last] = this.window;
    const holding = (iso, none) => {
      if (iso === null) return none;
      const found = bars.findIndex((bar) => iso <= bar[1]);
      return found < 0 ? bars.length - 1 : found;
    };
    return [holding(first, 0), holding(last, bars.length - 1)];
  }

  // ---- what the reader sees

  show(data) {
    const written = JSON.stringify(data.bars);
    const isOther = written !== this.written;
    this.data = data;
    this.written = written;
    if (!this.drag && !this.rest && data.bars.length) this.window = data.window;
    this.root.classList.toggle("no-bars", !data.bars.length);
    this.root.classList.toggle("no-undated", !data.undated.count);
    const words = this.root.querySelector(".words");
    if (words.textContent !== data.words) words.textContent = data.words;
    this.most = Math.max(1, ...data.bars.map((bar) => bar[2]));
    this.drawUndated();
    if (!data.bars.length) return;
    if (isOther) this.makeBars();
    this.drawSteps();
    this.readOut(null);
    this.drawAxis();
    this.draw();
  }

  makeBars() {
    this.bars.replaceChildren(...this.data.bars.map(([, , count]) => {
      const made = element("span", count ? "" : "none"), bar = element("i");
      bar.style.height = count ? `max(2px, ${(100 * count) / this.most}%)` : "0";
      made.append(bar);
      return made;
    }));
  }

  // The share of the axis that lies before a day.
  share(iso) {
    const { bars } = this.data, at = bars.findIndex((bar) => iso <= bar[1]);
    if (at < 0) return 1;
    const [first, last] = bars[at].map(number);
    return (at + Math.max(0, number(iso) - first) / (last - first + 1)) / bars.length;
  }

  draw() {
    const { bars } = this.data, [first, last] = this.window;
    const from = first === null ? 0 : this.share(first);
    const next = last === null ? null : new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
    const to = next === null ? 1 : this.share(next);
    for (const one of [this.root.querySelector(".band"), this.root.querySelector(".reach")]) {
      one.style.left = `${100 * from}%`;
      one.style.width = `${100 * Math.max(0, to - from)}%`;
    }
    this.first.style.left = `${100 * from}%`;
    this.last.style.left = `${100 * to}%`;
    [...this.bars.children].forEach((bar, at) => bar.classList.toggle("out", !this.isShown(bars[at])));
    const [a, b] = this.reached();
    this.tellHandle(this.first, a, 0, b, first === null ? `from the first day, ${day(bars[0][0])}` : `from ${day(first)}`);
    this.tellHandle(this.last, b, a, bars.length - 1, last === null ? `to the last day, ${day(bars[bars.length - 1][1])}` : `to ${day(last)}`);
    this.all.setAttribute("aria-disabled", String(!this.hasWindow()));
    if (this.drag) this.readout.textContent = period([first || bars[0][0], last || bars[bars.length - 1][1]]);
    this.drawTable();
  }

  isShown([first, last]) {
    return !((this.window[0] !== null && last < this.window[0]) || (this.window[1] !== null && first > this.window[1]));
  }

  tellHandle(handle, now, least, most, words) {
    const told = { valuenow: now, valuemin: least, valuemax: most, valuetext: words };
    for (const [name, value] of Object.entries(told)) handle.setAttribute(`aria-${name}`, String(value));
  }

  drawSteps() {
    const { units, unit, previous, next } = this.data;
    if (this.units.querySelectorAll("input").length !== units.length) {
      this.units.append(...units.map((one) => {
        const made = element("label"), input = Object.assign(element("input"), { type: "radio", name: "timeline-unit", value: one });
        input.addEventListener("change", () => this.tell("unit", one));
        made.append(input, element("span", "", one[0].toUpperCase() + one.slice(1)));
        return made;
      }));
    }
    for (const input of this.units.querySelectorAll("input")) input.checked = input.value === unit;
    for (const [button, name, step] of [[this.previous, "Previous", previous], [this.next, "Next", next]]) {
      button.setAttribute("aria-disabled", String(!step));
      button.setAttribute("aria-label", step ? `${name}: ${step.words}` : `${name}: no more articles`);
      button.title = step ? `${name} with an article: ${step.words}` : "No more dated articles this way";
    }
  }

  drawUndated() {
    const { count, shown } = this.data.undated, bar = this.undated.querySelector(".bar");
    bar.style.height = `${Math.min(100, (100 * count) / this.most)}%`;
    bar.classList.toggle("cut", count > this.most);
    this.undated.querySelector(".label").textContent = `${count.toLocaleString("en-GB")} undated`;
    this.undated.setAttribute("aria-pressed", String(shown));
    this.undated.title = shown ? "Leave the undated articles out" : "Show the undated articles too";
  }

  readOut(at) {
    const { bars, barUnit } = this.data;
    if (this.over) this.over.classList.remove("over");
    this.over = at === null ? null : this.bars.children[at];
    if (this.over) this.over.classList.add("over");
    if (this.drag) return;
    this.readout.textContent = at === null ? `Articles by ${barUnit}; at most ${this.most.toLocaleString("en-GB")}` : `${period(bars[at])}: ${counted(bars[at][2])}`;
  }

  drawAxis() {
    const { bars, barUnit } = this.data, width = this.axis.clientWidth;
    if (!bars.length || !width) return;
    const room = Math.max(1, Math.floor(width / LABEL_PX));
    const fitting = ROUND[barUnit].map((isRound) => bars.map((bar, at) => at).filter((at) => isRound(...parts(bars[at][0]), bars[at][0])));
    const chosen = new Set([0, ...(fitting.find((one) => one.length && one.length <= room) || [])]);
    this.axis.replaceChildren(...[...chosen].map((at) => {
      const made = element("span", "", label(barUnit, bars[at][0], at === 0));
      made.style.left = `${(100 * at) / bars.length}%`;
      return made;
    }));
    let end = -Infinity;
    for (const one of [...this.axis.children]) {
      const start = one.offsetLeft;
      if (start < end || start + one.offsetWidth > width + ROOM_RIGHT_PX) one.remove();
      else end = start + one.offsetWidth + LABEL_GAP_PX;
    }
  }

  drawTable() {
    if (!this.details.open || !this.data.bars.length) return;
    this.details.querySelector("tbody").replaceChildren(...this.data.bars.filter((bar) => bar[2]).map((bar) => {
      const row = element("tr"), head = element("th", "", period(bar));
      head.scope = "row";
      row.append(head, element("td", "", bar[2].toLocaleString("en-GB")), element("td", "", this.isShown(bar) ? "yes" : "no"));
      return row;
    }));
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".timeline");
  root.timeline = root.timeline || new Timeline(root);
  root.timeline.tell = setTriggerValue;
  root.timeline.show(data);
}
