// The browser asks before a page is left whose articles would be gone: mounted only while there are
// some. What it asks is its own wording.

const ask = (event) => event.preventDefault();

export default function () {
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
