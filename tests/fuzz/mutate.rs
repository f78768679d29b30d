//! Makes one input out of others: seeded, so that a case comes back, and by tokens, so that it is not all noise.

/// Always the same numbers for the same seed (xorshift).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}

/// What has gone wrong in readers before, and what means something in one of the formats.
const TOKENS: [&str; 70] = [
    "null",
    "…",
    "秘匿",
    "X",
    "\0",
    "\"",
    "\"\"",
    "\\",
    "\\uD83D",
    "\\uDE00",
    "\\u0000",
    "\u{feff}",
    "\u{202e}",
    "\u{fffd}",
    "\u{85}",
    "\u{2028}",
    "\u{3000}",
    "\u{a0}",
    "\u{1f}",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    ",",
    "，",
    ";",
    ":",
    "=",
    "'",
    "'=1",
    "=HYPERLINK(\"x\")",
    "sep=,\n",
    "<script>",
    "PK\u{3}\u{4}",
    "{",
    "}",
    "[",
    "]",
    "[]",
    "{}",
    "null",
    "true",
    "-",
    "+",
    ".",
    "0",
    "-0",
    "00",
    "1e999",
    "1e-22",
    "0.1",
    "999999999999999",
    "9999999999999999",
    "4294967296",
    "65536",
    "256",
    "-1",
    "１，２３４",
    "－０．５",
    "2024年度",
    "令和6年",
    "9999年",
    "output",
    "all",
    "quadrant",
    "S-1",
    "SO-1",
    "aomori",
    "長い名前",
];

/// One to four changes to one of `pool`.
pub fn mutated(pool: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = pool[dice.below(pool.len())].clone();
    for _ in 0..=dice.below(4) {
        let other = &pool[dice.below(pool.len())];
        bytes = if dice.below(4) == 0 { noise(bytes, dice) } else { by_token(&bytes, other, dice) };
    }
    bytes
}

/// A bit, an end or a stretch goes wrong.
fn noise(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    let (at, length) = (dice.below(bytes.len() + 1), dice.below(64));
    let end = (at + length).min(bytes.len());
    match dice.below(6) {
        0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(at..end)),
        3 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap()),
        4 => {
            let stretch = bytes[at..end].repeat(1 + dice.below(3));
            bytes.splice(at..at, stretch);
        }
        _ => {
            let token = dice.pick(&TOKENS).repeat(if dice.below(16) == 0 { 40 } else { 1 });
            bytes.splice(at..at, token.into_bytes());
        }
    }
    bytes
}

/// Whole tokens are replaced, left out, doubled or changed places.
fn by_token(bytes: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut tokens = tokens(bytes);
    if tokens.is_empty() {
        return dice.pick(&TOKENS).as_bytes().to_vec();
    }
    let (one, two) = (dice.below(tokens.len()), dice.below(tokens.len()));
    match dice.below(9) {
        0 => drop(tokens.remove(one)),
        1 => tokens.insert(one, tokens[two]),
        2 => tokens.swap(one, two),
        3 => tokens[one] = dice.pick(&TOKENS).as_bytes(),
        4 => tokens.insert(one, dice.pick(&TOKENS).as_bytes()),
        5 => {
            let others = self::tokens(other);
            if !others.is_empty() {
                tokens[one] = others[dice.below(others.len())];
            }
        }
        // Of the same kind: a number for a number, a name for a name.
        6 => {
            let like: Vec<&[u8]> =
                tokens.iter().filter(|token| class(token[0]) == class(tokens[one][0])).copied().collect();
            tokens[one] = like[dice.below(like.len())];
        }
        7 => {
            let range = stretch(&tokens, one);
            tokens.drain(range);
        }
        _ => {
            let range = stretch(&tokens, one);
            let copy = tokens[range.clone()].to_vec();
            tokens.splice(range.end..range.end, copy);
        }
    }
    tokens.concat()
}

/// A bracketed value from its opening bracket on; else the rest of the line.
fn stretch(tokens: &[&[u8]], start: usize) -> std::ops::Range<usize> {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(start) {
        match token[0] {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'\n' | b'\r' if depth == 0 => return start..index + 1,
            _ => continue,
        }
        if depth == 0 {
            return start..index + 1;
        }
    }
    start..tokens.len()
}

fn class(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' | b'.' => 0,
        b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'-' | 0x80.. => 1,
        b' ' => 2,
        // Every sign stands for itself.
        sign => sign,
    }
}

/// Runs of bytes of a kind; a sign alone.
fn tokens(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.chunk_by(|one, next| class(*one) <= 2 && class(*one) == class(*next)).collect()
}

/// A smaller input for which `fails` still holds.
pub fn shrunk(mut bytes: Vec<u8>, fails: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut step = bytes.len() / 2;
    let mut tries = 0;
    while step > 0 && tries < 2000 {
        let mut at = 0;
        while at < bytes.len() && tries < 2000 {
            let mut shorter = bytes.clone();
            shorter.drain(at..(at + step).min(bytes.len()));
            tries += 1;
            if fails(&shorter) {
                bytes = shorter;
            } else {
                at += step;
            }
        }
        step /= 2;
    }
    bytes
}
