//! What stands in the boxes of the matrix, and how much room it takes.

use super::{BASELINE_PX, Label, Look, wrap};
use crate::data::swot::SwotData;
use crate::figure::geometry::Rect;
use crate::figure::theme::Rgb;
use crate::id::NodeCode;

/// Size of the words in a box, distance of their lines, and of words and edge. CSS px.
const SIZE_PX: f64 = 14.0;
const STEP_PX: f64 = 19.0;
const PAD_PX: f64 = 12.0;
/// Size of a key issue's name, and distance of its lines. CSS px.
const NAME_PX: (f64, f64) = (16.0, 22.0);

/// Wording of a node in a box of some width.
fn lines(data: &SwotData, code: &NodeCode, width_px: f64) -> Vec<String> {
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

/// Height its words need, CSS px.
pub fn needed(data: &SwotData, code: &NodeCode, width_px: f64) -> f64 {
    let text = STEP_PX * lines(data, code, width_px).len() as f64;
    let (name, ..) = words(data, code);
    match code {
        NodeCode::Issue(_) => text + 26.0 + NAME_PX.1 * names(&name, code, width_px).len() as f64,
        _ => text + 6.0,
    }
}

/// Code and wording of a node within its box; faded when it is not reached.
pub fn node(look: &Look, data: &SwotData, code: &NodeCode, rect: Rect, is_lit: bool) -> Vec<Label> {
    let (name, _, indent) = words(data, code);
    let names = names(&name, code, rect.right - rect.left);
    let lines = lines(data, code, rect.right - rect.left);
    let above = STEP_PX * lines.len().saturating_sub(1) as f64 / 2.0;
    let middle = rect.center().y + BASELINE_PX - above;
    let (color, name_px, name_y, first) = match code {
        NodeCode::Factor(code) => (look.theme().factor(code.kind), SIZE_PX, middle, middle),
        NodeCode::Strategy(_) => (look.palette.ink, SIZE_PX, middle, middle),
        NodeCode::Issue(_) => {
            let top = rect.top + 28.0;
            (look.palette.accent, NAME_PX.0, top, top + 2.0 + NAME_PX.1 * names.len() as f64)
        }
    };
    let faded = |color: Rgb| if is_lit { color } else { look.palette.faded };
    let mut labels = Vec::new();
    for (row, name) in names.into_iter().enumerate() {
        let name = Label::new(rect.left + PAD_PX, name_y + NAME_PX.1 * row as f64, name).size(name_px);
        labels.push(name.bold().color(faded(color)));
    }
    for (row, line) in lines.into_iter().enumerate() {
        let line = Label::new(rect.left + indent, first + STEP_PX * row as f64, line);
        labels.push(line.size(SIZE_PX).color(faded(look.palette.ink)));
    }
    labels
}

/// What a node is called, its wording, and where that begins, CSS px from the box's left.
fn words<'a>(data: &'a SwotData, node: &NodeCode) -> (String, &'a str, f64) {
    const INDENT_PX: (f64, f64) = (12.0, 60.0);
    let name = node.to_string();
    match node {
        NodeCode::Factor(code) => {
            let factor = data.factors.iter().find(|factor| factor.code == *code);
            (format!("{} {name}", code.kind.sign()), factor.map_or("", |factor| &factor.name), INDENT_PX.1)
        }
        NodeCode::Strategy(code) => {
            let mut all = data.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
            (name, all.find(|strategy| strategy.code == *code).map_or("", |strategy| &strategy.text), INDENT_PX.1)
        }
        NodeCode::Issue(code) => {
            let issue = data.issues.iter().find(|issue| issue.code == *code);
            issue.map_or((name, "", INDENT_PX.0), |issue| (issue.name.clone(), &issue.text, INDENT_PX.0))
        }
    }
}
