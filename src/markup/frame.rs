//! The frame all widgets share: topic, finding, sentence, what is shown, body, how it is shown, source.

use maud::{Markup, PreEscaped, html};

use super::{Context, Style, notice};
use crate::locale::{Key, Lang};
use crate::widget::Kind;

/// The parts of a frame.
pub struct Frame<'a> {
    /// Which widget.
    pub kind: Kind,
    /// The plain sentence.
    pub sentence: &'a str,
    /// What is shown: at most two groups of controls; `None` where there is no choice before the picture.
    pub toolbar: Option<Markup>,
    /// Figure and tables.
    pub body: Markup,
    /// How it is shown: controls below the picture, beside the menu.
    pub manner: Option<Markup>,
    /// Source and notes.
    pub footer: Markup,
}

impl Frame<'_> {
    /// The shadow tree, stylesheet included.
    pub fn render(self, context: &Context<'_>) -> Markup {
        let (lang, face) = (context.lang, self.kind.face());
        html! {
            (context.style.render(Some(self.kind)))
            div class="widget" data-kind=(self.kind.name()) lang=(lang.code()) dir="ltr" {
                header part="header" {
                    hgroup {
                        p { (lang.text(face.title)) }
                        h2 { (face.heading(lang, context.data)) }
                    }
                    div class="tools" {
                        (segmented("lang", lang.text(Key::Language), lang.tag(), &languages(lang)))
                    }
                    p class="sentence" aria-live="polite" { (self.sentence) }
                }
                div class="notice" tabindex="-1" hidden {}
                (notice::shown(self.kind, context))
                @if let Some(toolbar) = self.toolbar { (toolbar_of(lang.text(Key::Shown), &toolbar)) }
                div class="body" { (self.body) }
                (toolbar_of(lang.text(Key::Toolbar), &html! {
                    @if let Some(manner) = self.manner { (manner) }
                    (menu(context))
                }))
                footer part="footer" { (self.footer) }
            }
            // Outside of what is made anew, and of what is busy. The wait is for what would bring the words for it.
            p class="said" role="status" tabindex="-1" lang=(lang.code()) data-wait=(lang.text(Key::Waiting)) {}
        }
    }
}

/// Every language by its own name.
fn languages(lang: Lang) -> Vec<Choice<'static>> {
    lang.choices()
        .iter()
        .map(|other| Choice { value: &other.tag, label: &other.name, code: Some(&other.code) })
        .collect()
}

/// What can be done with the whole widget. The complete module does it, once asked.
fn menu(context: &Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        details class="menu" data-menu {
            summary { (lang.text(Key::Menu)) }
            div {
                    label class="plain file" {
                        input type="file" name="file" multiple;
                        (lang.text(Key::OpenFile))
                    }
                    p { (lang.text(Key::OpenFileHint)) }
            }
        }
    }
}

/// A bar of controls by its name.
pub fn toolbar_of(name: &str, controls: &Markup) -> Markup {
    html! {
        div class="toolbar" part="toolbar" role="group" aria-label=(name) { (controls) }
    }
}

/// One choice of a segmented control.
pub struct Choice<'a> {
    /// Value of the attribute.
    pub value: &'a str,
    /// What it is called.
    pub label: &'a str,
    /// The language that is said in, where it is another's name.
    pub code: Option<&'a str>,
}

/// A segmented control: radio buttons, so that arrow keys work without any script of ours.
pub fn segmented(name: &str, legend: &str, chosen: &str, choices: &[Choice<'_>]) -> Markup {
    html! {
        fieldset class="seg" data-control=(name) {
            legend { (legend) }
            @for choice in choices {
                label {
                    input type="radio" name=(name) value=(choice.value) checked[choice.value == chosen];
                    span lang=[choice.code] { (choice.label) }
                }
            }
        }
    }
}

/// Asks for the complete module.
pub fn more(lang: Lang) -> Markup {
    html! { button type="button" class="plain" data-more { (lang.text(Key::DetailOpen)) } }
}

/// A line saying where something was printed, or which file of the reader's own it is from.
pub fn source(context: &Context<'_>, kind: Kind, section: &str) -> Markup {
    let lang = context.lang;
    // What was published since leaves everything else as printed.
    let [own, _] = (kind.face().files)(&context.data.origin);
    let place = match own {
        Some(file) => lang.fill(Key::OwnSource, &[("file", file)]),
        None => lang.fill(Key::PrintedIn, &[("title", &context.data.outline.title), ("section", section)]),
    };
    html! { b { (lang.text(Key::Source)) } " " (place) }
}

/// The mark of what is ours rather than the strategy's.
pub fn editorial(lang: Lang) -> Markup {
    html! { span class="editorial" { (lang.text(Key::Editorial)) } }
}

/// A picture of the figure for readers without scripts; with scripts the figure draws itself.
pub fn picture(context: &Context<'_>, file: &str, words: &str) -> Markup {
    html! {
        @if let Some(folder) = context.pictures {
            noscript { img class="picture" src=(format!("{folder}{file}")) alt=(words) loading="lazy"; }
        }
    }
}

impl<'a> Style<'a> {
    /// The file that a script brings where a policy refuses what is in the page.
    pub fn file(self) -> Option<&'a str> {
        if let Style::Inlined(_, file) = self { file } else { None }
    }

    /// As it stands in a widget's shadow tree, or in a document.
    pub fn render(self, kind: Option<Kind>) -> Markup {
        html! {
            @match self {
                Style::Brought => {}
                Style::Linked(url) => { link rel="stylesheet" href=(url); }
                Style::Inlined(sheets, _) => { style { (PreEscaped(sheets.of(kind))) } }
            }
        }
    }
}
