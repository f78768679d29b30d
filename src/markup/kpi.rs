//! `<shigoto-kpi>`: a card for each KPI, in groups.

use maud::{Markup, html};

use super::face::Face;
use super::frame::{Choice, Frame, editorial, more, segmented, source};
use super::{Context, kpi_groups};
use crate::data::actuals::Actual;
use crate::data::kpi::{Kpi, KpiKind};
use crate::id::MeasureId;
use crate::locale::aim::Aim;
use crate::locale::amount::Amounts;
use crate::locale::names::to_hold;
use crate::locale::sentence::{self, year_text};
use crate::locale::{self, Key, Lang, finding, own, period, unpublished};
use crate::model::groups::Grouping;
use crate::model::insight;
use crate::model::marks::Mark;
use crate::model::pace::{Reading, Status, has_pace, reading as reading_of};
use crate::model::scenes;
use crate::widget::Kind;
use crate::widget::kpi::{State, View, span};

/// The KPIs as everything else sees them.
pub static FACE: Face = Face {
    title: Key::KpiTitle,
    question: Key::PageKpiLead,
    finding: finding::goals,
    tree: widget,
    files: |origin| [origin.kpi.as_deref(), origin.actuals.as_deref()],
    unpublished: |lang, data| unpublished::readings(lang, data.origin.unpublished),
    recognised: own::recognised_kpis,
    button: Key::KioskKpi,
    facts: scenes::indicators,
    loop_px: 620.0,
};

/// The widget in its state as loaded.
pub fn widget(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let state = State::new(data, context.year);
    let context = &Context { year: state.year, ..*context };
    let readings = state.readings(data);
    let card = |kpi: &Kpi| {
        html! {
            @if let Some(reading) = readings.iter().find(|reading| reading.id == kpi.id) { (card(context, kpi, reading)) }
        }
    };
    let frame = Frame {
        kind: Kind::Kpi,
        sentence: &sentence::goals(lang, data, insight::kpi(readings.iter()), state.year),
        toolbar: Some(toolbar(context, &state)),
        body: html! {
            (legend(lang, &readings))
            @if context.is_live { (course_legend(lang)) }
            div class="indicators" data-view=(state.view().as_str()) data-group=(state.group.as_str()) {
                @for group in &kpi_groups::of(context, state.group) { (kpi_groups::section(context, group, card)) }
            }
            @if context.is_live { div class="report" hidden {} }
            (in_words(context))
        },
        manner: Some(manner(context, &state)),
        footer: html! {
            p { (source(context, Kind::Kpi, &data.kpi.source.section)) }
            p { (editorial(lang)) " " (sentence::pace_note(lang, data)) }
        },
    };
    frame.render(context)
}

/// Which KPIs, and as of which year.
fn toolbar(context: &Context<'_>, state: &State) -> Markup {
    let (lang, data, span) = (context.lang, context.data, span(context.data));
    let pillars = &data.outline.pillars;
    let numbers: Vec<String> = pillars.iter().map(|pillar| pillar.id.to_string()).collect();
    let mut choices = vec![Choice { value: "all", label: lang.text(Key::All), code: None }];
    // Sections of a reader's own list have names alone.
    let label = |index: usize| pillars.get(index).filter(|_| own::is_listed(data)).map(|pillar| pillar.name.as_str());
    let choice = |(index, number): (usize, &'_ String)| (number.clone(), label(index).unwrap_or(number).to_owned());
    let named: Vec<(String, String)> = numbers.iter().enumerate().map(choice).collect();
    choices.extend(named.iter().map(|(value, label)| Choice { value, label, code: None }));
    html! {
        @if !pillars.is_empty() { (segmented("pillar", own::pillar_word(lang, data), "all", &choices)) }
        label class="field year" {
            span { (lang.text(Key::Year)) }
            input type="range" name="year" min=(span.first) max=(span.last) step="1" value=(state.year)
                aria-valuetext=(year_text(lang, state.year));
            output aria-live="off" { (year_text(lang, state.year)) }
        }
    }
}

/// As which picture, and in which groups.
fn manner(context: &Context<'_>, state: &State) -> Markup {
    let lang = context.lang;
    let views = [
        (View::Gauge, Key::ViewGauge),
        (View::Report, Key::ViewReport),
        (View::Bullet, Key::ViewBullet),
        (View::Trajectory, Key::ViewTrajectory),
    ]
    .map(|(view, key)| Choice { value: view.as_str(), label: lang.text(key), code: None });
    let groups =
        [(Grouping::Kind, lang.text(Key::GroupKind)), (Grouping::Pillar, own::pillar_word(lang, context.data))]
            .map(|(group, label)| Choice { value: group.as_str(), label, code: None });
    html! {
        (segmented("view", lang.text(Key::View), state.view().as_str(), &views))
        @if !context.data.outline.pillars.is_empty() {
            (segmented("group", lang.text(Key::Group), state.group.as_str(), &groups))
        }
    }
}

/// What the marks mean. Those that come and go wait hidden until one is drawn.
fn legend(lang: Lang, readings: &[Reading]) -> Markup {
    let is_in = |mark: Mark| mark.is_in(readings);
    let always =
        [("scale", locale::scale_key(readings)), ("baseline", Key::LegendBaseline), ("target", Key::LegendTarget)];
    let held = is_in(Mark::Held).then_some(("held", Key::Floor));
    let passing = [
        ("level", Key::LegendLevelBaseline),
        ("reading", Key::LegendReading),
        ("pace", Key::LegendPace),
        ("beyond", Key::LegendBeyond),
    ];
    let explained = |name: &str, key| html! { i class=(name) aria-hidden="true" {} span { (lang.text(key)) } };
    html! {
        ul class="marks" {
            @for (name, key) in always.into_iter().chain(held) { li { (explained(name, key)) } }
            @for ((name, key), mark) in passing.into_iter().zip(Mark::PASSING) {
                li class="some" hidden[!is_in(mark)] { (explained(name, key)) }
            }
        }
    }
}

/// A pillar by its number and its name.
fn pillar_of(context: &Context<'_>, id: u8) -> Markup {
    let pillar = context.data.outline.pillars.iter().find(|pillar| pillar.id == id);
    let data = context.data;
    html! {
        (own::pillar_word(context.lang, data)) " " @if !own::is_listed(data) { (id) " " }
        (pillar.map_or("", |pillar| &pillar.name))
    }
}

/// What a trajectory draws. Only the complete module has them.
fn course_legend(lang: Lang) -> Markup {
    let marks = [
        ("start", Key::LegendBaseline),
        ("way", Key::StraightWay),
        ("target", Key::LegendTarget),
        ("held", Key::Floor),
        ("reading", Key::LegendReading),
        ("before", Key::BeforePlan),
    ];
    html! { ul class="marks course-marks" { @for (name, key) in marks { li { i class=(name) aria-hidden="true" {} span { (lang.text(key)) } } } } }
}

fn card(context: &Context<'_>, kpi: &Kpi, reading: &Reading) -> Markup {
    let (lang, outline) = (context.lang, &context.data.outline);
    let place = kpi.home().and_then(|id| outline.measure(id));
    let pillar = kpi.home().map(MeasureId::pillar);
    let amounts = Amounts::beside(lang, kpi, reading);
    let level = amounts.number(reading.level());
    let actual = reading_of(kpi, &context.data.actuals, span(context.data), context.year);
    let is_long = level.chars().count() > 6;
    let aim = Aim::of(lang, kpi);
    html! {
        li class="card" data-kpi=(kpi.id) data-pillar=[pillar] {
            @if let Some(measure) = place {
                p class="place" { (pillar_of(context, measure.id.pillar())) " › " (lang.fill(Key::MeasurePlace, &[("id", measure.id.as_str()), ("name", &measure.name)])) }
            }
            @if let Some(id) = pillar.filter(|_| own::is_listed(context.data)) { p class="place" { (pillar_of(context, id)) } }
            h4 { (kpi.name) }
            div class="dial" part="figure" {
                div class="face" {
                    @if let Some(gauge) = context.gauge { (gauge(reading)) }
                    canvas aria-hidden="true" {}
                    @if context.is_live { div class="axes" aria-hidden="true" {} }
                }
                p class="level" aria-hidden="true" { b class=[is_long.then_some("long")] { (level) } (amounts.unit(reading.level())) }
            }
            p class="aim" { b { (aim.levels) } " " b { (aim.change) } @if let Some(kind) = aim.kind { " " span { (kind) } } }
            dl {
                div {
                    dt { (lang.text(Key::Baseline)) small { (lang.fill(Key::BaselinePeriod, &[("period", &period(lang, &kpi.baseline.period))])) } }
                    dd { b { (amounts.whole(kpi.baseline.value)) } }
                }
                @let due = due(lang, kpi);
                div { dt { (lang.text(Key::Target)) @if !due.is_empty() { small { (due) } } } dd { b { (amounts.whole(kpi.target.value)) } } }
                @if has_pace(kpi) || kpi.kind == KpiKind::Maintain {
                    div class=[has_pace(kpi).then_some("due")] {
                        dt class="pace-name" { (lang.fill(Key::PaceLabel, &[("year", &context.year.to_string())])) }
                        dd class="pace" { (pace_text(lang, kpi, reading)) }
                    }
                }
            }
            div class="state" { (status(context.lang, kpi, reading, actual)) }
            div class="more" { (details(context, kpi)) }
        }
    }
}

fn details(context: &Context<'_>, kpi: &Kpi) -> Markup {
    let lang = context.lang;
    html! {
        details {
            summary { (lang.text(Key::Definition)) " " span class="unseen" { (kpi.name) } }
            p { (kpi.definition) }
            @for note in &kpi.notes { p class="note" { (note) " " (editorial(lang)) } }
            @if context.is_live { (course(context, kpi)) } @else { (more(lang)) }
            (as_printed(lang, kpi))
            @if let Some(printed) = &kpi.printed { p { (lang.fill(Key::PrintedName, &[("name", printed)])) } }
            @for place in &kpi.places {
                p class="src" {
                    @if place.repeated { (lang.fill(Key::AlsoIn, &[("id", place.measure.as_str())])) }
                    @else { (source(context, Kind::Kpi, &place.source.section)) }
                }
            }
        }
    }
}

/// When a target is due, where a reader's own list states it.
fn due(lang: Lang, kpi: &Kpi) -> String {
    #[cfg(not(small))]
    return locale::listed::due(lang, kpi);
    #[cfg(small)]
    {
        let _ = (lang, kpi);
        String::new()
    }
}

/// The KPIs of a reader's own list that are not in numbers, as written.
fn in_words(context: &Context<'_>) -> Markup {
    #[cfg(not(small))]
    if let Some(worded) = locale::listed::worded(context.data) {
        let lang = context.lang;
        let written =
            |text: &str| if text.is_empty() { lang.text(Key::WordedNone).to_owned() } else { text.to_owned() };
        return html! {
            // Not among the groups that are arranged anew.
            div class="indicators words" { section class="group" {
                div class="group-head" {
                    h3 { strong { (lang.text(Key::WordedTitle)) } " " span { (worded.len()) } }
                    p { (lang.text(Key::WordedHow)) }
                }
                ul class="cards" {
                    @for kpi in worded {
                        li class="card" {
                            @if let Some(section) = &kpi.section { p class="place" { (own::pillar_word(lang, context.data)) " " (section) } }
                            h4 { (kpi.name) }
                            dl {
                                div { dt { (lang.text(Key::Baseline)) } dd { (written(&kpi.baseline)) } }
                                div { dt { (lang.text(Key::Target)) } dd { b { (written(&kpi.target)) } } }
                                @if !kpi.unit.is_empty() { div { dt { (lang.text(Key::SheetUnit)) } dd { (kpi.unit) } } }
                            }
                        }
                    }
                }
            } }
        };
    }
    let _ = context;
    html! {}
}

/// Baseline and target digit by digit, where a language writes them in another unit.
fn as_printed(lang: Lang, kpi: &Kpi) -> Markup {
    #[cfg(not(small))]
    if let Some([baseline, target]) = Amounts::of(lang, kpi, &[kpi.baseline.value, kpi.target.value]).printed() {
        let values = [("baseline", baseline.as_str()), ("target", &target), ("unit", kpi.unit.trim())];
        return html! { p { (lang.fill(Key::AsPrinted, &values)) } };
    }
    let _ = (lang, kpi);
    html! {}
}

/// The way from baseline to target, filled with its picture when it is opened, and every reading there is.
fn course(context: &Context<'_>, kpi: &Kpi) -> Markup {
    let lang = context.lang;
    let readings: Vec<&Actual> = context.data.actuals.iter().filter(|actual| actual.id == kpi.id).collect();
    html! {
        figure class="course" {
            div class="plot" role="img" aria-label=(lang.text(Key::Course)) {
                canvas aria-hidden="true" {}
                div class="axes" aria-hidden="true" {}
            }
            figcaption { (lang.text(if own::is_listed(context.data) { Key::CourseNoteListed } else { Key::CourseNote })) " " (editorial(lang)) }
        }
        h5 data-more tabindex="-1" { (lang.text(Key::Readings)) }
        ul class="readings" {
            @if readings.is_empty() { li { (lang.text(Key::StatusNone)) } }
            @for Actual { period: when, value, source, note, .. } in readings {
                li {
                    b { (period(lang, when)) " " (Amounts::of(lang, kpi, &[*value, kpi.target.value]).whole(*value)) }
                    " " (source) " " (note)
                }
            }
        }
    }
}

/// Status in word and sign; the colour comes from the class.
pub fn status(lang: Lang, kpi: &Kpi, reading: &Reading, actual: Option<&Actual>) -> Markup {
    let class = match reading.status {
        Status::NoReading => "none",
        Status::Achieved => "achieved",
        Status::OnPace => "on-pace",
        Status::Behind => "behind",
        Status::NotReached => "not-reached",
        Status::Held => "held",
        Status::BelowFloor | Status::AboveCeiling => "below",
        Status::Apart => "apart",
    };
    let (sign, _) = locale::status(reading.status);
    html! {
        p class="status" data-status=(class) {
            span { i aria-hidden="true" { (sign) } (locale::standing(lang, kpi, reading)) }
            @if let Some(Actual { value, period: when, source, .. }) = actual {
                @if cfg!(small) || reading.status != Status::Apart { b { (Amounts::beside(lang, kpi, reading).whole(*value)) } }
                small { (lang.fill(Key::ReadingOrigin, &[("period", &period(lang, when)), ("source", source)])) }
            }
        }
    }
}

/// What is expected by the chosen year: a pace, or the level to hold.
pub fn pace_text(lang: Lang, kpi: &Kpi, reading: &Reading) -> String {
    let amounts = Amounts::beside(lang, kpi, reading);
    if kpi.kind != KpiKind::Maintain {
        return amounts.whole(reading.pace);
    }
    to_hold(lang, reading.direction, &amounts.whole(kpi.target.value))
}
