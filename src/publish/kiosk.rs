//! `kiosk.html`, and the settings it is delivered with.

use maud::{DOCTYPE, html};

use super::kit::Kit;
use super::sink::Files;
use crate::locale::Lang;
use crate::markup::{self, Context, kiosk, page};

/// Settings to start from; `kiosk-guide.html` tells what they may be. `null` is as good as nothing.
const SETTINGS: &str = r#"{
  "seconds": 16,
  "languages": ["ja", "en", "ja", "ja-easy"],
  "idle": 60,
  "warning": 20,
  "night": "22:00-06:00",
  "scenes": null,
  "share": null,
  "pin": null,
  "data": null,
  "data_minutes": 30,
  "version_minutes": 60
}
"#;

/// Renders the kiosk. `context` links the kiosk's own stylesheet.
pub fn write(context: &Context<'_>, kit: &Kit, files: &mut Files) {
    let page = html! {
        (DOCTYPE)
        html lang=(context.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (context.data.outline.title) }
                link rel="icon" href=(page::ICON);
                (context.style.render())
                script type="module" src=(format!("./{}", kit.kiosk.script)) {}
                link rel="preload" href=(format!("./{}", kit.complete.wasm)) as="fetch" type="application/wasm" crossorigin="anonymous";
            }
            body class="kiosk" data-mode="loop" { (kiosk::shell(context, |kind| page::place(kind, context))) }
        }
    };
    files.add("kiosk.html", markup::text(Lang::JA, page));
    files.add("kiosk.json", SETTINGS);
}

#[cfg(test)]
mod tests {
    use super::SETTINGS;
    use crate::widget::kiosk::settings::{Settings, read};

    #[test]
    fn the_settings_delivered_are_the_defaults() {
        let (settings, told) = read(SETTINGS, &[], &[], &["ja", "en", "ja-easy"]);
        assert_eq!((settings, told), (Settings::default(), Vec::new()));
    }
}
