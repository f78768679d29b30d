// What is looked at, found again after a widget was made anew.

// Finds a part again after the widget was made anew: by what names it and what it stands in.
export const addressOf = (node) => {
  const steps = [];
  for (let part = node; part; part = part.parentElement) {
    const names = [...part.attributes].filter(({ name }) => /^(name|value|data-(?!view))/.test(name));
    const step = part.localName + names.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join("");
    if (names.length || part === node) steps.unshift(step);
  }
  return steps.join(" ");
};

// What is looked at stays where it is.
export const refocus = (root, address) => {
  if (address && !root.activeElement) root.querySelector(address)?.focus({ preventScroll: true });
};
