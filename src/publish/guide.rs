//! What helps others embed the widgets: the guide in both languages, plain HTML, types, the elements' manifest.

use super::fault::RenderError;
use super::guide_check::{check, outline};
use super::kit::Kit;
use super::shown::context;
use super::sink::Files;
use super::{accessibility, figures, manifest};
use crate::data::Dataset;
use crate::data::guide::GuideTexts;
use crate::data::language::Choice;
use crate::data::library::{GUIDES, Library};
use crate::locale::{Lang, Languages};
use crate::markup::guide::Guide;
use crate::markup::kiosk_guide;
use crate::markup::plain::Plain;
use crate::markup::site::guide_of;
use crate::markup::snippet::Picture;
use crate::markup::{Style, text};
use crate::widget::Kind;

/// Renders all of it.
///
/// # Errors
/// When the guide's texts are not whole, or a picture cannot be drawn.
pub fn write(
    library: &Library,
    languages: &Languages,
    kit: &Kit,
    year: u16,
    files: &mut Files,
) -> Result<(), RenderError> {
    let data = &library.dataset;
    let faults = faults(&library.guides, data, &kit.policy, languages.source().choices());
    if !faults.is_empty() {
        return Err(RenderError::Guide(faults.join("\n")));
    }
    let drawn = figures::all(languages.source(), data, year)?;
    for (tag, texts) in GUIDES.into_iter().zip(&library.guides) {
        let [lang, other] = [tag, GUIDES.into_iter().find(|other| *other != tag).unwrap_or_default()]
            .map(|tag| languages.find(tag).unwrap_or(languages.source()));
        let (data, strategy) = (lang.translated(data), lang.translated(&library.strategy));
        let (css, policy) = (kit.guide_css.as_str(), kit.policy.trim());
        let guide = Guide {
            lang,
            other,
            texts,
            data: &data,
            strategy: &strategy,
            css,
            policy,
            pictures: &pictures(lang, &data, &drawn, year),
        };
        files.add(guide_of(lang), text(lang, guide.document()));
        let context = context(&data, lang, Style::Brought, None, year);
        files.add_all("plain", Plain { context, strategy: &strategy, texts: &texts.plain }.files());
    }
    files.add("kiosk-guide.html", kiosk_guide::document(&kit.guide_css).into_string());
    accessibility::write(library, languages, kit, files);
    files.add("custom-elements.json", manifest::text(data, languages.source().choices()));
    Ok(())
}

/// What the guide's texts lack or have too much of, a line for each fault.
pub fn faults(guides: &[GuideTexts], data: &Dataset, policy: &str, languages: &[Choice]) -> Vec<String> {
    let mut faults = Vec::new();
    for (tag, texts) in GUIDES.into_iter().zip(guides) {
        faults.extend(
            check(texts, data, policy, languages)
                .into_iter()
                .map(|fault| format!("interface/guide/{tag}.json — {fault}")),
        );
    }
    if guides.windows(2).any(|pair| matches!(pair, [first, second] if outline(first) != outline(second))) {
        faults.push(
            "interface/guide — the sections of the languages differ in id, kind of block or number of items".to_owned(),
        );
    }
    faults
}

/// The pictures on offer, each widget's default first, with the sentence that stands in them as their text.
fn pictures(lang: Lang, data: &Dataset, drawn: &[(String, String)], year: u16) -> Vec<Picture> {
    let offered = |kind: Kind| {
        let all = figures::of(kind, data).into_iter().filter(|picture| picture.is_in_guide);
        all.filter_map(move |picture| {
            let (_, svg) = drawn.iter().find(|(name, _)| *name == picture.file)?;
            let says = figures::state(kind, &picture, data, year).says(data, lang);
            let alt = format!("{}　{says}", lang.text(kind.face().title));
            let pairs: Vec<String> = picture.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
            Some(Picture { kind, when: pairs.join("&"), file: picture.file, alt, size: size(svg) })
        })
    };
    Kind::ALL.into_iter().flat_map(offered).collect()
}

/// Width and height as they stand in a picture's first tag.
fn size(svg: &str) -> String {
    let tag = svg.split('>').next().unwrap_or_default();
    let sizes = tag.split_whitespace().filter(|word| word.starts_with("width=") || word.starts_with("height="));
    sizes.collect::<Vec<_>>().join(" ")
}
