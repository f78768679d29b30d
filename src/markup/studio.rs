//! `studio.html`, the workshop: files in, what is wrong with them, what would change, how it would look, and what is saved.

use maud::{Markup, html};

use super::crumbs;
use super::leaf::{STUDIO, foot};
use super::site;
use crate::data::Dataset;
use crate::data::strategy::StrategyData;
use crate::locale::{Key, Lang};
use crate::widget::Kind;

/// What the page is written from.
pub struct Studio<'a> {
    /// Its language.
    pub lang: Lang,
    /// The languages that the widgets can be looked at in.
    pub languages: &'a [Lang],
    /// The data in the page's language.
    pub data: &'a Dataset,
    /// The strategy in the page's language.
    pub strategy: &'a StrategyData,
    /// Name of the stylesheet.
    pub css: &'a str,
    /// Names of the scripts: the kit, then what works with it.
    pub scripts: [&'a str; 2],
    /// What depends on the content, as scripts read it.
    pub told: &'a str,
}

/// Files that can be chosen.
const ACCEPTED: &str = ".csv,.tsv,.txt,.json,.xlsx,.zip,.html,text/csv,text/plain,application/json,application/zip,text/html,\
                        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// What can be saved, the first mostly wanted.
const SAVED: [(&str, Key, Key); 3] = [
    ("site", Key::StudioSaveSite, Key::StudioSaveSiteWhat),
    ("page", Key::StudioSavePage, Key::StudioSavePageWhat),
    ("data", Key::StudioSaveData, Key::StudioSaveDataWhat),
];
/// Widths at which the widgets can be looked at, CSS px.
const WIDTHS: [u16; 3] = [360, 768, 1280];
/// Tables of which there is a blank form.
const FORMS: [(&str, Key); 4] = [
    ("kpi_actuals.csv", Key::DataActuals),
    ("kpi.csv", Key::DataKpi),
    ("lq.csv", Key::DataLq),
    ("swot.csv", Key::DataSwot),
];

impl Studio<'_> {
    /// The whole page.
    pub fn document(&self) -> Markup {
        let lang = self.lang;
        let name = lang.text(Key::StudioTitle);
        let trail = crumbs::under_front(lang, name);
        html! {
            (maud::DOCTYPE)
            html lang=(lang.code()) {
                head {
                    (site::head(&site::title(name, &self.strategy.title), lang.text(Key::StudioLead)))
                    link rel="stylesheet" href=(self.css);
                    (crumbs::data(&trail))
                    @for script in self.scripts { script src=(script) defer {} }
                }
                body {
                    a class="skip" href="#main" { (lang.text(Key::PageSkip)) }
                    header class="page-head" {
                        (crumbs::nav(lang, &trail))
                        p class="topic" { (site::topic(lang, self.strategy)) }
                        h1 { (name) }
                        p class="lead" { (lang.text(Key::StudioLead)) }
                        p class="note" { (lang.text(Key::StudioPrivate)) }
                        nav class="elsewhere" aria-label=(lang.text(Key::Language)) {
                            @for (other, file) in lang.elsewhere(STUDIO) { a href=(file) hreflang=(other.code) lang=(other.code) { (other.name) } }
                        }
                    }
                    main id="main" data-state="empty" data-content=(self.told) data-lang=(lang.tag()) {
                        noscript { p class="notice" { (lang.text(Key::StudioNoScript)) } }
                        p class="notice" data-broken hidden { (lang.text(Key::StudioBroken)) }
                        div class="steps" hidden { (self.give()) (self.found()) (self.changes()) (self.preview()) (self.save()) }
                    }
                    (foot(lang, self.strategy, &[]))
                }
            }
        }
    }

    fn heading(&self, step: u8, key: Key) -> Markup {
        html! { h2 { b { (step) } " " (self.lang.text(key)) } }
    }

    /// What somebody brings.
    fn give(&self) -> Markup {
        let text = |key: Key| self.lang.text(key);
        html! {
            section class="give" {
                (self.heading(1, Key::StudioGive))
                div class="drop" {
                    label for="file" { (text(Key::StudioFile)) }
                    input type="file" id="file" multiple accept=(ACCEPTED) aria-describedby="file-note";
                    p class="note" id="file-note" { (text(Key::StudioFileNote)) }
                }
                form data-pasted {
                    label for="paste" { (text(Key::StudioPaste)) }
                    textarea id="paste" name="paste" rows="2" spellcheck="false" aria-describedby="paste-note" {}
                    p class="note" id="paste-note" { (text(Key::StudioPasteAsk)) }
                    button class="plain" { (text(Key::StudioRead)) }
                }
                details {
                    summary { (text(Key::StudioReading)) }
                    (self.reading())
                }
                details {
                    summary { (text(Key::StudioWords)) }
                    form data-find {
                        label for="words" { (text(Key::StudioWordsAsk)) }
                        p class="row" { input id="words" name="q" autocomplete="off"; button { (text(Key::StudioFind)) } }
                    }
                    div data-hits role="status" {}
                }
                details {
                    summary { (text(Key::StudioForms)) }
                    p class="note" { (text(Key::StudioFormsNote)) }
                    p class="row" { @for (file, name) in FORMS { button type="button" class="plain" data-form=(file) { (text(name)) " (CSV)" } } }
                }
            }
        }
    }

    /// A reading typed in.
    fn reading(&self) -> Markup {
        let lang = self.lang;
        let text = |key: Key| lang.text(key);
        let field = |name: &str, key: Key, is_needed: bool| {
            html! {
                label for=(format!("reading-{name}")) { (text(key)) @if is_needed { " " span class="needed" { (text(Key::StudioNeeded)) } } }
                input id=(format!("reading-{name}")) name=(name) autocomplete="off" required[is_needed];
            }
        };
        html! {
            form data-reading {
                label for="reading-kpi" { "KPI" }
                select id="reading-kpi" name="kpi" {
                    @for kpi in &self.data.kpi.kpis { option value=(kpi.id.as_str()) { (kpi.name) @if lang.is_source() { "（" (kpi.unit) "）" } } }
                }
                (field("period", Key::StudioPeriod, true))
                (field("value", Key::StudioValue, true))
                (field("source", Key::StudioSource, false))
                (field("note", Key::StudioNote, false))
                button { (text(Key::StudioAdd)) }
            }
        }
    }

    /// What it was recognised as, and what is wrong with it.
    fn found(&self) -> Markup {
        html! {
            section class="found" {
                (self.heading(2, Key::StudioFound))
                div role="status" data-seen tabindex="-1" { p { (self.lang.text(Key::StudioNothingYet)) } }
                ul data-faults {}
            }
        }
    }

    fn changes(&self) -> Markup {
        let text = |key: Key| self.lang.text(key);
        html! {
            section class="changes" {
                (self.heading(3, Key::StudioChanges))
                p data-sum role="status" { (text(Key::StudioNoChange)) }
                ol data-diff {}
                p { button type="button" class="plain" data-undo disabled { (text(Key::StudioUndo)) } }
            }
        }
    }

    fn preview(&self) -> Markup {
        let text = |key: Key| self.lang.text(key);
        html! {
            section class="preview" {
                (self.heading(4, Key::StudioPreview))
                p class="row" {
                    label { (text(Key::Language)) " " select name="lang" { @for lang in self.languages { option value=(lang.tag()) selected[lang.tag() == self.lang.tag()] { (lang.text(Key::OwnName)) } } } }
                    label { (text(Key::StudioWidth)) " " select name="width" { option value="" { (text(Key::StudioWidthAny)) } @for width in WIDTHS { option value=(width) { (width) " px" } } } }
                    label { (text(Key::StudioWidget)) " " select name="widget" { @for kind in Kind::ALL { option value=(kind.name()) { (text(kind.face().button)) } } } }
                }
                div class="frame" tabindex="0" role="group" aria-label=(text(Key::StudioPreview)) data-preview {}
            }
        }
    }

    fn save(&self) -> Markup {
        let text = |key: Key| self.lang.text(key);
        html! {
            section class="save" {
                (self.heading(5, Key::StudioSave))
                div data-reason hidden {
                    label for="reason" { (text(Key::StudioReason)) " " span class="needed" { (text(Key::StudioNeeded)) } }
                    input id="reason" name="reason" autocomplete="off" aria-describedby="reason-note";
                    p class="note" id="reason-note" { (text(Key::StudioReasonNote)) }
                }
                ul class="kinds" {
                    @for (what, name, about) in SAVED {
                        li { button type="button" data-save=(what) { (text(name)) } p class="note" { (text(about)) } }
                    }
                }
                p role="status" data-saved {}
            }
        }
    }
}
