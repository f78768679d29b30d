// Brings a visitor's own data to text. Part of the complete module.
import { textOf } from "./encoding.js";

const LARGEST_BYTES = 5e6;
// Choosers grey out what is not among these, and systems do not agree on what a CSV is. A workbook is refused by name.
export const ACCEPTED =
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
const nameOf = (url) => {
  const name = new URL(url).pathname.split("/").pop();
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
const received = async (answer, name) => {
  if (!answer?.ok || !answer.body) throw refusal("unreachable", name);
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

// What cannot be said in JSON is no data: nothing at all, a function, a BigInt, what holds itself.
const asJson = (source) => {
  let text;
  try {
    text = JSON.stringify(source);
  } catch {}
  if (text === undefined) throw refusal("no-data", "");
  return text;
};

/** @param {any} source */
export const read = async (source) => {
  if (source instanceof URL) return received(await fetch(source).catch(() => {}), nameOf(source));
  if (source instanceof Response) return received(source, source.url && nameOf(source.url));
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return read(new Blob([/** @type {ArrayBuffer} */ (source)]));
  if (source instanceof Blob) {
    const { name = "" } = /** @type {Partial<File>} */ (source);
    if (source.size > LARGEST_BYTES) throw refusal("too-large", name);
    return { name, text: decode(await source.arrayBuffer(), name) };
  }
  const text = composed(typeof source === "string" ? source : asJson(source));
  // No text of fewer letters has more bytes.
  if (text.length > LARGEST_BYTES / 3 && new Blob([text]).size > LARGEST_BYTES) throw refusal("too-large", "");
  return { name: "", text };
};

// All that comes at once: as names and texts by turns, and what could not be read.
export const readAll = async (source) => {
  const [texts, faults] = [[], []];
  for (const one of source instanceof FileList ? source : [source]) {
    try {
      const { name, text } = await read(one);
      texts.push(name, text);
    } catch (error) {
      // A browser's own error, as of a file that is gone by now, has a number for a code.
      faults.push(typeof error.code === "string" ? error : refusal("unreachable", one?.name ?? ""));
    }
  }
  return { texts, faults };
};
