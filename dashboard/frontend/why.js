// The answer to "Why here?": one line, and on demand all that was weighed. Text only, as in reading.js.

function showWhy(box, why, { send, isWhole }) {
  if (!why) {
    const { current } = box.closest(".reading"), hadFocus = box.contains(box.getRootNode().activeElement);
    box.hidden = true;
    box.replaceChildren();
    if (hadFocus && current) current.focus({ preventScroll: true });
    return;
  }
  box.hidden = false;
  if (!box.querySelector(".why-line")) furnishWhy(box);
  box.setAttribute("aria-label", why.question);
  const about = JSON.stringify([why.article, why.start]);
  if (box.dataset.about !== about) box.scrollTop = 0;
  box.dataset.about = about;
  box.querySelector(".why-line").replaceChildren(...whyLine(why));
  const details = box.querySelector(".why-more"), close = box.querySelector(".why-close");
  details.setAttribute("aria-expanded", String(why.open));
  details.textContent = why.open ? "Fewer details" : "Details";
  details.hidden = !why.hasDetails;
  details.onclick = () => send("details", why.article, why.start);
  close.hidden = !isWhole;
  close.onclick = () => send("unexplain", why.article, why.start);
  const more = box.querySelector(".why-details");
  more.hidden = !why.details;
  more.replaceChildren(...(why.details ? whyDetails(why) : []));
}

function furnishWhy(box) {
  const details = element("div", "why-details"), close = button("why-close", "✕", null);
  close.setAttribute("aria-label", "Close the explanation");
  details.tabIndex = 0;
  details.setAttribute("role", "region");
  details.setAttribute("aria-label", "All that was considered");
  box.append(close, element("p", "why-line"), button("why-more", "Details", null), details);
}

function whyLine(why) {
  const place = why.place ? why.place + (why.about ? " (" + why.about + ")" : "") : "“" + why.toponym + "”";
  const parts = [element("b", "why-question", why.question), " ", element("b", "", place), " · ",
    element("span", "sure", why.headline), ". ", why.reasons];
  if (why.where) parts.push(" ", element("span", "why-where", "(" + why.where + ")"));
  return parts;
}

function whyDetails({ details, toponym }) {
  const [before, name, after] = details.sentence, quote = element("blockquote", "");
  quote.dir = "auto";
  quote.append(before, element("mark", "why-name", name), after);
  const made = [quote];
  if (details.meaning) made.push(element("p", "", details.meaning));
  if (details.candidates.length) made.push(candidates(details, toponym));
  if (details.remark) made.push(element("p", "", details.remark));
  if (details.coordinates) made.push(element("p", "", "Coordinates: " + details.coordinates));
  return made;
}

function candidates(details, toponym) {
  const table = element("table", ""), head = element("tr", ""), body = element("tbody", "");
  for (const words of ["Considered", "Distance", "Speaks for it", "Against it"]) {
    const cell = element("th", "", words);
    cell.scope = "col";
    head.append(cell);
  }
  const top = element("thead", "");
  top.append(head);
  body.append(...details.candidates.map(candidate));
  const left = details.leftOut ? ", and " + details.leftOut + " less likely" : "";
  table.append(element("caption", "", "Places named “" + toponym + "” in the gazetteer" + left), top, body);
  return table;
}

function candidate(row) {
  const made = element("tr", row.chosen ? "chosen" : ""), name = element("th", "");
  name.scope = "row";
  name.append(element("b", "", row.name), element("span", "about", row.about));
  made.append(name, element("td", "distance", row.distance), clues(row.for, "Speaks for it"), clues(row.against, "Against it"));
  return made;
}

function clues(listed, heading) {
  const made = element("td", "clues");
  made.dataset.heading = heading;
  if (!listed.length) { made.textContent = "–"; return made; }
  const list = element("ul", "");
  list.append(...listed.map((words) => element("li", "", words)));
  made.append(list);
  return made;
}
