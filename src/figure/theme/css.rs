//! The tokens as a style sheet.

use super::{CONTRAST, DARK, LIGHT, PROBES, Palette, Rgb};

/// The tokens as CSS custom properties. Ink and ground come from one source, the used `color-scheme`: of our pages by
/// preference, of a widget its page's, or `theme`. A browser without `light-dark()` shows the light ones everywhere.
pub fn css() -> String {
    let light = declared(&tokens(&LIGHT), None);
    let both = declared(&tokens(&LIGHT), Some(&tokens(&DARK)));
    let more = declared(
        &beside(&tokens(&LIGHT.stronger()), &tokens(&LIGHT)),
        Some(&beside(&tokens(&DARK.stronger()), &tokens(&DARK))),
    );
    let [line, thick] = ["--line:1px!important;", "--line:2px!important;"];
    let contrast = declared(&beside(&tokens(&CONTRAST), &tokens(&DARK)), None);
    let [ink, surface, accent] = PROBES;
    format!(
        ":root,:host{{color-scheme:light;{line}{light}}}\n\
         @supports (color:light-dark(red,red)){{\
         :root{{color-scheme:light dark only}}:host{{color-scheme:inherit}}:root,:host{{{both}}}\
         @media (prefers-contrast:more){{:root,:host{{{thick}{more}}}}}\
         @media screen{{:host([theme=light]){{color-scheme:only light!important}}\
         :host([theme=dark]){{color-scheme:only dark!important}}\
         :host([theme=contrast]){{color-scheme:only dark!important;{thick}{contrast}}}}}\
         @media print{{:root,:host{{color-scheme:only light!important}}}}}}\n\
         @media (forced-colors:active){{:root,:host{{{SYSTEM}}}}}\n\
         :host::before,.widget{{{ink}:var(--ink-2)!important;{surface}:var(--surface)!important;{accent}:var(--accent)!important}}\
         :host::before{{content:\"\"!important;position:absolute!important;forced-color-adjust:none!important;\
         transition:{ink} 1ms step-start,{accent} 1ms step-start!important}}\n"
    )
}

/// What stands for our own colours where the reader has few of theirs: it is used only where they are not forced.
const SYSTEM: &str = "--ink:CanvasText!important;--ink-2:CanvasText!important;--counter:CanvasText!important;\
                      --surface:Canvas!important;--accent:LinkText!important";

/// Names and values of a palette's tokens.
type Tokens = Vec<(String, Rgb)>;

fn tokens(palette: &Palette) -> Tokens {
    let mut pairs: Tokens = palette.named().map(|(name, color)| (name.to_owned(), color)).into();
    for (index, (ground, ink)) in palette.heat.into_iter().zip(palette.heat_ink).enumerate() {
        pairs.push((format!("h{index}"), ground));
        pairs.push((format!("hi{index}"), ink));
    }
    pairs.extend(palette.issues.into_iter().enumerate().map(|(index, hue)| (format!("k{index}"), hue)));
    pairs
}

/// The tokens that are not those of another palette.
fn beside(own: &Tokens, other: &Tokens) -> Tokens {
    own.iter().filter(|token| !other.contains(token)).cloned().collect()
}

/// Declarations of light tokens, or of light and dark ones. Important, or a rule of the page such as `* { --ink: red }`
/// would win over `:host`.
fn declared(light: &Tokens, dark: Option<&Tokens>) -> String {
    let value = |index: usize, Rgb(light): Rgb| match dark.and_then(|dark| dark.get(index)) {
        Some((_, Rgb(dark))) => format!("light-dark(#{light:06X},#{dark:06X})"),
        None => format!("#{light:06X}"),
    };
    let declarations =
        light.iter().enumerate().map(|(index, (name, color))| format!("--{name}:{}", value(index, *color)));
    declarations.map(|declaration| declaration + "!important;").collect()
}
