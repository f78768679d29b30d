// Gives a shadow tree rules of its own, brought by the complete module: every visit pays for what its page carries. Part of that module.
const sheets = new Map();
const dressed = new WeakMap();

// One sheet for all trees. A browser that cannot make one (Safari before 16.4) puts them at the end of the tree's own sheet,
// or, where that is another host's and closed to scripts, into a sheet that the page's policy may refuse.
export const dress = (root, rules) => {
  try {
    const sheet = sheets.get(rules) ?? new CSSStyleSheet();
    if (!sheets.has(rules)) sheet.replaceSync(rules);
    sheets.set(rules, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  } catch {}
  const own = root.querySelector("link, style")?.sheet;
  // A tree that was moved has its sheet anew.
  const known = dressed.get(own ?? root) ?? new Set();
  if (known.has(rules)) return;
  dressed.set(own ?? root, known.add(rules));
  try {
    own.insertRule(`@media all { ${rules} }`, own.cssRules.length);
  } catch {
    root.append(Object.assign(document.createElement("style"), { textContent: rules }));
  }
};
