// What the panes are built of. Text is set with textContent: nothing in it can become markup.
// Part of one module with reading.js, of one with search.js, and of the script of standalone.js.

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(className, text, act) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
