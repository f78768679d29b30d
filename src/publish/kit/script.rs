//! Scripts without what only their readers need.

use std::io::{self, ErrorKind, Write as _};
use std::process::{Command, Stdio};
use std::thread;

/// The minifier; `cargo xtask build` puts it on `PATH`.
const TERSER: &str = "terser";

/// How a script is started: what a module names at its top is nobody else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By `import` or `type="module"`.
    Module,
    /// By `src` alone.
    Classic,
}

/// A script with short names and without comments. Where terser is missing (Trunk was run by hand) it is only larger.
///
/// # Errors
/// When terser refuses the script.
pub fn minified(script: &str, form: Form) -> io::Result<String> {
    let mut command = Command::new(TERSER);
    // The unsafe two take functions for arrows and methods: no script of ours, nor wasm-bindgen's, asks one for its
    // prototype or makes an object with it.
    let compress = "passes=3,unsafe_arrows=true,unsafe_methods=true";
    command.args(["--compress", compress, "--mangle", "--ecma", "2022"]);
    if form == Form::Module {
        command.arg("--module");
    }
    match command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() {
        Ok(mut child) => {
            let input = child.stdin.take();
            let output = thread::scope(|scope| {
                scope.spawn(|| input.map(|mut input| input.write_all(script.as_bytes())));
                child.wait_with_output()
            })?;
            let text = String::from_utf8(output.stdout).map_err(io::Error::other)?;
            if output.status.success() { Ok(text) } else { Err(io::Error::other("terser refused a script of ours")) }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("terser is not on PATH: scripts are published as written; `cargo xtask build` brings it");
            Ok(script.to_owned())
        }
        Err(error) => Err(error),
    }
}

/// What wasm-bindgen's script asks for the sake of browsers that cannot show the elements anyhow, or asks in vain, and its
/// description of what was thrown, with shorter ones. What only the long ones use falls away.
const SHORTER: [(&str, &str); 4] = [
    ("typeof FinalizationRegistry === 'undefined'", "false"),
    ("!('encodeInto' in cachedTextEncoder)", "false"),
    ("realloc === undefined", "false"),
    ("const ret = debugString(arg1);", "const ret = `${String(arg1)} ${arg1?.stack ?? ''}`;"),
];

/// wasm-bindgen's script with nothing exported but by scripts of ours behind it, so that what they do not use falls away.
pub fn unexported(glue: &str) -> String {
    let body = glue.lines().filter(|line| !line.starts_with("export {"));
    let body: String = body.map(|line| line.strip_prefix("export ").unwrap_or(line).to_owned() + "\n").collect();
    SHORTER.into_iter().fold(body, |body, (long, short)| body.replace(long, short))
}

#[cfg(test)]
mod tests {
    use super::unexported;

    #[test]
    fn nothing_is_exported_and_nothing_lost() {
        let glue = "export class Host {}\nexport function f() {}\nexport { initSync, init as default };\n";
        assert_eq!(unexported(glue), "class Host {}\nfunction f() {}\n");
    }
}
