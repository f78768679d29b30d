//! From a request to a file of `dist/` and its headers: paths, media types, precompressed twins, CSP.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// The Content-Security-Policy that a site's pages need, written by its build.
const POLICY: &str = "csp.txt";

/// Endings of file names and what they mean, a line each; the servers of the tests and of the benchmark read the same file.
const MEDIA_TYPES: &str = include_str!("../media_types.txt");

/// A file to answer with.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The file to send, perhaps a precompressed twin.
    pub file: PathBuf,
    /// Response headers, name and value.
    pub headers: Vec<(&'static str, String)>,
}

/// Finds the file under `dist` that a request names. `None` means 404: no such file, or one outside `dist`.
pub fn answer(dist: &Path, url: &str, accept_encoding: &str) -> Option<Answer> {
    let path = locate(dist, url)?;
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    let mut headers = [
        ("Content-Type", media_type(extension)),
        // Always the newest build: a page kept from the last one would name files that are gone.
        ("Cache-Control", "no-cache"),
        ("Vary", "Accept-Encoding"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec();
    if extension == "html" {
        // A site without its policy is half a site: it is served to nobody.
        let policy = fs::read_to_string(dist.join(POLICY)).ok()?;
        headers.push(("Content-Security-Policy", policy.trim_ascii().to_owned()));
    }
    for (encoding, suffix) in [("br", "br"), ("gzip", "gz")] {
        let twin = path.with_extension(format!("{extension}.{suffix}"));
        if accepts(accept_encoding, encoding) && twin.is_file() {
            headers.push(("Content-Encoding", encoding.to_owned()));
            return Some(Answer { file: twin, headers });
        }
    }
    Some(Answer { file: path, headers })
}

/// The site's own page for addresses where nothing is, for whoever accepts a page.
pub fn missing(dist: &Path, accept: &str, accept_encoding: &str) -> Option<Answer> {
    accept.contains("text/html").then(|| answer(dist, "/404.html", accept_encoding)).flatten()
}

/// The file a URL names. A path ending in `/` means its `index.html`; hidden files and ways upwards are never served.
fn locate(dist: &Path, url: &str) -> Option<PathBuf> {
    let path = percent_decode_str(url.split(['?', '#']).next()?).decode_utf8().ok()?;
    let mut file = dist.to_path_buf();
    for part in path.strip_prefix('/')?.split('/') {
        if part.starts_with('.') || part.contains(['\\', '\0', ':']) {
            return None;
        }
        file.push(part);
    }
    if path.ends_with('/') {
        file.push("index.html");
    }
    // A symbolic link must not lead out either.
    let real = file.canonicalize().ok()?;
    (real.is_file() && real.starts_with(dist.canonicalize().ok()?)).then_some(file)
}

/// Whether `Accept-Encoding` names this encoding without refusing it by `q=0`.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let quality = parts.find_map(|part| part.strip_prefix("q="));
        is_named && quality.is_none_or(|q| q.parse::<f32>().is_ok_and(|q| q > 0.0))
    })
}

fn media_type(extension: &str) -> &'static str {
    let mut types = MEDIA_TYPES.lines().filter_map(|line| line.split_once(' '));
    types.find(|(known, _)| *known == extension).map_or("application/octet-stream", |(_, media_type)| media_type)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{accepts, answer, media_type, missing};

    #[test]
    fn files_are_found_and_nothing_else() -> anyhow::Result<()> {
        let outside = std::env::temp_dir().join(format!("xtask-static-{}", std::process::id()));
        let dist = outside.join("dist");
        fs::create_dir_all(dist.join("図"))?;
        for name in ["index.html", "index.html.br", "a.js", "a.js.gz", "図/a b.svg", ".hidden", "../secret.txt"] {
            fs::write(dist.join(name), name)?;
        }
        fs::write(dist.join("csp.txt"), "form-action 'none'\n")?;
        let found = |url: &str, accept: &str| {
            let answer = answer(&dist, url, accept)?;
            answer.file.strip_prefix(&dist).ok().map(|file| file.to_string_lossy().into_owned())
        };
        assert_eq!(found("/", "").as_deref(), Some("index.html"));
        assert_eq!(found("/?x#y", "gzip, br").as_deref(), Some("index.html.br"));
        assert_eq!(found("/a.js", "br, gzip").as_deref(), Some("a.js.gz"));
        assert_eq!(found("/a.js", "gzip;q=0").as_deref(), Some("a.js"));
        assert_eq!(found("/%E5%9B%B3/a%20b.svg", "").as_deref(), Some("図/a b.svg"));
        for url in
            ["/none", "/.hidden", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/図", "", "x", "/%"]
        {
            assert_eq!(found(url, ""), None, "{url}");
        }
        let page = answer(&dist, "/", "").map(|answer| answer.headers).unwrap_or_default();
        assert!(page.iter().any(|(name, value)| *name == "Content-Security-Policy" && value == "form-action 'none'"));
        assert_eq!(missing(&dist, "text/html", ""), None, "a site without such a page");
        fs::write(dist.join("404.html"), "404")?;
        let lost = missing(&dist, "text/html,*/*;q=0.8", "").map(|answer| answer.headers).unwrap_or_default();
        assert!(lost.iter().any(|(name, _)| *name == "Content-Security-Policy"), "its styles stand in the policy");
        assert_eq!(missing(&dist, "image/avif,*/*", ""), None, "a page is no picture");
        fs::remove_dir_all(outside)?;
        Ok(())
    }

    #[test]
    fn encodings_can_be_refused() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("BR;q=0.5", "br"));
        assert!(!accepts("br;q=0", "br"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn wasm_streams() {
        assert_eq!(media_type("wasm"), "application/wasm");
        assert_eq!(media_type("html"), "text/html; charset=utf-8");
        assert_eq!(media_type("none"), "application/octet-stream");
    }
}
