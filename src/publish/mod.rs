//! Native only: pictures of the figures with their words, the gallery, the open data and the site's files.

pub mod accessibility;
pub mod app;
pub mod faces;
pub mod figures;
pub mod folder;
pub mod gallery;
pub mod glossary;
pub mod guide;
mod guide_check;
pub mod kiosk;
pub mod kit;
pub mod manifest;
pub mod offline;
pub mod open_data;
pub mod site;
mod twins;
