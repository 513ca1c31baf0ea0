// The copies of a text, gathered under it: closed until asked for, with what each one changed.
// data: as made by copy_words.py. Part of one module with reading.js.

const SPOKEN = { "added": ["ins", "added: "], "left out": ["del", "left out: "] };

function stretched(stretches) {
  const made = element("p", "copy-text");
  made.dir = "auto";
  for (const { text, change } of stretches) {
    if (!SPOKEN[change]) {
      made.append(text);
      continue;
    }
    const [tag, words] = SPOKEN[change], written = text.trimStart();
    const edit = element(tag, "");
    edit.append(element("span", "dl-spoken", words), written, element("span", "dl-spoken", " (end)"));
    made.append(text.slice(0, text.length - written.length), edit);
  }
  return made;
}

function copied(data, send) {
  const made = element("div", "copy"), said = element("p", ""), asks = element("p", "asks");
  made.dataset.copy = data.article;
  said.append(element("b", "", data.name), " · " + data.said);
  const read = button("read-copy", "Read it", () => send("open", data.article, null));
  const compare = button("compare-copy", "Compare the whole articles", () => send("compare", data.article, null));
  read.setAttribute("aria-label", "Read the copy in " + data.name);
  compare.setAttribute("aria-label", "Compare the whole articles: " + data.name);
  asks.append(read, compare);
  made.append(said, ...data.passages.map(stretched), asks);
  return made;
}

function also(data, send) {
  const made = element("details", "also"), summary = element("summary", "");
  summary.append(element("b", "", data.words), " ", element("span", "how", "– " + data.how));
  made.append(summary, element("p", "how", data.order), ...data.copies.map((one) => copied(one, send)));
  return made;
}
