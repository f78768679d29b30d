//! The frame all widgets share: title, sentence, toolbar, body, source.

use maud::{Markup, PreEscaped, html};

use super::{Context, Style, notice};
use crate::locale::{Key, Lang};
use crate::widget::Kind;

/// The parts of a frame.
pub struct Frame<'a> {
    /// Which widget.
    pub kind: Kind,
    /// Title of the widget.
    pub title: &'a str,
    /// The plain sentence.
    pub sentence: &'a str,
    /// Controls; `None` where they stand in the body.
    pub toolbar: Option<Markup>,
    /// Figure and tables.
    pub body: Markup,
    /// Source and notes.
    pub footer: Markup,
}

impl Frame<'_> {
    /// The shadow tree, stylesheet included.
    pub fn render(self, context: &Context<'_>) -> Markup {
        let lang = context.lang;
        html! {
            (context.style.render())
            div class="widget" data-kind=(self.kind.name()) lang=(lang.code()) dir="ltr" {
                header part="header" {
                    h2 { (self.title) }
                    div class="tools" {
                        (segmented("lang", lang.text(Key::Language), lang.tag(), &languages(lang)))
                        (menu(context))
                    }
                    p class="sentence" aria-live="polite" { (self.sentence) }
                }
                div class="notice" tabindex="-1" hidden {}
                (notice::shown(self.kind, context))
                @if let Some(toolbar) = self.toolbar { (toolbar_of(lang, &toolbar)) }
                div class="body" { (self.body) }
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
        details class="menu" {
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

/// A group of controls.
pub fn toolbar_of(lang: Lang, controls: &Markup) -> Markup {
    html! {
        div class="toolbar" part="toolbar" role="group" aria-label=(lang.text(Key::Toolbar)) { (controls) }
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

impl Style<'_> {
    /// As it stands in a document or a shadow tree.
    pub fn render(self) -> Markup {
        html! {
            @match self {
                Style::Brought => {}
                Style::Linked(url) => { link rel="stylesheet" href=(url); }
                Style::Inlined(css) => { style { (PreEscaped(css)) } }
            }
        }
    }
}
