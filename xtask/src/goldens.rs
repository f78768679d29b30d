//! Accepting the golden files as they are drawn now.

use anyhow::Result;

use crate::workspace::{Workspace, run};

/// Rewrites the golden files by running their test with `UPDATE_GOLDENS=1`.
pub fn update(workspace: &Workspace) -> Result<()> {
    run(workspace.cargo("test --features native --test goldens").env("UPDATE_GOLDENS", "1"))?;
    println!("Look at `git diff` before you commit: the goldens are what the tests believe from now on.");
    Ok(())
}
