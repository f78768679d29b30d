//! The figures as they were last accepted, byte for byte.

use crate::common::{library, source};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use shigoto_widgets::figure::theme::LIGHT;
use shigoto_widgets::picture::{Label, Look, picture, with_labels, wrap};
use shigoto_widgets::publish::{facts, figures, gallery};

fn golden_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

/// Where pictures go that differ, to be looked at.
fn failure_dir() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("golden-failures")
}

fn files_in(dir: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(dir) else { return BTreeSet::new() };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Writes the goldens anew, without what is no longer drawn.
fn accept(pictures: &[(String, String)]) {
    fs::create_dir_all(golden_dir()).unwrap();
    for file in files_in(&golden_dir()) {
        fs::remove_file(golden_dir().join(file)).unwrap();
    }
    for (name, svg) in pictures {
        fs::write(golden_dir().join(name), svg).unwrap();
    }
}

/// One line for each picture that differs, has no golden, or is a golden of nothing.
fn faults(pictures: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut orphans = files_in(&golden_dir());
    for (name, svg) in pictures {
        let fault = match fs::read_to_string(golden_dir().join(name)) {
            Ok(golden) if golden == *svg => None,
            Ok(_) => Some("differs"),
            Err(_) => Some("has no golden"),
        };
        orphans.remove(name);
        if let Some(fault) = fault {
            fs::write(failure_dir().join(name), svg).unwrap();
            faults.push(format!("{name} {fault}"));
        }
    }
    faults.extend(orphans.iter().map(|name| format!("tests/goldens/{name} belongs to no figure")));
    faults
}

#[test]
fn figures_are_drawn_as_accepted() {
    let pictures = gallery::goldens(source(), &library()).unwrap();
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        accept(&pictures);
    }
    // What an earlier run left would be mistaken for a failure of this one.
    let _ = fs::remove_dir_all(failure_dir());
    fs::create_dir_all(failure_dir()).unwrap();
    let faults = faults(&pictures);
    assert!(
        faults.is_empty(),
        "{}\n\nLook: open {}/*.svg beside tests/goldens/*.svg, or `cargo xtask gallery` and www/gallery.html.\n\
         Accept: UPDATE_GOLDENS=1 cargo test --test goldens",
        faults.join("\n"),
        failure_dir().display(),
    );
}

#[test]
fn bare_figures_have_no_words_and_published_ones_have_a_title() {
    let library = library();
    for (name, svg) in gallery::goldens(source(), &library).unwrap() {
        assert!(!svg.contains("<text"), "{name} holds words: they are DOM's business");
    }
    let of_widgets = figures::all(source(), &library.dataset, 2024).unwrap();
    for (name, svg) in of_widgets.into_iter().chain(facts::figures(source(), &library.facts).unwrap()) {
        assert!(svg.contains("<title>") && svg.contains("<text"), "{name} cannot be read alone");
        assert!(!svg.contains("style="), "{name} holds inline style");
    }
}

#[test]
fn words_are_shown_as_written() {
    let svg = picture((10.0, 10.0), &LIGHT, |_, _| Ok(())).unwrap();
    let svg = with_labels(&Look::published(source()), &svg, "A & B", &[Label::new(0.0, 8.0, "</text><script>\"")]);
    assert!(
        svg.contains("<title>A &amp; B</title>") && svg.contains("&lt;/text&gt;&lt;script&gt;&quot;</text>"),
        "{svg}"
    );
}

#[test]
fn lines_hold_every_letter_and_keep_to_their_width() {
    let text = "青森市が継続的に働ける場が確保されている点で、住みやすいと思う（AOMORI STARTUP CENTER）市民の割合";
    for most_em in 2..60 {
        let lines = wrap(text, f64::from(most_em));
        assert_eq!(lines.concat(), text);
        let is_short = |line: &String| line.trim_end().chars().count() <= 2 * usize::try_from(most_em).unwrap();
        assert!(lines.iter().all(is_short), "{lines:?}");
    }
}
