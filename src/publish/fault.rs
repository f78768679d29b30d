//! What can go wrong while a site is rendered.

/// What can go wrong while a site is rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A picture cannot be drawn, or a file cannot be kept.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// Texts of the interface are missing, or there are more than this build knows.
    #[error("the interface's texts are those of another build")]
    Languages,
    /// An archive holds more than is read.
    #[error("the archive holds too many files, or too large ones")]
    Archive,
    /// The guide's texts are not whole; a line for each fault.
    #[error("{0}")]
    Guide(String),
}
