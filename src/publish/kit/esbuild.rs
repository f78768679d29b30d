//! esbuild, which makes one small file of several scripts or stylesheets.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use super::glue::Glue;
use super::registry::{attributes, kinds};

/// Command of the bundler; `cargo xtask build` puts it on `PATH`.
const ESBUILD: &str = "esbuild";
/// Properties of wasm-bindgen's own that only its script uses.
const INTERNAL: [&str; 3] = ["__destroy_into_raw", "__wbg_ptr", "_wbg_cb_unref"];
/// What wasm-bindgen's script asks of other places than today's browsers.
const ABSENT: [&str; 2] = ["Symbol.dispose", "global"];

/// How a script is started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// By `import` or `type="module"`: what it names at its top is nobody else's.
    #[default]
    Module,
    /// By `src` alone, beside scripts of others.
    Classic,
}

/// A script to be bundled.
#[derive(Default)]
pub struct Script<'a> {
    /// File of `www/` that it starts with.
    pub entry: &'a str,
    /// How it is started.
    pub form: Form,
    /// What `shigoto:glue` is.
    pub glue: Option<&'a Glue>,
    /// File of `www/` that `shigoto:wasm` is.
    pub wasm: &'a str,
    /// Constants by name: file names. One that begins with `./` is imported when it is asked for.
    pub constants: &'a [(&'a str, &'a str)],
}

impl Script<'_> {
    /// The whole script in one. `www` is the folder of scripts, `work` one for what only this build needs.
    ///
    /// # Errors
    /// When esbuild is missing or refuses the script.
    pub fn bundled(&self, www: &Path, work: &Path) -> io::Result<String> {
        let mut command = Command::new(ESBUILD);
        let form = if self.form == Form::Module { "esm" } else { "iife" };
        command.arg(www.join(self.entry)).args(["--bundle", "--target=es2022", "--loader:.css=text"]);
        command.arg(format!("--format={form}"));
        if self.form == Form::Classic {
            // Such a script has no address of its own.
            command.arg("--define:import.meta.url=document.baseURI");
        }
        for (name, value) in self.constants {
            command.arg(format!("--define:{name}={}", serde_json::json!(value)));
            if value.starts_with("./") {
                command.arg(format!("--external:{value}"));
            }
        }
        // No script has a list of widgets of its own.
        for (name, value) in [("ATTRIBUTES", attributes()), ("KINDS", kinds())] {
            command.arg(format!("--define:{name}={value}"));
        }
        let alias = |name: &str, file: &Path| {
            let mut option = OsString::from(format!("--alias:shigoto:{name}="));
            option.push(file);
            option
        };
        command.arg(alias("takeaway.css", &work.join("takeaway.css")));
        if !self.wasm.is_empty() {
            command.arg(alias("wasm", &www.join(self.wasm)));
        }
        if let Some(glue) = self.glue {
            // Functions of ours that wasm calls by their bare names.
            let mut inject = OsString::from("--inject:");
            inject.push(www.join("dress.js"));
            command.arg(inject);
            let names = work.join("names.json");
            fs::write(&names, glue.names.json())?;
            command.arg(alias("glue", &glue.script)).args(ABSENT.map(|name| format!("--define:{name}=undefined")));
            command.args([format!("--mangle-props={}", glue.names.pattern(&INTERNAL)), "--mangle-quoted".to_owned()]);
            command.arg(format!("--mangle-cache={}", names.display()));
        }
        output(&mut command, "")
    }
}

/// A stylesheet without what only its readers need.
///
/// # Errors
/// When esbuild is missing or refuses the stylesheet.
pub fn compact(css: &str) -> io::Result<String> {
    output(Command::new(ESBUILD).arg("--loader=css"), css)
}

/// What the minifier makes of its input.
fn output(command: &mut Command, input: &str) -> io::Result<String> {
    // Whatever it doubts is a fault: nobody reads warnings of a build that succeeds.
    command.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning", "--color=false"]);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| match error.kind() {
        ErrorKind::NotFound => io::Error::other("esbuild is not on PATH; `cargo xtask build` brings it"),
        _ => error,
    })?;
    let pipe = child.stdin.take();
    let output = thread::scope(|scope| {
        // Whoever refuses an input does not read it to its end; the refusal is told below.
        scope.spawn(|| pipe.map(|mut pipe| pipe.write_all(input.as_bytes())));
        child.wait_with_output()
    })?;
    let told = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() || !told.trim().is_empty() {
        return Err(io::Error::other(format!("esbuild refused a file of ours: {}", told.trim())));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}
