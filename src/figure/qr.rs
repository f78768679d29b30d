//! QR codes as squares, dark and light; whoever draws them adds nothing but the size of a square.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light squares that belong around a code on every side.
pub const QUIET: usize = 4;

/// A code with its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
}

/// The code of a text; `None` when it is too long for any.
pub fn modules(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = usize::try_from(code.size()).ok()? + 2 * QUIET;
    // Outside of the code everything is light.
    let place = |index: usize| Some(i32::try_from(index).ok()? - QUIET as i32);
    let dark = (0..side * side).map(|index| {
        let (x, y) = (place(index % side), place(index / side));
        x.zip(y).is_some_and(|(x, y)| code.get_module(x, y))
    });
    Some(Qr { side, dark: dark.collect() })
}

impl Qr {
    /// Squares along a side, quiet zone included.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The dark squares, as column and row.
    pub fn dark(&self) -> impl Iterator<Item = (usize, usize)> {
        let side = self.side;
        self.dark.iter().enumerate().filter(|(_, dark)| **dark).map(move |(index, _)| (index % side, index / side))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_quiet_zone_and_three_eyes() {
        let qr = modules("https://www.example.lg.jp/#lq?base=output").unwrap();
        let side = qr.side();
        let is_dark = |x, y| qr.dark().any(|square| square == (x, y));
        let inner = QUIET..side - QUIET;
        assert!(qr.dark().all(|(x, y)| inner.contains(&x) && inner.contains(&y)));
        for (x, y) in [(QUIET, QUIET), (side - QUIET - 7, QUIET), (QUIET, side - QUIET - 7)] {
            assert!((0..7).all(|step| is_dark(x + step, y) && is_dark(x, y + step)), "{x} {y}");
            assert!(!is_dark(x + 1, y + 1) && is_dark(x + 3, y + 3), "{x} {y}");
        }
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(modules(&"x".repeat(5000)), None);
    }
}
