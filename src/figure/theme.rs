//! The one table of tokens: colours for canvas and SVG here, for CSS through [`css`].

use plotters::style::{Color, RGBColor, ShapeStyle};

use crate::model::pace::Status;

#[cfg(not(target_arch = "wasm32"))]
mod css;
#[cfg(not(target_arch = "wasm32"))]
pub use css::css;

/// An opaque colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u32);

impl Rgb {
    /// For plotters.
    pub fn color(self) -> RGBColor {
        let [_, red, green, blue] = self.0.to_be_bytes();
        RGBColor(red, green, blue)
    }

    /// A computed colour as browsers write it, `rgb(1, 2, 3)`.
    ///
    /// ```
    /// use shigoto_widgets::figure::theme::Rgb;
    /// assert_eq!(Rgb::computed("rgb(26, 32, 39)"), Some(Rgb(0x001A_2027)));
    /// assert_eq!(Rgb::computed("rgba(255, 255, 255, 0.5)"), Some(Rgb(0x00FF_FFFF)));
    /// assert_eq!(Rgb::computed("currentcolor"), None);
    /// ```
    pub fn computed(text: &str) -> Option<Self> {
        let (mut color, mut channels, mut channel) = (0, 0, None);
        for letter in text.bytes() {
            let digit = u32::from(letter.wrapping_sub(b'0'));
            if digit < 10 {
                channel = Some((channel.unwrap_or(0) * 10 + digit).min(255));
            } else if let Some(channel) = channel.take().filter(|_| channels < 3) {
                color = (color << 8) | channel;
                channels += 1;
            }
        }
        (channels == 3).then_some(Self(color))
    }

    /// A filled shape.
    pub fn fill(self) -> ShapeStyle {
        self.color().filled()
    }

    /// A line, `width` in backend pixels.
    pub fn stroke(self, width: f64) -> ShapeStyle {
        self.color().stroke_width(width.round().max(1.0) as u32)
    }

    /// A wash of this colour over a ground, opaque: our canvas knows no other.
    ///
    /// ```
    /// use shigoto_widgets::figure::theme::Rgb;
    /// assert_eq!(Rgb(0x00FF_0000).over(Rgb(0x0000_00FF), 0.0), Rgb(0x0000_00FF));
    /// assert_eq!(Rgb(0x0080_4020).over(Rgb(0x0000_0000), 0.5), Rgb(0x0040_2010));
    /// ```
    pub fn over(self, ground: Self, share_ratio: f64) -> Self {
        let channel = |shift: u32| {
            let part = |Self(value): Self| f64::from((value >> shift) & 0xFF);
            ((part(self) * share_ratio + part(ground) * (1.0 - share_ratio)).round() as u32) << shift
        };
        Self(channel(16) | channel(8) | channel(0))
    }
}

/// Dark modules of a code to be scanned, in every theme.
pub const BLACK: Rgb = Rgb(0);
/// Its light modules.
pub const WHITE: Rgb = Rgb(0x00FF_FFFF);

/// Colours of one theme. Contrast is against `paper`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Page ground.
    pub paper: Rgb,
    /// Ground of cards and tables.
    pub surface: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Secondary text, ≥ 4.5.
    pub ink_2: Rgb,
    /// Text of what is not reached by a selection: still ≥ 4.5.
    pub faded: Rgb,
    /// Decorative lines.
    pub rule: Rgb,
    /// Edges of controls, ≥ 3.
    pub edge: Rgb,
    /// Blue: links, chosen city, focus.
    pub accent: Rgb,
    /// Text on the accent.
    pub on_accent: Rgb,
    /// A wash of the accent for chosen cells and rows.
    pub tint: Rgb,
    /// Red: the one thing a picture is about.
    pub counter: Rgb,
    /// Key issues, in the order of the data: where a direction leads.
    pub issues: [Rgb; 4],
    /// Achieved or held in green.
    pub good: Rgb,
    /// Behind.
    pub behind: Rgb,
    /// LQ from half or less to twice or more.
    pub heat: [Rgb; 7],
    /// Text on each heat step.
    pub heat_ink: [Rgb; 7],
}

/// Day.
pub const LIGHT: Palette = Palette {
    paper: Rgb(0x00FB_FAF7),
    surface: Rgb(0x00FF_FFFF),
    ink: Rgb(0x001A_2027),
    ink_2: Rgb(0x004A_5560),
    faded: Rgb(0x0060_6A74),
    rule: Rgb(0x00D3_D8DD),
    edge: Rgb(0x0077_818B),
    accent: Rgb(0x000A_5C8A),
    on_accent: Rgb(0x00FF_FFFF),
    tint: Rgb(0x00E6_F0F6),
    counter: Rgb(0x00B3_262E),
    issues: [Rgb(0x000A_5C8A), Rgb(0x000B_6E53), Rgb(0x007A_2E6E), Rgb(0x007F_5300)],
    good: Rgb(0x000B_6E53),
    behind: Rgb(0x00A8_480B),
    heat: [
        Rgb(0x001B_5A9C),
        Rgb(0x005E_96C8),
        Rgb(0x00AE_CBE3),
        Rgb(0x00F1_EFEA),
        Rgb(0x00F0_C79C),
        Rgb(0x00DB_8A45),
        Rgb(0x00A3_4A0C),
    ],
    heat_ink: [
        Rgb(0x00FF_FFFF),
        Rgb(0x0010_161B),
        Rgb(0x0010_161B),
        Rgb(0x0010_161B),
        Rgb(0x0010_161B),
        Rgb(0x0010_161B),
        Rgb(0x00FF_FFFF),
    ],
};

/// Night.
pub const DARK: Palette = Palette {
    paper: Rgb(0x0011_161B),
    surface: Rgb(0x0018_2028),
    ink: Rgb(0x00EE_F1F4),
    ink_2: Rgb(0x00AE_B8C2),
    faded: Rgb(0x008D_98A3),
    rule: Rgb(0x0033_3E49),
    edge: Rgb(0x007F_8B97),
    accent: Rgb(0x0074_BBE6),
    on_accent: Rgb(0x0010_161B),
    tint: Rgb(0x001B_303E),
    counter: Rgb(0x00F2_8B82),
    issues: [Rgb(0x0074_BBE6), Rgb(0x005C_C9A7), Rgb(0x00D7_9BCB), Rgb(0x00E3_B155)],
    good: Rgb(0x005C_C9A7),
    behind: Rgb(0x00F0_A35E),
    heat: [
        Rgb(0x008C_C2F2),
        Rgb(0x005A_93C4),
        Rgb(0x0033_587A),
        Rgb(0x002A_3138),
        Rgb(0x0074_502B),
        Rgb(0x00BC_7B38),
        Rgb(0x00F4_B06A),
    ],
    heat_ink: [
        Rgb(0x0010_161B),
        Rgb(0x0010_161B),
        Rgb(0x00FF_FFFF),
        Rgb(0x00EE_F1F4),
        Rgb(0x00FF_FFFF),
        Rgb(0x0010_161B),
        Rgb(0x0010_161B),
    ],
};

/// Utmost contrast, for `theme="contrast"`.
pub const CONTRAST: Palette = Palette {
    paper: Rgb(0x0000_0000),
    surface: Rgb(0x0000_0000),
    ink: Rgb(0x00FF_FFFF),
    ink_2: Rgb(0x00FF_FFFF),
    faded: Rgb(0x00B8_B8B8),
    rule: Rgb(0x0080_8080),
    edge: Rgb(0x00FF_FFFF),
    accent: Rgb(0x00FF_D84D),
    on_accent: Rgb(0x0000_0000),
    tint: Rgb(0x001C_1C1C),
    ..DARK
};

/// Properties of `:host::before` whose computed colours tell a canvas the palette in force: secondary ink, surface and
/// accent. Nothing is painted with them, and no forced colours touch them.
pub const PROBES: [&str; 3] = ["stop-color", "flood-color", "lighting-color"];

/// All palettes of ours.
static KNOWN: [Palette; 5] = [LIGHT, DARK, CONTRAST, LIGHT.stronger(), DARK.stronger()];

#[cfg(not(small))]
impl Palette {
    /// Its colours by the names of their CSS custom properties; those of heat and of key issues are numbered apart.
    pub fn named(&self) -> [(&'static str, Rgb); 13] {
        [
            ("paper", self.paper),
            ("surface", self.surface),
            ("ink", self.ink),
            ("ink-2", self.ink_2),
            ("faded", self.faded),
            ("rule", self.rule),
            ("edge", self.edge),
            ("accent", self.accent),
            ("on-accent", self.on_accent),
            ("tint", self.tint),
            ("counter", self.counter),
            ("good", self.good),
            ("behind", self.behind),
        ]
    }
}

impl Palette {
    /// For readers who ask for more contrast: secondary text like text, decoration like edges, edges like text.
    pub const fn stronger(self) -> Self {
        Self { faded: self.ink_2, ink_2: self.ink, rule: self.edge, edge: self.ink, ..self }
    }

    /// The palette of ours that has these secondary ink and accent.
    pub fn known(ink_2: Rgb, accent: Rgb) -> Option<Self> {
        KNOWN.iter().find(|palette| palette.ink_2 == ink_2 && palette.accent == accent).copied()
    }

    /// Of the reader's own few colours.
    pub fn forced(ink: Rgb, ground: Rgb, accent: Rgb) -> Self {
        Self {
            paper: ground,
            surface: ground,
            ink,
            ink_2: ink,
            faded: ink,
            rule: ink.over(ground, 0.4),
            edge: ink,
            accent,
            on_accent: ground,
            tint: ground,
            counter: ink,
            issues: [ink; 4],
            good: accent,
            behind: accent,
            heat: [ground; 7],
            heat_ink: [ink; 7],
        }
    }

    /// Whether its reader asked for more contrast: edges then have the colour of text.
    pub fn is_strong(&self) -> bool {
        self.edge == self.ink
    }

    /// Whether ink is darker than its ground.
    pub fn is_light(&self) -> bool {
        self.ink.0 < self.paper.0
    }
}

/// A palette and the number of backend pixels in a CSS pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Colours.
    pub palette: Palette,
    /// Backend pixels a CSS pixel: the device pixel ratio on a canvas.
    pub scale: f64,
}

impl Theme {
    /// `css_px` in backend pixels.
    pub fn px(&self, css_px: f64) -> f64 {
        css_px * self.scale
    }

    /// Width of a thin line in backend pixels: one CSS pixel more for readers who ask for more contrast.
    pub fn line(&self, css_px: f64) -> f64 {
        self.px(if self.palette.is_strong() { css_px + 1.0 } else { css_px })
    }

    /// Colour of a key issue by its place in the data; without a hue of its own beyond the fourth.
    pub fn issue(&self, place: usize) -> Rgb {
        self.palette.issues.get(place).copied().unwrap_or(self.palette.ink_2)
    }

    /// Colour of a heat step, 0 … 6.
    pub fn heat(&self, step: usize) -> Rgb {
        self.palette.heat.get(step).copied().unwrap_or(self.palette.surface)
    }

    /// Colour of the level of a gauge.
    pub fn status(&self, status: Status) -> Rgb {
        match status {
            Status::Achieved | Status::Held => self.palette.good,
            Status::OnPace => self.palette.accent,
            Status::Behind | Status::BelowFloor | Status::AboveCeiling => self.palette.behind,
            Status::NoReading | Status::NotReached | Status::Apart => self.palette.ink_2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTRAST, DARK, LIGHT, Palette, Rgb, Theme};

    fn luminance(Rgb(value): Rgb) -> f64 {
        let channel = |shift: u32| {
            let c = f64::from((value >> shift) & 0xFF) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn stronger_palettes_are_stronger() {
        for palette in [LIGHT.stronger(), DARK.stronger()] {
            check(&palette);
            for ground in [palette.paper, palette.surface] {
                assert!(contrast(palette.faded, ground) >= 7.0, "{}", contrast(palette.faded, ground));
                assert!(contrast(palette.ink_2, ground) >= 7.0);
                assert!(contrast(palette.edge, ground) >= 7.0);
                assert!(contrast(palette.rule, ground) >= 3.0);
            }
        }
    }

    #[test]
    fn thin_lines_are_thicker_for_readers_who_ask_for_more_contrast() {
        let forced = Palette::forced(Rgb(0), Rgb(0x00FF_FFFF), Rgb(0x0000_00EE));
        for palette in [LIGHT.stronger(), DARK.stronger(), CONTRAST, forced] {
            let theme = Theme { palette, scale: 2.0 };
            assert!(theme.line(1.0) >= theme.px(2.0) && theme.line(1.5) > theme.line(1.0));
        }
        for palette in [LIGHT, DARK] {
            assert!((Theme { palette, scale: 2.0 }.line(1.5) - 3.0).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn every_palette_is_known_by_its_probes() {
        for palette in [LIGHT, DARK, CONTRAST, LIGHT.stronger(), DARK.stronger()] {
            assert_eq!(Palette::known(palette.ink_2, palette.accent), Some(palette));
        }
        let (black, white) = (Rgb(0), Rgb(0x00FF_FFFF));
        assert_eq!(Palette::known(white, Rgb(0x00FF_FF00)), None);
        assert!(Palette::forced(black, white, Rgb(0x0000_00EE)).is_light());
    }

    fn check(palette: &Palette) {
        let texts = [palette.ink, palette.ink_2, palette.faded, palette.accent, palette.counter];
        for text in texts.into_iter().chain(palette.issues).chain([palette.good, palette.behind]) {
            for ground in [palette.paper, palette.surface, palette.tint] {
                assert!(contrast(text, ground) >= 4.5, "{text:06X?} on {ground:06X?}: {}", contrast(text, ground));
            }
        }
        assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
        for ground in [palette.paper, palette.surface] {
            assert!(contrast(palette.edge, ground) >= 3.0);
        }
        for (ground, ink) in palette.heat.into_iter().zip(palette.heat_ink) {
            assert!(contrast(ground, ink) >= 4.5, "{ink:06X?} on {ground:06X?}: {}", contrast(ground, ink));
        }
    }

    #[test]
    fn text_is_legible_on_every_ground() {
        check(&LIGHT);
        check(&DARK);
        check(&CONTRAST);
    }
}
