//! `cargo xtask serve`: the built site on this machine, under the strict headers it must survive.

use std::fs::File;
use std::path::Path;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::static_files::{self, Answer};

/// Requests answered at once: a browser opens six connections to a host.
const WORKERS: usize = 6;

/// Takes the port, so that a taken one is told before a long build. Requests wait until [`serve`] answers them.
pub fn bind(port: u16) -> Result<Server> {
    Server::http(("127.0.0.1", port)).map_err(|error| {
        let other = port.wrapping_add(1).max(1024);
        anyhow!("port {port} cannot be used ({error}); take another one: `cargo xtask serve --port {other}`")
    })
}

/// Serves `dist` until the process is stopped.
pub fn serve(server: &Server, dist: &Path) {
    let address = server.server_addr();
    println!("\nOpen http://{address}/ in a browser. Stop with Ctrl+C.");
    println!("ブラウザーで http://{address}/ を開いてください。終了は Ctrl+C です。");
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    respond(dist, request);
                }
            });
        }
    });
}

fn respond(dist: &Path, request: Request) {
    // A visitor who leaves before the answer is no fault of ours.
    let _ = match request.method() {
        Method::Get | Method::Head => {
            let [accept, encoding] = ["Accept", "Accept-Encoding"].map(|name| accepted(&request, name));
            let found = static_files::answer(dist, request.url(), encoding).map(|answer| (answer, 200));
            let lost = || Some((static_files::missing(dist, accept, encoding)?, 404));
            match found.or_else(lost).and_then(opened) {
                Some((file, answer, status)) => {
                    let headers = answer.headers.iter().filter_map(|(name, value)| header(name, value));
                    let response = headers.fold(Response::from_file(file), Response::with_header);
                    // Known lengths are told, never sent in chunks.
                    request.respond(response.with_status_code(StatusCode(status)).with_chunked_threshold(usize::MAX))
                }
                None => request.respond(plain("404 Not Found / 見つかりません\n", 404)),
            }
        }
        _ => request.respond(plain("405 Method Not Allowed\n", 405)),
    };
}

/// The file of an answer with a status.
fn opened((answer, status): (Answer, u16)) -> Option<(File, Answer, u16)> {
    Some((File::open(&answer.file).ok()?, answer, status))
}

/// The value of a request's header; empty where it has none.
fn accepted<'r>(request: &'r Request, name: &'static str) -> &'r str {
    let found = request.headers().iter().find(|header| header.field.equiv(name));
    found.map(|header| header.value.as_str()).unwrap_or_default()
}

fn plain(text: &str, status: u16) -> Response<std::io::Cursor<Vec<u8>>> {
    let response = Response::from_string(text).with_status_code(StatusCode(status));
    match header("Content-Type", "text/plain; charset=utf-8") {
        Some(header) => response.with_header(header),
        None => response,
    }
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::thread;

    use anyhow::{Context as _, Result};

    use super::{bind, respond};

    #[test]
    fn who_asks_for_a_page_that_is_not_there_gets_the_sites_own() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        for (name, text) in [("404.html", "lost"), ("csp.txt", "form-action 'none'"), ("index.html", "found")] {
            fs::write(dist.join(name), text)?;
        }
        let server = bind(0)?;
        let address = server.server_addr().to_ip().context("no address")?;
        let ask = |path: &str, accept: &str| -> Result<String> {
            let mut stream = TcpStream::connect(address)?;
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\nConnection: close\r\n\r\n")?;
            let mut text = String::new();
            stream.read_to_string(&mut text)?;
            Ok(text)
        };
        let answers = thread::scope(|scope| -> Result<Vec<String>> {
            scope.spawn(|| server.incoming_requests().take(3).for_each(|request| respond(&dist, request)));
            [("/", "text/html"), ("/deep/none", "text/html"), ("/none.js", "*/*")]
                .into_iter()
                .map(|(path, accept)| ask(path, accept))
                .collect()
        });
        fs::remove_dir_all(&dist)?;
        for (answer, (status, end)) in
            answers?.iter().zip([("200", "found"), ("404", "lost"), ("404", "見つかりません\n")])
        {
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")) && answer.ends_with(end), "{answer}");
        }
        Ok(())
    }
}
