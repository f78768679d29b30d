//! What a group of KPIs is called.

use super::{Key, Lang};
use crate::data::kpi::KpiKind;
use crate::data::strategy::Outline;
use crate::id::digits;
use crate::model::groups::Common;

/// The name alone, as a title: names of kinds stand within lines, too, where they have no capital. Levels are raised, and totals added to, only where none of them is to fall.
pub fn name(lang: Lang, outline: &Outline, common: Common) -> String {
    let key = match common {
        Common::Pillar(Some(id)) => {
            let pillar = outline.pillars.iter().find(|pillar| pillar.id == id);
            return pillar.map(|pillar| pillar.name.clone()).unwrap_or_default();
        }
        Common::Pillar(None) => Key::GroupNoPillar,
        Common::Kind(KpiKind::Raise, true) => Key::GroupRaise,
        Common::Kind(KpiKind::Raise, false) => Key::KindLevel,
        Common::Kind(KpiKind::Cumulative, true) => Key::GroupAdd,
        Common::Kind(KpiKind::Cumulative, false) => Key::KindCumulative,
        Common::Kind(KpiKind::Percentage, _) => Key::KindShare,
        Common::Kind(KpiKind::Maintain, _) => Key::AimHold,
        Common::Kind(KpiKind::Unstated, _) => Key::KindUnstated,
    };
    let name = lang.text(key);
    let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}

/// The name, with the number of a pillar, and how many KPIs there are.
pub fn title(lang: Lang, outline: &Outline, common: Common, count: usize) -> String {
    let number = match common {
        Common::Pillar(Some(id)) => [lang.text(Key::Pillar), " ", &digits(id.into()), "　"].concat(),
        Common::Pillar(None) | Common::Kind(..) => String::new(),
    };
    [&*number, &name(lang, outline, common), "　", &digits(count as u64)].concat()
}
