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
    let _ = match (request.method(), found(dist, &request)) {
        (Method::Get | Method::Head, Some((file, answer))) => {
            let headers = answer.headers.iter().filter_map(|(name, value)| header(name, value));
            let response = headers.fold(Response::from_file(file), Response::with_header);
            // Known lengths are told, never sent in chunks.
            request.respond(response.with_chunked_threshold(usize::MAX))
        }
        (Method::Get | Method::Head, None) => request.respond(plain("404 Not Found / 見つかりません\n", 404)),
        _ => request.respond(plain("405 Method Not Allowed\n", 405)),
    };
}

fn found(dist: &Path, request: &Request) -> Option<(File, Answer)> {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let accepted = accepted.map(|header| header.value.as_str()).unwrap_or_default();
    let answer = static_files::answer(dist, request.url(), accepted)?;
    Some((File::open(&answer.file).ok()?, answer))
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
