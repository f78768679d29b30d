//! Industries by sector: 第1次, 第2次, 第3次産業, and those that belong to none. The grouping is editorial.

use super::lq::{Headings, State, View};
use super::lq_many::is_many;
use crate::data::lq::{Labels, LqData, LqRow, LqTable};

/// Industries that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// 1, 2 or 3; `None` for what belongs to none.
    pub sector: Option<u8>,
    /// Printed row numbers, in printed order.
    pub rows: Vec<usize>,
}

impl State {
    /// The sector of a row. Under doubtful headings there is none: nothing is concluded from them. Read anew, a row has
    /// the sector of the same industry in a sound table.
    pub fn sector(&self, data: &LqData, table: &LqTable, row: &LqRow) -> Option<u8> {
        if table.labels == Labels::Sound {
            return row.sector;
        }
        let heading = row.presumed.as_ref().filter(|_| self.headings == Headings::Reread)?;
        let mut rows = data.tables.iter().filter(|table| table.labels == Labels::Sound).flat_map(|table| &table.rows);
        rows.find(|row| row.industry == *heading)?.sector
    }

    /// Whether the rows shown can stand by sector.
    pub fn is_groupable(&self, data: &LqData, table: &LqTable) -> bool {
        matches!(self.view(), View::Table | View::Dots)
            && !is_many(data)
            && table.rows.iter().any(|row| self.sector(data, table, row).is_some())
    }

    /// The rows by sector; empty where that is not asked for, or cannot be told.
    pub fn groups(&self, data: &LqData, table: &LqTable) -> Vec<Group> {
        if !self.is_grouped || !self.is_groupable(data, table) {
            return Vec::new();
        }
        let sectors: Vec<_> = table.rows.iter().map(|row| self.sector(data, table, row)).collect();
        let rows_of = |sector| {
            let rows = sectors.iter().enumerate().filter(|(_, own)| **own == sector);
            Group { sector, rows: rows.map(|(row, _)| row).collect() }
        };
        let groups = [Some(1), Some(2), Some(3), None].into_iter().map(rows_of);
        groups.filter(|group| !group.rows.is_empty()).collect()
    }
}
