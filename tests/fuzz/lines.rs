//! How a test counts lines, apart from the readers it checks.

/// The lines of a text, each with its end: LF, CRLF or CR.
pub fn lines(text: &str) -> Vec<&str> {
    let (bytes, mut lines, mut start) = (text.as_bytes(), Vec::new(), 0);
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            lines.push(&text[start..=at]);
            start = at + 1;
        }
    }
    lines.push(&text[start..]);
    lines
}
