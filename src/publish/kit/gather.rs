//! Makes the kit from what Trunk has built and from `www/`.

use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};

use super::esbuild::{Form, Script, compact};
use super::glue::{Glue, take};
use super::{Face, File, Inlined, Kit, Module, PageStyle, hashed, policy_with};
use crate::figure::theme;
use crate::markup::Sheets;
use crate::widget::Kind;

/// The stylesheets of pages and widgets, in the order in which they win.
const SHEETS: [&str; 14] = [
    "page.css",
    "bar.css",
    "shared.css",
    "host.css",
    "widget.css",
    "swot.css",
    "lq.css",
    "gauge.css",
    "kpi.css",
    "media.css",
    "pairs.css",
    "neighbours.css",
    "crumbs.css",
    "hero.css",
];

/// Whether a page has rules of a stylesheet around its widgets.
fn is_of_page(file: &str) -> bool {
    matches!(file, "page.css" | "bar.css" | "shared.css" | "pairs.css" | "neighbours.css" | "crumbs.css" | "hero.css")
}

/// Whether a widget's shadow tree has rules of a stylesheet.
fn is_of_tree(kind: Kind, file: &str) -> bool {
    match file {
        "shared.css" | "host.css" | "widget.css" | "media.css" => true,
        "pairs.css" => kind == Kind::Lq,
        "gauge.css" => kind == Kind::Kpi,
        own => own.strip_suffix(".css") == Some(kind.name()),
    }
}

/// The stylesheets that `is_wanted`, and more behind them.
fn sheets(is_wanted: impl Fn(&str) -> bool, more: &[&'static str]) -> Vec<&'static str> {
    SHEETS.into_iter().filter(|file| is_wanted(file)).chain(more.iter().copied()).collect()
}

/// Whether any widget's shadow tree has rules of a stylesheet.
fn is_of_any_tree(file: &str) -> bool {
    Kind::ALL.into_iter().any(|kind| is_of_tree(kind, file))
}

/// Files published as they are written.
const COPIED: [&str; 1] = ["guide.js"];

/// Where scripts and styles lie, and the files made of them so far.
struct Maker {
    www: PathBuf,
    /// For what only this build needs.
    work: PathBuf,
    files: Vec<File>,
}

impl Maker {
    /// The stylesheets in one, after other rules.
    fn css(&self, first: String, files: &[&str]) -> io::Result<String> {
        let texts = files.iter().map(|file| fs::read_to_string(self.www.join(file)));
        compact(&(first + &texts.collect::<io::Result<String>>()?))
    }

    /// The stylesheets in one, after the theme's colours.
    fn themed(&self, files: &[&str]) -> io::Result<String> {
        self.css(theme::css(), files)
    }

    /// The rules of a page and of each shadow tree in it, with more behind them; of no other page.
    fn sheets(&self, more: &[&'static str]) -> io::Result<Sheets> {
        let page = self.themed(&sheets(is_of_page, more))?;
        let trees = Kind::ALL.map(|kind| self.themed(&sheets(|file| is_of_tree(kind, file), more)));
        let trees: Vec<String> = trees.into_iter().collect::<io::Result<_>>()?;
        Ok(Sheets { page, trees: trees.try_into().unwrap_or_default(), ..Sheets::default() })
    }

    fn script(&self, script: &Script<'_>) -> io::Result<String> {
        script.bundled(&self.www, &self.work)
    }

    /// Adds a file under a hashed name, which is returned.
    fn add(&mut self, stem: &str, bytes: impl Into<Vec<u8>>, ending: &str) -> String {
        let bytes = bytes.into();
        let name = hashed(stem, &bytes, ending);
        self.files.push(File { name: name.clone(), bytes });
        name
    }

    fn add_script(&mut self, stem: &str, script: &Script<'_>) -> io::Result<String> {
        let script = self.script(script)?;
        Ok(self.add(stem, script, "js"))
    }

    fn add_css(&mut self, stem: &str, files: &[&str]) -> io::Result<String> {
        let css = self.themed(files)?;
        Ok(self.add(stem, css, "css"))
    }
}

impl Kit {
    /// Makes the kit of the repository at `root`; takes wasm and glue out of `stage`, where Trunk has put them.
    ///
    /// # Errors
    /// When a file is missing or cannot be read, or a script is refused.
    pub fn gather(root: &Path, stage: &Path, style: PageStyle) -> io::Result<Self> {
        let work = path::absolute(stage.join("kit"))?;
        fs::create_dir_all(&work)?;
        let [studio, complete, visit] =
            ["shigoto-studio", "shigoto-complete", "shigoto-widgets"].map(|name| take(stage, &work, name));
        let shop = Maker { www: root.join("www"), work: work.clone(), files: Vec::new() };
        let inline =
            || io::Result::Ok(Sheets { missing: shop.themed(&["page.css", "missing.css"])?, ..shop.sheets(&[])? });
        let sheets = if style == PageStyle::Inline { Some(inline()?) } else { None };
        let mut kit = shop.kit(&complete?, &visit?, &studio?)?;
        let policy = fs::read_to_string(root.join("xtask/csp.txt"))?;
        kit.policy = sheets.as_ref().map_or_else(|| policy.clone(), |sheets| policy_with(&policy, sheets));
        kit.sheets = sheets;
        for entry in fs::read_dir(root.join("data/schema"))? {
            let entry = entry?;
            let name = format!("data/schema/{}", entry.file_name().to_string_lossy());
            kit.files.push(File { name, bytes: fs::read(entry.path())? });
        }
        fs::remove_dir_all(work)?;
        Ok(kit)
    }
}

impl Maker {
    fn kit(mut self, complete: &Glue, visit: &Glue, studio: &Glue) -> io::Result<Kit> {
        fs::write(self.work.join("takeaway.css"), self.css(String::new(), &["takeaway.css"])?)?;
        let css = self.add_css("style", &SHEETS)?;
        let follower = self.follower()?;
        let own = [("STYLE", css.as_str()), ("FOLLOWER", &follower)];
        let complete_module = self.complete(complete)?;
        let visit_module = self.visit(visit, &own, &complete_module)?;
        let strategy_css = self.add_css(
            "strategy",
            &[
                "page.css",
                "bar.css",
                "gauge.css",
                "neighbours.css",
                "crumbs.css",
                "host.css",
                "tools.css",
                "head.css",
                "strategy.css",
                "map.css",
            ],
        )?;
        let facts_css = self.add_css(
            "facts",
            &["page.css", "bar.css", "neighbours.css", "crumbs.css", "host.css", "tools.css", "facts.css"],
        )?;
        let map = self.plain("map", &strategy_css, &follower)?;
        let facts = self.plain("facts", &facts_css, &follower)?;
        let [visit_script, map, facts] = [&visit_module.script, &map, &facts].map(|name| format!("./{name}"));
        let constants = &[("VISIT", &*visit_script), ("MAP", &map), ("FACTS", &facts)];
        let elements = self.script(&Script { entry: "embed.js", constants, ..Script::default() })?;
        let (kiosk, inlined) = self.whole(complete, &own, &complete_module.wasm)?;
        let frame = self.add_script("frame", &Script { entry: "frame.js", ..Script::default() })?;
        let worker = self.script(&Script { entry: "sw.js", ..Script::default() })?;
        let [guide_css, glossary_css] = [
            self.add_css("guide", &["page.css", "crumbs.css", "guide.css"])?,
            self.add_css("glossary", &["page.css", "bar.css", "crumbs.css", "glossary.css"])?,
        ];
        let search = Face {
            css: self.add_css("search", &["page.css", "bar.css", "crumbs.css", "head.css", "search.css"])?,
            script: self
                .add_script("search", &Script { entry: "search.js", form: Form::Classic, ..Script::default() })?,
        };
        let studio_face = self.studio(studio, &own)?;
        self.hosts()?;
        Ok(Kit {
            css,
            sheets: None,
            visit: visit_module,
            complete: complete_module,
            kiosk,
            frame,
            guide_css,
            glossary_css,
            strategy_css,
            facts_css,
            search,
            studio: studio_face,
            studio_wasm: studio.wasm.clone(),
            elements,
            worker,
            inlined,
            policy: String::new(),
            files: self.files,
        })
    }

    /// Adds what is loaded on demand.
    fn complete(&mut self, glue: &Glue) -> io::Result<Module> {
        let wasm = self.add("shigoto-complete", glue.wasm.as_slice(), "wasm");
        let script = Script { entry: "complete.js", glue: Some(glue), ..Script::default() };
        Ok(Module { script: self.add_script("shigoto-complete", &script)?, wasm })
    }

    /// Adds what every visit loads. `own` are constants of all that holds the elements.
    fn visit(&mut self, glue: &Glue, own: &[(&str, &str)], complete: &Module) -> io::Result<Module> {
        let wasm = self.add("shigoto-widgets", glue.wasm.as_slice(), "wasm");
        let relative = format!("./{}", complete.script);
        let names = [("WASM", &*wasm), ("COMPLETE_SCRIPT", &relative), ("COMPLETE_WASM", &complete.wasm)];
        let constants = &[own, &names].concat();
        let script =
            Script { entry: "visit.js", glue: Some(glue), wasm: "wasm-linked.js", constants, ..Script::default() };
        Ok(Module { script: self.add_script("shigoto-widgets", &script)?, wasm })
    }

    /// Adds what an element loads that needs no wasm.
    fn plain(&mut self, name: &str, css: &str, follower: &str) -> io::Result<String> {
        let (entry, constants) = (&*format!("{name}.js"), &[("STYLE", css), ("FOLLOWER", follower)]);
        self.add_script(name, &Script { entry, wasm: "wasm-none.js", constants, ..Script::default() })
    }

    /// Adds what a page loads once a service worker answers for it; the script's name.
    fn follower(&mut self) -> io::Result<String> {
        let css = self.css(String::new(), &["offline.css"])?;
        let css = self.add("offline", css, "css");
        self.add_script("offline", &Script { entry: "offline.js", constants: &[("STYLE", &css)], ..Script::default() })
    }

    /// What stands around the complete module alone: the kiosk's page, and the page in one file.
    fn whole(&mut self, glue: &Glue, own: &[(&str, &str)], wasm: &str) -> io::Result<(Face, Inlined)> {
        let names = [own, &[("WASM", wasm)]].concat();
        let kiosk = Script {
            entry: "kiosk-page.js",
            glue: Some(glue),
            wasm: "wasm-kiosk.js",
            constants: &names,
            ..Script::default()
        };
        let script = self.add_script("kiosk", &kiosk)?;
        let face = Face { css: self.add_css("kiosk", &sheets(is_of_any_tree, &["kiosk.css"]))?, script };
        let script = self.script(&Script { entry: "standalone.js", wasm: "wasm-inlined.js", ..kiosk })?;
        Ok((face, Inlined { css: self.sheets(&["kiosk.css"])?, script }))
    }

    /// Adds the workshop's stylesheet and script. No part of it is fetched, so that it works on `file://`: its wasm comes
    /// with the kit.
    fn studio(&mut self, glue: &Glue, own: &[(&str, &str)]) -> io::Result<Face> {
        let script = Script {
            entry: "studio.js",
            form: Form::Classic,
            glue: Some(glue),
            wasm: "wasm-studio.js",
            constants: own,
        };
        let files = ["page.css", "bar.css", "crumbs.css", "head.css", "studio.css"];
        Ok(Face { css: self.add_css("studio", &files)?, script: self.add_script("studio", &script)? })
    }

    /// Adds what pages of others link, and what needs no bundling.
    fn hosts(&mut self) -> io::Result<()> {
        let host = self.script(&Script { entry: "embed-host.js", form: Form::Classic, ..Script::default() })?;
        self.files.push(File { name: "embed-host.js".to_owned(), bytes: host.into_bytes() });
        for name in COPIED {
            self.files.push(File { name: name.to_owned(), bytes: fs::read(self.www.join(name))? });
        }
        Ok(())
    }
}
