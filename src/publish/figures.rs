//! Every published picture: what widgets offer of themselves, in the source's language and by day.

use std::io;

use crate::data::Dataset;
use crate::locale::Lang;
use crate::markup::offer::Picture;
use crate::picture::Look;
use crate::takeaway::Pictured;
use crate::widget::Kind;

/// Every published picture by file name. Pace marks stand at a fiscal year.
///
/// # Errors
/// As [`crate::picture::picture`].
pub fn all(lang: Lang, data: &Dataset, year: u16) -> io::Result<Vec<(String, String)>> {
    let look = Look::published(lang);
    let mut files = Vec::new();
    for kind in Kind::ALL {
        for picture in of(kind, data) {
            let svg = state(kind, &picture, data, year).svg(data, &look)?;
            files.push((picture.file, svg));
        }
    }
    Ok(files)
}

/// The pictures of one widget.
pub fn of(kind: Kind, data: &Dataset) -> Vec<Picture> {
    (kind.offer().pictures)(data)
}

/// The state that a picture shows.
pub fn state(kind: Kind, picture: &Picture, data: &Dataset, year: u16) -> Box<dyn Pictured> {
    let mut state = (kind.offer().state)(data, year);
    for (name, value) in &picture.attributes {
        state.set_attribute(data, name, Some(value));
    }
    state
}
