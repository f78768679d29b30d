//! Whatever the data hold comes out as text: no tag, no attribute, no word more or less.

use crate::common::{at_work, library, source};

use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::provenance::Source;
use shigoto_widgets::id::Base;
use shigoto_widgets::markup::page::{self, Scripts};
use shigoto_widgets::publish::shown::shadow;
use shigoto_widgets::widget::Kind;

/// Everything that has ever ended a text too early, bidi controls, and a long tail.
const HOSTILE: &str = "</b></td></template><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"a\" '&amp;&lt;&#0;&\
    <!-- ]]> {title} \u{202e}\u{2066}\u{200f}\u{feff}";
const TAIL: usize = 10_000;

/// Replaces texts by hostile ones, each with its own number, and remembers those that readers must be shown.
struct Injector {
    shown: Vec<String>,
    count: usize,
}

impl Injector {
    fn hostile(&mut self) -> String {
        self.count += 1;
        format!("［{}］{HOSTILE}{}", self.count, "長".repeat(TAIL))
    }

    fn hide(&mut self, text: &mut String) {
        *text = self.hostile();
    }

    fn show(&mut self, text: &mut String) {
        self.hide(text);
        self.shown.push(text.clone());
    }

    fn show_all<'a>(&mut self, texts: impl IntoIterator<Item = &'a mut String>) {
        texts.into_iter().for_each(|text| self.show(text));
    }

    fn source(&mut self, source: &mut Source) {
        self.show(&mut source.section);
    }
}

fn hostile_swot(library: &mut Library, injector: &mut Injector) {
    let (swot, links) = (&mut library.dataset.swot, &mut library.dataset.links);
    injector.source(&mut swot.source);
    for factor in &mut swot.factors {
        injector.show_all([&mut factor.name].into_iter().chain(&mut factor.detail).chain(&mut factor.matrix_note));
    }
    for quadrant in &mut swot.quadrants {
        injector.show(&mut quadrant.heading);
        for strategy in &mut quadrant.strategies {
            injector.show_all([&mut strategy.text].into_iter().chain(&mut strategy.note));
        }
    }
    swot.issues.iter_mut().for_each(|issue| injector.show_all([&mut issue.name, &mut issue.text]));
    injector.show(&mut links.note);
    injector.show_all(links.factor_strategy.iter_mut().map(|link| &mut link.reason));
    injector.show_all(links.strategy_issue.iter_mut().map(|link| &mut link.reason));
    injector.show_all(links.issue_measure.iter_mut().map(|link| &mut link.reason));
    injector.show(&mut library.dataset.outline.title);
    for measure in library.dataset.outline.pillars.iter_mut().flat_map(|pillar| &mut pillar.measures) {
        injector.hide(&mut measure.name);
    }
    library.dataset.kpi.kpis.iter_mut().for_each(|kpi| injector.hide(&mut kpi.name));
}

fn hostile_lq(library: &mut Library, injector: &mut Injector) {
    let lq = &mut library.dataset.lq;
    injector.show(&mut lq.reference_area);
    injector.hide(&mut lq.sector_note);
    injector.show_all(lq.cities.iter_mut().map(|city| &mut city.name));
    for table in &mut lq.tables {
        injector.source(&mut table.source);
        injector.show_all([&mut table.title, &mut table.formula]);
        injector.show_all(table.note.iter_mut().chain(&mut table.warning).chain(&mut table.reread_reason));
        for row in &mut table.rows {
            row.presumed = row.presumed.is_some().then(|| injector.hostile().parse().unwrap());
            let name = injector.hostile();
            // What is paired stays paired under its new name.
            for link in &mut library.dataset.links.crosswalk {
                let side = match table.base {
                    Base::Output => &mut link.output,
                    Base::Employees => &mut link.employees,
                    Base::Establishments => break,
                };
                side.iter_mut().filter(|own| **own == row.industry).for_each(|own| *own = name.parse().unwrap());
            }
            row.industry = name.parse().unwrap();
            injector.shown.push(name);
        }
    }
    injector.show(&mut library.dataset.outline.title);
}

fn hostile_kpi(library: &mut Library, injector: &mut Injector) {
    let outline = &mut library.dataset.outline;
    injector.show(&mut outline.title);
    for pillar in &mut outline.pillars {
        injector.show(&mut pillar.name);
        // Said over its group only where KPIs are grouped by pillar.
        pillar.summary.iter_mut().for_each(|sentence| injector.hide(sentence));
        injector.show_all(pillar.measures.iter_mut().map(|measure| &mut measure.name));
    }
    for kpi in &mut library.dataset.kpi.kpis {
        injector.show_all([&mut kpi.name, &mut kpi.definition, &mut kpi.unit].into_iter().chain(&mut kpi.printed));
        injector.show_all(&mut kpi.notes);
        injector.source(&mut kpi.places[0].source);
    }
}

/// The library with hostile texts wherever `kind` reads texts, and those it must show.
fn hostile(kind: Kind) -> (Library, Vec<String>) {
    let (mut library, mut injector) = (library(), Injector { shown: Vec::new(), count: 0 });
    match kind {
        Kind::Swot => hostile_swot(&mut library, &mut injector),
        Kind::Lq => hostile_lq(&mut library, &mut injector),
        Kind::Kpi => hostile_kpi(&mut library, &mut injector),
    }
    (library, injector.shown)
}

/// Tags with their attributes, and the texts between them, as a browser would take them apart.
fn parse(html: &str) -> (Vec<String>, String) {
    let (mut tags, mut text, mut rest) = (Vec::new(), String::new(), html);
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let mut is_quoted = false;
        let end = after.find(|letter| {
            is_quoted ^= letter == '"';
            letter == '>' && !is_quoted
        });
        let (tag, tail) = after.split_at(end.expect("a tag ends"));
        tags.push(tag.to_owned());
        rest = &tail[1..];
    }
    (tags, text + rest)
}

/// A tag without the value of attributes that repeat texts of the data.
fn skeleton(tag: &str) -> String {
    let Some((before, after)) = tag.split_once("aria-label=\"") else { return tag.to_owned() };
    before.to_owned() + after.split_once('"').expect("a value ends").1
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn hostile_texts_come_out_as_texts() {
    for kind in Kind::ALL {
        let (library, shown) = hostile(kind);
        let (plain, html) =
            (shadow(&self::library().dataset, source(), kind, 2024), shadow(&library.dataset, source(), kind, 2024));
        let ((plain_tags, _), (tags, text)) = (parse(&plain), parse(&html));
        let parts = plain_tags.iter().zip(&tags).find(|(plain, tag)| skeleton(plain) != skeleton(tag));
        assert!(parts.is_none(), "{}: {:.200?}", kind.name(), parts);
        assert_eq!(plain_tags.len(), tags.len(), "tags of {}", kind.name());
        let text = unescaped(&text);
        for own in &shown {
            let start: String = own.chars().take(8).collect();
            assert!(text.contains(own), "{}: {start} is not shown whole", kind.name());
        }
        assert!(shown.len() > 50 && !html.contains("<script") && !html.contains("<img"), "{}", kind.name());
    }
}

#[test]
fn hostile_texts_stay_texts_in_labels() {
    let (library, _) = hostile(Kind::Lq);
    let (tags, _) = parse(&shadow(&library.dataset, source(), Kind::Lq, 2024));
    let labels = tags.iter().filter_map(|tag| Some(tag.split_once("aria-label=\"")?.1.split_once('"')?.0));
    let labels: Vec<String> = labels.map(unescaped).collect();
    for table in &library.dataset.lq.tables {
        assert!(labels.iter().any(|label| label.starts_with(&table.title)), "the sheet is named by its title, whole");
    }
}

#[test]
fn a_hostile_strategy_leaves_the_page_as_it_is() {
    let tags = |library: &Library| {
        let context = at_work(&library.dataset, source(), 2024);
        let html = page::full(
            &context,
            (&library.strategy, &library.facts),
            &Scripts::Inlined { script: "", wasm: "", shell: &maud::Markup::default(), content: "{}" },
            &[],
        )
        .into_string();
        // What they hold is the strategy's.
        let is_description =
            |tag: &String| ["meta name=\"description\"", "meta property=\"og:"].iter().any(|own| tag.starts_with(own));
        parse(&html).0.into_iter().filter(|tag| !is_description(tag)).collect::<Vec<_>>()
    };
    let (mut library, mut injector) = (library(), Injector { shown: Vec::new(), count: 0 });
    let plain = tags(&library);
    let strategy = &mut library.strategy;
    injector.show_all([&mut strategy.title, &mut strategy.subtitle, &mut strategy.city, &mut strategy.publisher]);
    injector.show(&mut strategy.published);
    assert!(plain == tags(&library), "a tag more, less or other");
}
