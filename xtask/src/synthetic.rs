//! Location quotients of invented municipalities: as many as Japan has, in the form of `data/lq.json` or `lq.csv`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// The twenty divisions that the classification of industries has.
const INDUSTRIES: [(&str, u8); 20] = [
    ("農業・林業", 1),
    ("漁業", 1),
    ("鉱業・採石業・砂利採取業", 2),
    ("建設業", 2),
    ("製造業", 2),
    ("電気・ガス・熱供給・水道業", 3),
    ("情報通信業", 3),
    ("運輸業・郵便業", 3),
    ("卸売業・小売業", 3),
    ("金融業・保険業", 3),
    ("不動産業・物品賃貸業", 3),
    ("学術研究・専門・技術サービス業", 3),
    ("宿泊業・飲食サービス業", 3),
    ("生活関連サービス業・娯楽業", 3),
    ("教育・学習支援業", 3),
    ("医療・福祉", 3),
    ("複合サービス事業", 3),
    ("サービス業（他に分類されないもの）", 3),
    ("公務（他に分類されるものを除く）", 3),
    ("分類不能の産業", 3),
];
/// Names of the bases and of what they count.
const BASES: [(&str, &str); 3] = [("output", "生産額"), ("establishments", "事業所"), ("employees", "就業者")];
/// As many prefectures as there are.
const PREFECTURES: usize = 47;
/// Bytes a widget reads at most.
const MOST_BYTES: usize = 5_000_000;

/// Writes the file: JSON or CSV by its ending.
pub fn write(out: &Path, cities: usize, seed: u64) -> Result<()> {
    if cities == 0 {
        bail!("--cities takes a number from 1 on");
    }
    let text = match out.extension().and_then(|ending| ending.to_str()) {
        Some("json") => json(cities, seed),
        Some("csv") => csv(cities, seed),
        _ => bail!("{}: the file must end in .json or .csv", out.display()),
    };
    if text.len() > MOST_BYTES {
        eprintln!("{} has {} bytes; a widget takes {MOST_BYTES}", out.display(), text.len());
    }
    fs::write(out, text).with_context(|| format!("cannot write {}", out.display()))
}

/// The file in the form of `data/lq.json`.
pub fn json(cities: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let list = |items: Vec<String>| items.join(",\n");
    let places = (0..cities).map(|index| {
        let (name, prefecture) = (city(index), prefecture(index, cities));
        format!(r#"    {{ "id": "kaku-{:04}", "name": "{name}", "prefecture": "{prefecture}" }}"#, index + 1)
    });
    let places = list(places.collect());
    let tables = BASES.map(|(base, what)| {
        let rows = INDUSTRIES.map(|(industry, sector)| {
            let values: Vec<String> = (0..cities).map(|_| dice.quotient()).collect();
            let values = values.join(", ");
            format!(r#"        {{ "industry": "{industry}", "sector": {sector}, "values": [{values}] }}"#)
        });
        let rows = list(rows.to_vec());
        format!(
            r#"    {{
      "base": "{base}",
      "title": "架空の市町村の特化係数（{what}ベース）",
      "formula": "乱数による架空の値",
      "city_period": "架空",
      "reference_period": "架空",
      "source": {{ "section": "架空のデータ" }},
      "labels": "sound",
      "rows": [
{rows}
      ]
    }}"#
        )
    });
    let tables = list(tables.to_vec());
    format!(
        r#"{{
  "reference_area": "架空の全国",
  "focus_city": "kaku-0001",
  "decimals": 2,
  "sector_note": "架空のデータです。",
  "cities": [
{places}
  ],
  "tables": [
{tables}
  ]
}}
"#
    )
}

/// The file in the form of `lq.csv`, with the column that says where a city lies. The same values as in [`json`].
pub fn csv(cities: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = "base,industry,city,lq,prefecture\r\n".to_owned();
    for (base, _) in BASES {
        for (industry, _) in INDUSTRIES {
            for index in 0..cities {
                let (value, name, prefecture) = (dice.quotient(), city(index), prefecture(index, cities));
                // Writing to a string cannot fail.
                let _ = write!(text, "{base},{industry},{name},{value},{prefecture}\r\n");
            }
        }
    }
    text
}

fn city(index: usize) -> String {
    let kind = ["市", "町", "村"].get(index % 5 / 2).copied().unwrap_or("市");
    format!("架空第{:04}{kind}", index + 1)
}

/// Neighbours in the list lie in the same prefecture, as in every official one.
fn prefecture(index: usize, cities: usize) -> String {
    format!("架空第{:02}県", index * PREFECTURES / cities + 1)
}

/// Splitmix64: small, and the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About as quotients are: around 1 by the logarithm, here and there an industry that is not there at all.
    fn quotient(&mut self) -> String {
        let bell: f64 = (0..4).map(|_| self.share()).sum::<f64>() - 2.0;
        if self.share() < 0.03 { "0.00".to_owned() } else { format!("{:.2}", (bell * 1.7).exp2()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{csv, json};

    #[test]
    fn the_same_seed_gives_the_same_file_and_another_another() {
        assert_eq!(json(30, 1), json(30, 1));
        assert_ne!(json(30, 1), json(30, 2));
    }

    #[test]
    fn json_and_csv_hold_the_same_values_of_every_city_industry_and_base() {
        let (json, csv) = (json(30, 7), csv(30, 7));
        assert_eq!(csv.lines().count(), 1 + 30 * 20 * 3);
        let column: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(3)).take(30).collect();
        assert!(json.contains(&format!("[{}]", column.join(", "))));
        assert!(csv.contains("0.00") && csv.contains("架空第0001市") && csv.contains("架空第46県"));
    }

    #[test]
    fn a_country_fits_into_what_a_widget_reads() {
        assert!(json(1741, 1).len() < super::MOST_BYTES);
    }
}
