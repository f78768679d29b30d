//! The report card of the KPIs: a row each, a column for each fiscal year of the plan, empty until it is published.

use maud::{Markup, html};

use super::{Context, kpi_groups};
use crate::data::kpi::{Kpi, Period};
use crate::locale::amount::Amounts;
use crate::locale::group::title;
use crate::locale::{self, Key, Lang, period};
use crate::model::groups::Group;
use crate::model::report::{Year, years};
use crate::widget::kpi::{State, span};

/// What stands over the table, and the table of the KPIs that a state shows.
pub fn report(context: &Context<'_>, state: &State) -> Markup {
    let (lang, span) = (context.lang, span(context.data));
    html! {
        p { (lang.text(Key::ReportHow)) }
        div class="scroll" role="region" tabindex="0" aria-label=(lang.text(Key::ViewReport)) {
            table {
                caption class="unseen" { (lang.text(Key::ViewReport)) }
                thead {
                    tr {
                        th scope="col" { (lang.text(Key::SheetKpi)) }
                        th scope="col" { (lang.text(Key::Baseline)) }
                        @for year in span.first..=span.last {
                            th scope="col" { (lang.fill(Key::YearPlain, &[("year", &year.to_string())])) }
                        }
                        th scope="col" { (lang.text(Key::Target)) }
                    }
                }
                @for group in kpi_groups::of(context, state.group) { (rows(context, state, &group)) }
            }
        }
    }
}

fn rows(context: &Context<'_>, state: &State, group: &Group<'_>) -> Markup {
    let span = span(context.data);
    let shown: Vec<&Kpi> = group.kpis.iter().copied().filter(|kpi| state.shows(kpi)).collect();
    let columns = usize::from(span.last.saturating_sub(span.first)) + 4;
    html! {
        @if !shown.is_empty() {
            tbody {
                tr class="group" {
                    th scope="rowgroup" colspan=(columns) {
                        span { (title(context.lang, context.data, group.common, shown.len())) }
                    }
                }
                @for kpi in shown { (row(context, kpi)) }
            }
        }
    }
}

fn row(context: &Context<'_>, kpi: &Kpi) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let years = years(kpi, &data.actuals, span(data));
    let amounts = Amounts::of_years(lang, kpi, &years);
    html! {
        tr data-kpi=(kpi.id) {
            th scope="row" { (kpi.name) }
            td { (amounts.whole(kpi.baseline.value)) small { (when(lang, &kpi.baseline.period)) } }
            @for year in &years { td class="year" { (cell(lang, year, &amounts)) } }
            td { b { (amounts.whole(kpi.target.value)) } }
        }
    }
}

fn cell(lang: Lang, year: &Year<'_>, amounts: &Amounts<'_>) -> Markup {
    let Some((actual, status)) = year.told else {
        return html! { span class="unseen" { (lang.text(Key::StatusNone)) } };
    };
    let (sign, word) = locale::status(status);
    html! {
        b { (amounts.whole(actual.value)) }
        @if !actual.period.is_fiscal { small { (when(lang, &actual.period)) } }
        small { i aria-hidden="true" { (sign) } (lang.text(word)) }
    }
}

fn when(lang: Lang, of: &Period) -> String {
    lang.fill(Key::Bracketed, &[("text", &period(lang, of))])
}
