// Where a click goes: run inside pages by the engines that have no locators of their own.

/** The element at the end of a path of selectors, each but the first inside the shadow tree of the one before. */
export function find(...path) {
  const element = path.reduce((root, selector) => {
    const found = (root.shadowRoot ?? root).querySelector(selector);
    if (!found) throw new Error(`no element ${selector} in ${path.join(" ")}`);
    return found;
  }, document);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  return element;
}
