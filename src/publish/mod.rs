//! The site's files: [`render::render`] makes them of a content and a kit on any target; what gathers the kit, reads and
//! writes folders is native only, the gallery too.

pub mod accessibility;
pub mod app;
pub mod archive;
pub mod csvw;
pub mod enough;
pub mod faces;
pub mod facts;
pub mod fault;
pub mod figures;
#[cfg(not(target_arch = "wasm32"))]
pub mod folder;
#[cfg(not(target_arch = "wasm32"))]
pub mod gallery;
pub mod glossary;
pub mod guide;
mod guide_check;
pub mod kiosk;
pub mod kit;
pub mod manifest;
pub mod offline;
pub mod open_data;
pub mod packs;
pub mod render;
mod search;
pub mod share;
pub mod shown;
pub mod sink;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod strategy;
pub mod studio;
#[cfg(not(target_arch = "wasm32"))]
mod twins;
pub mod types;
pub mod workbook;
