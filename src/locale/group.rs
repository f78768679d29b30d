//! What a group of KPIs is called.

use super::{Key, Lang, own};
use crate::data::Dataset;
use crate::data::kpi::KpiKind;
use crate::id::digits;
use crate::model::groups::Common;

/// The name alone, as a title: names of kinds stand within lines, too, where they have no capital. Levels are raised, and totals added to, only where none of them is to fall.
pub fn name(lang: Lang, data: &Dataset, common: Common) -> String {
    let key = match common {
        Common::Pillar(Some(id)) => {
            let pillar = data.outline.pillars.iter().find(|pillar| pillar.id == id);
            return pillar.map(|pillar| pillar.name.clone()).unwrap_or_default();
        }
        Common::Pillar(None) if own::is_listed(data) => Key::GroupNoSection,
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
pub fn title(lang: Lang, data: &Dataset, common: Common, count: usize) -> String {
    let number = match common {
        Common::Pillar(Some(_)) if own::is_listed(data) => [own::pillar_word(lang, data), "　"].concat(),
        Common::Pillar(Some(id)) => [lang.text(Key::Pillar), " ", &digits(id.into()), "　"].concat(),
        Common::Pillar(None) | Common::Kind(..) => String::new(),
    };
    [&*number, &name(lang, data, common), "　", &digits(count as u64)].concat()
}
