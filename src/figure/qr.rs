//! A link as a QR code: black on white in every theme, because scanners expect it so.

use plotters::element::Rectangle;
use plotters_backend::DrawingBackend;
use qrcodegen::{QrCode, QrCodeEcc};

use super::theme::{BLACK, WHITE};
use super::{Area, Drawn};

/// Light modules around the code: scanners find its corners by them.
pub const QUIET_MODULES: i32 = 4;

/// A code: dark and light modules in a square, the quiet zone not among them.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(QrCode);

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Code({} modules a side)", self.modules())
    }
}

impl Code {
    /// Modules a side.
    pub fn modules(&self) -> i32 {
        self.0.size()
    }

    /// Whether the module at `(x, y)` is dark, counted from the upper left; outside none is.
    pub fn is_dark(&self, x: i32, y: i32) -> bool {
        self.0.get_module(x, y)
    }

    /// Runs of dark modules in a row, from their first to behind their last.
    fn runs(&self, y: i32) -> Vec<(i32, i32)> {
        let mut runs: Vec<(i32, i32)> = Vec::new();
        for x in (0..self.modules()).filter(|x| self.is_dark(*x, y)) {
            match runs.last_mut() {
                Some((_, end)) if *end == x => *end += 1,
                _ => runs.push((x, x + 1)),
            }
        }
        runs
    }
}

/// The smallest code of a text that can be read with a seventh of it soiled; `None` when the text is longer than codes
/// can be (about 2,300 bytes).
///
/// ```
/// use shigoto_widgets::figure::qr::encode;
/// assert_eq!(encode("https://example.jp/").map(|code| code.modules()), Some(25));
/// assert_eq!(encode(&"x".repeat(3000)), None);
/// ```
pub fn encode(text: &str) -> Option<Code> {
    QrCode::encode_text(text, QrCodeEcc::Medium).ok().map(Code)
}

/// Modules a side that a telephone's camera still tells apart on a screen.
const FINEST_MODULES: i32 = 121;

/// The code of a link, or, where cameras could not read it, that of the link's page alone. Tells whether it is whole.
///
/// ```
/// use shigoto_widgets::figure::qr::of_link;
/// let whole = |link: &str| of_link(link).map(|(_, is_whole)| is_whole);
/// assert_eq!(whole("https://example.jp/#lq?base=employees"), Some(true));
/// assert_eq!(whole(&("https://example.jp/?utm=".to_owned() + &"x".repeat(1500))), Some(false));
/// assert_eq!(whole(&"x".repeat(3000)), None);
/// ```
pub fn of_link(link: &str) -> Option<(Code, bool)> {
    let legible = |link: &str| encode(link).filter(|code| code.modules() <= FINEST_MODULES);
    let page = link.split(['?', '#']).next().unwrap_or_default();
    legible(link).map(|code| (code, true)).or_else(|| legible(page).map(|code| (code, false)))
}

/// Least side of a picture whose modules are `module` backend pixels wide, quiet zone included.
pub fn side(code: &Code, module: u32) -> u32 {
    u32::try_from(code.modules() + 2 * QUIET_MODULES).unwrap_or_default() * module
}

/// Draws the code into the middle of `area`, as large as whole pixels a module allow, the rest of the area light.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, code: &Code) -> Drawn<DB, ()> {
    let (width, height) = area.dim_in_pixel();
    let (width, height) = (width.cast_signed(), height.cast_signed());
    area.draw(&Rectangle::new([(0, 0), (width, height)], WHITE.fill()))?;
    let module = (width.min(height) / (code.modules() + 2 * QUIET_MODULES)).max(1);
    let extent = code.modules() * module;
    let (left, top) = ((width - extent) / 2, (height - extent) / 2);
    for row in 0..code.modules() {
        let (upper, lower) = (top + row * module, top + (row + 1) * module);
        for (start, end) in code.runs(row) {
            let corners = [(left + start * module, upper), (left + end * module, lower)];
            area.draw(&Rectangle::new(corners, BLACK.fill()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{encode, side};

    #[test]
    fn the_three_finders_are_there_and_runs_cover_every_dark_module() {
        let code = encode("https://example.jp/#lq?base=employees").unwrap_or_else(|| unreachable!());
        let last = code.modules() - 1;
        for (x, y) in [(0, 0), (last, 0), (0, last)] {
            assert!(code.is_dark(x, y));
        }
        assert!(!code.is_dark(-1, 0) && !code.is_dark(last + 1, 0));
        for y in 0..=last {
            let covered: Vec<i32> = code.runs(y).into_iter().flat_map(|(start, end)| start..end).collect();
            let dark: Vec<i32> = (0..=last).filter(|x| code.is_dark(*x, y)).collect();
            assert_eq!(covered, dark);
        }
        assert_eq!(side(&code, 3), (code.modules() as u32 + 8) * 3);
    }
}
