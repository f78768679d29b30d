//! What stands in the boxes of the matrix, and how much room it takes.

use super::{BASELINE_PX, Label, Look, wrap};
use crate::data::Dataset;
use crate::figure::geometry::Rect;
use crate::figure::theme::Rgb;
use crate::id::{IssueCode, NodeCode, digits};
use crate::locale::cross::{crossed, led_to};
use crate::locale::{Key, Lang};
use crate::model::cross_swot::toward;

/// Size of the words in a box, distance of their lines, and of words and edge. CSS px.
const SIZE_PX: f64 = 14.0;
const STEP_PX: f64 = 19.0;
const PAD_PX: f64 = 12.0;
/// Size of a key issue's name, and distance of its lines. CSS px.
const NAME_PX: (f64, f64) = (16.0, 22.0);

/// Wording of a node in a box of some width.
fn lines(data: &Dataset, code: &NodeCode, width_px: f64) -> Vec<String> {
    let (_, text, indent) = words(data, code);
    wrap(text, (width_px - indent - PAD_PX) / SIZE_PX)
}

/// Name of a node in lines: only key issues have more than a code.
fn names(name: &str, code: &NodeCode, width_px: f64) -> Vec<String> {
    match code {
        NodeCode::Issue(_) => wrap(name, (width_px - 2.0 * PAD_PX) / NAME_PX.0),
        _ => vec![name.to_owned()],
    }
}

/// What is said of a node's links: what crosses in a strategy and where it leads, how many lead to a key issue.
fn links(lang: Lang, data: &Dataset, code: &NodeCode) -> String {
    match code {
        NodeCode::Factor(_) => String::new(),
        NodeCode::Strategy(code) => {
            let issues: Vec<&str> = led_to(data, *code).into_iter().map(|(_, issue)| &*issue.name).collect();
            let issues = issues.join(lang.text(Key::Dot));
            let sides = [crossed(data, *code), issues];
            sides.into_iter().filter(|side| !side.is_empty()).collect::<Vec<_>>().join(" → ")
        }
        NodeCode::Issue(code) => match toward(&data.links, code) {
            0 => String::new(),
            count => lang.fill(Key::SwotToward, &[("count", &digits(count as u64))]),
        },
    }
}

/// The same in lines of a box.
fn link_lines(lang: Lang, data: &Dataset, code: &NodeCode, width_px: f64) -> Vec<String> {
    let (_, _, indent) = words(data, code);
    let links = links(lang, data, code);
    if links.is_empty() { Vec::new() } else { wrap(&links, (width_px - indent - PAD_PX) / SIZE_PX) }
}

/// Height its words need, CSS px.
pub fn needed(lang: Lang, data: &Dataset, code: &NodeCode, width_px: f64) -> f64 {
    let count = lines(data, code, width_px).len() + link_lines(lang, data, code, width_px).len();
    let text = STEP_PX * count as f64;
    let (name, ..) = words(data, code);
    match code {
        NodeCode::Issue(_) => text + 26.0 + NAME_PX.1 * names(&name, code, width_px).len() as f64,
        _ => text + 12.0,
    }
}

/// Code and wording of a node within its box; faded when it is not reached.
pub fn node(look: &Look, data: &Dataset, code: &NodeCode, rect: Rect, is_lit: bool) -> Vec<Label> {
    let (name, _, indent) = words(data, code);
    let names = names(&name, code, rect.right - rect.left);
    let lines = lines(data, code, rect.right - rect.left);
    let ends = link_lines(look.lang, data, code, rect.right - rect.left);
    let above = STEP_PX * (lines.len() + ends.len()).saturating_sub(1) as f64 / 2.0;
    let middle = rect.center().y + BASELINE_PX - above;
    let (color, name_px, name_y, first) = match code {
        NodeCode::Factor(_) | NodeCode::Strategy(_) => (look.palette.ink, SIZE_PX, middle, middle),
        NodeCode::Issue(code) => {
            let top = rect.top + 28.0;
            (look.theme().issue(place(data, code)), NAME_PX.0, top, top + 2.0 + NAME_PX.1 * names.len() as f64)
        }
    };
    let faded = |color: Rgb| if is_lit { color } else { look.palette.faded };
    let mut labels = Vec::new();
    for (row, name) in names.into_iter().enumerate() {
        let name = Label::new(rect.left + PAD_PX, name_y + NAME_PX.1 * row as f64, name).size(name_px);
        labels.push(name.bold().color(faded(color)));
    }
    let words = lines.into_iter().map(|line| (line, look.palette.ink));
    let words = words.chain(ends.into_iter().map(|line| (line, look.palette.ink_2)));
    for (row, (line, color)) in words.enumerate() {
        let line = Label::new(rect.left + indent, first + STEP_PX * row as f64, line);
        labels.push(line.size(SIZE_PX).color(faded(color)));
    }
    labels
}

/// What a node is called, its wording, and where that begins, CSS px from the box's left.
fn words<'a>(data: &'a Dataset, node: &NodeCode) -> (String, &'a str, f64) {
    const INDENT_PX: (f64, f64) = (12.0, 60.0);
    let name = node.to_string();
    match node {
        NodeCode::Factor(code) => {
            let factor = data.swot.factors.iter().find(|factor| factor.code == *code);
            (format!("{} {name}", code.kind.sign()), factor.map_or("", |factor| &factor.name), INDENT_PX.1)
        }
        NodeCode::Strategy(code) => {
            let mut all = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
            (name, all.find(|strategy| strategy.code == *code).map_or("", |strategy| &strategy.text), INDENT_PX.1)
        }
        NodeCode::Issue(code) => {
            let issue = data.swot.issues.iter().find(|issue| issue.code == *code);
            issue.map_or((name, "", INDENT_PX.0), |issue| (issue.name.clone(), &issue.text, INDENT_PX.0))
        }
    }
}

/// Place of a key issue in the data, which its colour follows.
pub fn place(data: &Dataset, code: &IssueCode) -> usize {
    data.swot.issues.iter().position(|issue| issue.code == *code).unwrap_or(usize::MAX)
}
