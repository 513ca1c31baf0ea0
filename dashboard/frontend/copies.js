// The copies of a text, gathered under it: closed until asked for, with what each one changed.
// data: as made by copy_words.py. Part of one module with reading.js.

const SPOKEN = { "added": ["ins", "only in B: "], "left out": ["del", "only in A: "] };

function legend(first, other) {
  const made = element("p", "how");
  made.append(element("ins", "", "Underlined"), ": only in B, " + other + ". ",
    element("del", "", "Struck through"), ": only in A, " + first + ".");
  return made;
}

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

function copied(data, first, send) {
  const made = element("div", "copy"), said = element("p", ""), asks = element("p", "asks");
  made.dataset.copy = data.article;
  said.append(element("b", "", data.name), " · " + data.said);
  const read = button("read-copy", "Read it", () => send("open", data.article, null));
  const compare = button("compare-copy", "Compare the whole articles", () => send("compare", data.article, null));
  read.setAttribute("aria-label", "Read the copy in " + data.name);
  compare.setAttribute("aria-label", "Compare the whole articles: " + data.name);
  asks.append(read, compare);
  made.append(said, ...(data.passages.length ? [legend(first, data.name)] : []),
    ...data.passages.map(stretched), asks);
  return made;
}

function also(data, send) {
  const made = element("details", "also"), summary = element("summary", "");
  summary.append(element("b", "", data.words), " ", element("span", "how", "– " + data.how));
  made.append(summary, element("p", "how", data.order), ...data.copies.map((one) => copied(one, data.first, send)));
  return made;
}
