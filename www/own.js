// Brings a visitor's own data to text. Part of the complete module.
const LARGEST_BYTES = 5e6;
const refusal = (code, name) => Object.assign(new Error(code), { code, name });

// Excel still writes Shift_JIS; what is neither that nor UTF-8 is refused rather than guessed.
const decode = (bytes, name) => {
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw refusal("encoding", name);
};

const fetched = async (url) => {
  const name = url.pathname.split("/").pop();
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
  const text = typeof source === "string" ? source : JSON.stringify(source);
  // No text of fewer letters has more bytes.
  if (text.length > LARGEST_BYTES / 3 && new Blob([text]).size > LARGEST_BYTES) throw refusal("too-large", "");
  return { name: "", text };
};
