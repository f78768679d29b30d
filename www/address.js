// What an address asks for, also after mail programs and messengers: `&amp;`, marks in percent signs, a full stop or a
// bracket of the sentence around. Put before page.js and frame.js.
const decoded = (text, mark) => {
  try {
    return text.includes(mark) ? text : decodeURIComponent(text);
  } catch {
    return text;
  }
};
// A bracket that closes one within the name is the name's own.
const tidied = (text) => text.trim().replace(/[(（]/.test(text) ? /[\s。、，．.,;]+$/ : /[\s。、，．.,;)）」』>]+$/, "");
const pairsOf = (query) => [...new URLSearchParams(decoded(query, "="))].map(([name, value]) => [name.replace("amp;", ""), tidied(value)]);
