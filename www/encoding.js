// What a file's bytes say: its text, in whichever encoding a spreadsheet wrote it, or nothing where that cannot be told.
// Part of the complete module.

// Workbooks, archives, PDFs, pictures, web pages go on byte by byte: who reads the text names them.
const OTHER_FORM = /^(PK[\x03\x05\x07]|ÐÏ\x11à|%PDF|\x1f[‹\x8b]|7z¼¯|Rar!|[‰\x89]PNG|ÿØÿ|GIF8|(ï»¿)?\s*<)/;

// The kanji of plans and statistics. In Chinese or Korean bytes read as Japanese, one letter in six is among them.
const COMMON =
  "一三上下不世中主事五井交京人仕他付令件企会伴位住佐体作使供価便係促保信値備催働元充光児入全八公共兵典内円再冬出分別利制刷前副割創力加労効動務化北区医十千協印卸原参及取受口可各合同名向和品商営回図国圏在地型城域基埼報場境売変外多大奈娯媛字学定実客宮宿寄富対専導小少就展山岐岡岩島崎川差市帯平年幹広店府度庫建式引弘強形後従得徳心必応性情意愛態成戦戸所手扱技拠拡持指振採推提援携支政教数文料新方施日明昭時最月有期木本材村東林柱栃株根梨森業楽構様標機次歌比民気水決沖泊法洋活流海消済減港湾源準滋漁潟炭点熊物特状獲率玉現理環生産用田町画略療発的目直相県着知石研確示社祉神福秋移種究空立第等策節築素組経結継続総線編縄績群習考者職育能脱自致興船良若茨葉融行術表補製複要見規観解計訪設誘語説読課調談識議販貸費賀賃資起足路輸農込通速造連進運道違選部郵都重野金鉱長門開間関阜阪険際集雇電需青静面題額類風食飲首香馬高魅";

const isLatin = (letter) => /^[a-z]$/i.test(letter ?? "");
const isAscii = (letter) => letter === undefined || letter < "\x80";

// Whether bytes read as Shift_JIS or EUC-JP are Japanese: mostly kana and kanji of the first level, which is where
// everyday ones stand. The bytes of other encodings become half-width katakana, rare kanji, and kanji amid Latin words;
// in EUC-JP Chinese and Korean become everyday kanji too, but without kana and not the common ones.
const isJapanese = (bytes, text, isEuc, isEither) => {
  let [everyday, rare, half, familiar] = [0, 0, 0, 0];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const [lead, trail, letter] = [bytes[at], bytes[at + 1], text[index]];
    const isHalf = isEuc ? lead === 0x8e : lead > 0x9f && lead < 0xe0;
    at += lead < 0x80 || (isHalf && !isEuc) ? 1 : lead === 0x8f && isEuc ? 3 : 2;
    if (lead < 0x80) continue;
    const row = isEuc ? lead - 0xa0 : (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 2 + (trail < 0x9f ? 1 : 2);
    const [before, after] = [text[index - 1], text[index + 1]];
    const isCommon = COMMON.includes(letter);
    // A letter amid Latin ones, such as an apostrophe's byte and the letter behind it.
    const isStray = isAscii(before) && isAscii(after) && (isLatin(before) || isLatin(after)) && !isCommon;
    if (isHalf) half += 1;
    // EUC-JP's half-width katakana are kanji in Shift_JIS.
    else if (isStray || row < 1 || row > 47 || (isEither && lead === 0x8e)) rare += 1;
    // Signs and full-width letters stand in the same place in Chinese.
    else if (row > 3) {
      everyday += 1;
      if (isCommon || row < 6) familiar += 1;
    }
  }
  const letters = everyday + rare + half;
  return everyday >= 3 * rare && 3 * everyday >= half && (!isEuc || 5 * familiar >= 2 * letters);
};

// Whether most of what is no ASCII is sound UTF-8: a damaged file, not one in another encoding.
const isDamagedUtf8 = (bytes) => {
  const text = new TextDecoder().decode(bytes);
  return (text.match(/[\u3000-\u9fff\uff00-\uffef]/g) ?? []).length >= (text.match(/\ufffd/g) ?? []).length;
};

export const textOf = (bytes) => {
  const as = (encoding) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  };
  const latin = (until) => new TextDecoder("latin1").decode(bytes.subarray(0, until));
  const start = latin(64);
  if (start.startsWith("ÿþ")) return as("utf-16le");
  if (start.startsWith("þÿ")) return as("utf-16be");
  // ISO-2022-JP is ASCII with escapes; an escape in any other text is refused by its place.
  const escaped = bytes.includes(0x1b) ? as("iso-2022-jp") : undefined;
  const plain = escaped ?? as("utf-8");
  if (plain !== undefined) return plain;
  if (OTHER_FORM.test(start)) return latin();
  if (isDamagedUtf8(bytes)) return undefined;
  const [shiftJis, euc] = [as("shift_jis"), as("euc-jp")];
  const isLikely = (text, isEuc) => text !== undefined && isJapanese(bytes, text, isEuc, euc !== undefined);
  const [isShiftJis, isEuc] = [isLikely(shiftJis, false), isLikely(euc, true)];
  if (isShiftJis !== isEuc) return isEuc ? euc : shiftJis;
};
