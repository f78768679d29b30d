//! What makes the site installable: its web app manifest and its icons, a mark of two bars.

use std::fmt::Write as _;
use std::io;

use serde_json::json;

use super::sink::Files;
use crate::data::strategy::StrategyData;
use crate::figure::theme::{LIGHT, Palette, Rgb};
use crate::locale::Lang;

/// File of the manifest.
pub const MANIFEST: &str = "manifest.webmanifest";
/// Folder of the icons.
pub const ICONS: &str = "icons";

/// Colours of the icons.
const PALETTE: Palette = LIGHT;
/// Units a side of an icon's grid; every size of [`SIZES_PX`] is a multiple.
const GRID: u32 = 64;
/// Sizes a system asks for.
const SIZES_PX: [u32; 2] = [192, 512];
/// The mark's bars in units of its own, as wide as [`MARK`]: from the left, from the top, width, height.
const BARS: [[u32; 4]; 2] = [[0, 0, 3, 8], [4, 3, 3, 5]];
/// Width and height of the mark in its own units.
const MARK: [u32; 2] = [7, 8];

/// What an icon is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Shown as it is.
    Any,
    /// Cut to any shape around a circle of four fifths of its width.
    Maskable,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Maskable => "maskable",
        }
    }

    /// The bars on the grid, with the colours they have.
    fn bars(self) -> [([u32; 4], Rgb); 2] {
        let scale = if self == Self::Any { 6 } else { 4 };
        let [left, top] = MARK.map(|length| (GRID - scale * length) / 2);
        let place =
            |[x, y, width, height]: [u32; 4]| [left + scale * x, top + scale * y, scale * width, scale * height];
        let [first, second] = BARS.map(place);
        [(first, PALETTE.accent), (second, PALETTE.counter)]
    }
}

/// Renders the manifest and the icons.
///
/// # Errors
/// When a picture cannot be packed.
pub fn write(strategy: &StrategyData, lang: Lang, files: &mut Files) -> io::Result<()> {
    for purpose in [Purpose::Any, Purpose::Maskable] {
        files.add(format!("{ICONS}/{}.svg", purpose.name()), svg(purpose));
        for size_px in SIZES_PX {
            files.add(format!("{ICONS}/{}", png_name(purpose, size_px)), png(purpose, size_px)?);
        }
    }
    files.add(MANIFEST, manifest(strategy, lang));
    Ok(())
}

fn png_name(purpose: Purpose, size_px: u32) -> String {
    format!("{}-{size_px}.png", purpose.name())
}

fn css(Rgb(value): Rgb) -> String {
    format!("#{value:06X}")
}

fn manifest(strategy: &StrategyData, lang: Lang) -> String {
    let icon = |file: &str, sizes: &str, kind: &str, purpose: Purpose| json!({ "src": format!("./{ICONS}/{file}"), "sizes": sizes, "type": kind, "purpose": purpose.name() });
    let mut icons = Vec::new();
    for purpose in [Purpose::Any, Purpose::Maskable] {
        let sizes = SIZES_PX.map(|px| icon(&png_name(purpose, px), &format!("{px}x{px}"), "image/png", purpose));
        icons.extend(sizes);
        icons.push(icon(&format!("{}.svg", purpose.name()), "any", "image/svg+xml", purpose));
    }
    // The home screen has room for the title without the city, which stands in the full name.
    let short_name = strategy.title.strip_prefix(&strategy.city).unwrap_or(&strategy.title);
    let manifest = json!({
        "name": strategy.title,
        "short_name": short_name,
        "lang": lang.code(),
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": css(PALETTE.accent),
        "background_color": css(PALETTE.paper),
        "icons": icons,
    });
    format!("{manifest:#}\n")
}

fn svg(purpose: Purpose) -> String {
    let mut text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {GRID} {GRID}\">");
    for ([x, y, width, height], color) in [([0, 0, GRID, GRID], PALETTE.paper)].into_iter().chain(purpose.bars()) {
        let color = css(color);
        // Writing to a string cannot fail.
        let _ = write!(text, "<path fill=\"{color}\" d=\"M{x} {y}h{width}v{height}h-{width}z\"/>");
    }
    text + "</svg>\n"
}

/// Colour of each pixel, row by row: 0 the ground, then one for each bar. Edges lie between pixels.
fn pixels(purpose: Purpose, size_px: u32) -> Vec<u8> {
    let unit_px = size_px / GRID;
    let is_in = |x: u32, y: u32, [left, top, width, height]: [u32; 4]| {
        (left..left + width).contains(&(x / unit_px)) && (top..top + height).contains(&(y / unit_px))
    };
    let color = |x: u32, y: u32| match purpose.bars() {
        [(bar, _), _] if is_in(x, y, bar) => 1,
        [_, (bar, _)] if is_in(x, y, bar) => 2,
        _ => 0,
    };
    (0..size_px).flat_map(|y| (0..size_px).map(move |x| (x, y))).map(|(x, y)| color(x, y)).collect()
}

fn png(purpose: Purpose, size_px: u32) -> io::Result<Vec<u8>> {
    let [first, second] = purpose.bars().map(|(_, color)| color);
    let palette = [PALETTE.paper, first, second].map(|Rgb(value)| value.to_be_bytes());
    let palette: Vec<u8> = palette.into_iter().flat_map(|[_, red, green, blue]| [red, green, blue]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size_px, size_px);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels(purpose, size_px))?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::{GRID, PALETTE, Purpose, Rgb, SIZES_PX, pixels, png};

    #[test]
    fn a_decoder_reads_the_icon_as_drawn() -> Result<(), Box<dyn std::error::Error>> {
        let file = png(Purpose::Maskable, 192)?;
        let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info()?;
        let mut read = vec![0; 192 * 192];
        reader.next_frame(&mut read)?;
        assert_eq!(read, pixels(Purpose::Maskable, 192));
        let info = reader.info();
        assert_eq!((info.color_type, info.size()), (png::ColorType::Indexed, (192, 192)));
        let Rgb(paper) = PALETTE.paper;
        assert_eq!(info.palette.as_deref().and_then(|all| all.get(..3)), Some(&paper.to_be_bytes()[1..]));
        Ok(())
    }

    #[test]
    fn edges_lie_between_pixels() {
        assert!(SIZES_PX.iter().all(|size_px| size_px % GRID == 0));
    }

    #[test]
    fn a_mask_spares_the_mark() {
        let middle = f64::from(GRID) / 2.0;
        for ([x, y, width, height], _) in Purpose::Maskable.bars() {
            for (x, y) in [(x, y), (x + width, y), (x, y + height), (x + width, y + height)] {
                let distance = (f64::from(x) - middle).hypot(f64::from(y) - middle);
                assert!(distance <= 0.4 * f64::from(GRID), "{x}, {y}: {distance}");
            }
        }
    }

    #[test]
    fn every_colour_is_there() {
        let pixels = pixels(Purpose::Any, 192);
        assert_eq!(pixels.len(), 192 * 192);
        // Bars of 3 x 8 and 3 x 5 units of their own, six of the grid's, three pixels each.
        let count = |color: u8| pixels.iter().filter(|pixel| pixel.eq(&&color)).count();
        assert_eq!([count(1), count(2)], [24 * 18 * 18, 15 * 18 * 18]);
    }
}
