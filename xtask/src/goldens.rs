//! Accepting pictures and markup as they are made now.

use anyhow::Result;

use crate::workspace::{Workspace, run};

/// Rewrites the golden pictures and the markup snapshots by running their tests with `UPDATE_…=1`.
pub fn update(workspace: &Workspace) -> Result<()> {
    let mut tests = workspace.cargo("test --features native --test markup");
    run(tests.env("UPDATE_GOLDENS", "1").env("UPDATE_SNAPSHOTS", "1"))?;
    println!("Look at `git diff` before you commit: the goldens are what the tests believe from now on.");
    Ok(())
}
