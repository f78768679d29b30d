// Which language an element speaks.

// The nearest `lang` around it, out of shadow trees too.
const nearest = (element) => {
  for (let node = element; node; node = node.getRootNode().host) {
    const speaking = node.closest("[lang]");
    if (speaking) return speaking.lang;
  }
  return "ja";
};

// A language among those there are; the source's where it is none of them.
export const spoken = (tag, { languages }) => {
  const plain = tag.toLowerCase().replace("-x-", "-");
  return [plain, plain.split("-")[0]].find((lang) => languages.includes(lang)) ?? languages[0];
};

export const tongueOf = (element, content) => spoken(nearest(element), content);
