//! The data say what the source prints.

use crate::common::library;

#[test]
fn quotients_stand_as_printed() {
    // Copied by hand from the source: table, printed heading, then city and quotient.
    let printed = "0 農業 青森市 0.68 弘前市 4.79|0 水産業 八戸市 9.44 弘前市 0.00|0 鉱業 秋田市 3.52|0 製造業 盛岡市 0.19
        0 電気・ガス・水道・廃棄物処理業 山形市 1.78|0 建設業 八戸市 1.00|0 卸売・小売業 青森市 1.23 福島市 0.81
        0 情報通信業 青森市 1.50 弘前市 0.34|0 金融・保険業 山形市 1.71|0 教育 弘前市 2.91|0 その他のサービス 福島市 1.00
        1 林業 八戸市 2.57 弘前市 0.00|1 農業 弘前市 1.25|1 水産業 盛岡市 1.76|1 電気・ガス・水道・廃棄物処理業 青森市 1.29
        1 宿泊・飲食サービス業 盛岡市 1.60|1 情報通信業 青森市 1.00|1 保健衛生・社会事業 盛岡市 0.67|1 その他のサービス 福島市 1.22
        2 農業，林業 弘前市 4.15|2 漁業 八戸市 2.42 弘前市 0.01|2 鉱業，採石業，砂利採取業 八戸市 3.85|2 情報通信業 青森市 0.63
        2 運輸業，郵便業 青森市 1.14|2 卸売業，小売業 青森市 1.21 盛岡市 1.22|2 医療，福祉 福島市 1.10
        2 公務（他に分類されるものを除く） 青森市 1.87 福島市 1.88|2 分類不能の産業 弘前市 1.59 福島市 1.22";
    let lq = library().dataset.lq;
    for row in printed.split(['|', '\n']) {
        let words: Vec<&str> = row.split_whitespace().collect();
        let table = &lq.tables[words[0].parse::<usize>().unwrap()];
        let found = table.rows.iter().find(|row| row.industry.as_str() == words[1]).expect(row);
        for pair in words[2..].chunks(2) {
            let column = lq.cities.iter().position(|city| city.name == pair[0]).unwrap();
            assert_eq!(format!("{:.2}", found.value(column).unwrap()), pair[1], "{row}");
        }
    }
}

#[test]
fn kpis_stand_as_printed() {
    // Copied by hand from the source: measure, baseline, period, target and unit, then the start of the name.
    let printed = "1-1 0 2023年度 3 件 青森港を利用する洋上風力発電事業者数|1-2 0 2023年度 3 件 青森港を利用する洋上風力発電事業者数
        1-2 3 2023年度 3 件 立地事業所数|1-3 80 2023年度 80 件 創業件数|2-1 91 2023年度 631 件 ITツール等導入事業者数
        2-1 10 2023年度 30 件 スマート農業機器導入件数|2-2 67 2023年度 67 件 ふるさと納税返礼品の新規登録商品数
        2-3 329 2023年度 329 人 AOMORI|3-1 1175 2020年 1669 億円 製造品出荷額等|3-2 37356 2023年度 52356 千円 AoMoLink～赤坂～売上額
        4-1 1109980 2023年 1490000 人泊 主要宿泊施設宿泊客数|4-1 102569 2023年 263000 人泊 主要宿泊施設外国人宿泊客数
        4-2 4616 2022年 6220 千人 観光入込客数|4-2 1634 2023年 1876 千人 冬季観光入込客数|5-1 209 2023年度 209 件 地元就職に関する相談件数
        5-2 464 2023年度 474 人 ビジネススクールの受講者数|5-3 8.4 2023年度 8.8 % 青森市が継続的に働ける場";
    let kpis = library().dataset.kpi.kpis;
    let rows: Vec<&str> = printed.split(['|', '\n']).map(str::trim).collect();
    assert_eq!(rows.len(), 17);
    let in_data = kpis.iter().flat_map(|kpi| kpi.places.iter().map(move |place| (kpi, place)));
    let mut told: Vec<String> = in_data
        .map(|(k, place)| {
            let (from, to) = (k.baseline.value, k.target.value);
            format!("{} {from} {} {to} {} {}", place.measure, k.baseline.period, k.unit, k.name)
        })
        .collect();
    for row in rows {
        let found = told.iter().position(|told| told.starts_with(row)).unwrap_or_else(|| panic!("{row}: {told:#?}"));
        told.remove(found);
    }
}
