//! The workshop: files of an office in, changes of the content, a whole site out. Pure; `web/studio.rs` binds it to its page.

pub mod content;
pub mod desk;
pub mod find;
pub mod forms;
mod merge;
pub mod save;
pub mod take;
pub mod told;
