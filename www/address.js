// What an address asks for, also after mail programs and messengers: `&amp;`, marks in percent signs, a full stop or a
// bracket of the sentence around.
export const decoded = (text, mark) => {
  try {
    return text.includes(mark) ? text : decodeURIComponent(text);
  } catch {
    return text;
  }
};
// A bracket that closes one within the name is the name's own.
export const tidied = (text) => text.trim().replace(/[(（]/.test(text) ? /[\s。、，．.,;]+$/ : /[\s。、，．.,;)）」』>]+$/, "");
export const pairsOf = (query) => [...new URLSearchParams(decoded(query, "="))].map(([name, value]) => [name.replace("amp;", ""), tidied(value)]);
