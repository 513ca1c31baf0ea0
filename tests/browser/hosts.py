"""Which hosts a page asks, and whose addresses it holds."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

# What a page holds beside links to follow: also what it has not asked for yet, as a font for
# letters that are not shown.
HELD = """() => {
  const held = [], hold = (address, base) => held.push(new URL(address, base).href);
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      for (const name of ["src", "srcset", "poster", "data", "action"]) {
        const value = one.getAttribute(name);
        if (value) hold(value.trim().split(/\\s/)[0], document.baseURI);
      }
      if (one.localName === "link") hold(one.href, document.baseURI);
      if (one.localName === "iframe") walk(one.contentDocument);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      for (const rule of sheet.cssRules) {
        for (const [, address] of rule.cssText.matchAll(/url\\(["']?([^"')]+)/g)) {
          hold(address, sheet.href || document.baseURI);
        }
      }
    }
  };
  walk(document);
  return held;
}"""


def hosts(addresses: list[str]) -> set[str]:
    """Hosts and ports of the addresses that lead anywhere; empty for one without a host."""
    parts = [urlsplit(one) for one in addresses]
    return {one.netloc for one in parts if one.scheme not in {"data", "blob", "about"}}


def held_by(page: Page) -> set[str]:
    """The hosts of all that the page may ask for."""
    return hosts(page.evaluate(HELD))


def asked_by(page: Page) -> list[str]:
    """Addresses that the page asks for from now on, also through a web socket."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda opened: asked.append(opened.url))
    return asked
