// Brings a visitor's own data to text. Part of the complete module.
const LARGEST_BYTES = 5e6;
// Choosers grey out what is not among these, and systems do not agree on what a CSV is. A workbook is refused by name.
const ACCEPTED =
  ".csv,.tsv,.txt,.json,text/csv,text/comma-separated-values,text/tab-separated-values,text/plain,application/json,application/vnd.ms-excel";
const refusal = (code, name) => Object.assign(new Error(code), { code, name });

// Names from a Mac come in parts, a letter and its mark.
const composed = (text) => text.normalize();

const decode = (buffer, name) => {
  const text = textOf(new Uint8Array(buffer));
  if (text === undefined) throw refusal("encoding", name);
  return composed(text);
};

// As it was named, not as addresses write it.
const nameOf = ({ pathname }) => {
  const name = pathname.split("/").pop();
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

const fetched = async (url) => {
  const name = nameOf(url);
  const answer = await fetch(url).catch(() => {});
  if (!answer?.ok) throw refusal("unreachable", name);
  const parts = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LARGEST_BYTES) {
      reader.cancel();
      throw refusal("too-large", name);
    }
    parts.push(part.value);
  }
  return { name, text: decode(await new Blob(parts).arrayBuffer(), name) };
};

export const read = async (source) => {
  if (source instanceof URL) return fetched(source);
  if (source instanceof Blob) {
    const name = source.name ?? "";
    if (source.size > LARGEST_BYTES) throw refusal("too-large", name);
    return { name, text: decode(await source.arrayBuffer(), name) };
  }
  const text = composed(typeof source === "string" ? source : JSON.stringify(source));
  // No text of fewer letters has more bytes.
  if (text.length > LARGEST_BYTES / 3 && new Blob([text]).size > LARGEST_BYTES) throw refusal("too-large", "");
  return { name: "", text };
};
