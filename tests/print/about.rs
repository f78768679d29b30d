//! How the strategy was made stands as printed: days, agenda, people.

use crate::common::library;

#[test]
fn the_council_met_when_it_is_printed_to_have_met() {
    // Copied by hand from the source: number, day, how many items, how many experts.
    let printed = "1 2023-08-29 2 0|2 2023-10-24 1 1|3 2023-11-20 2 2|4 2024-01-25 1 0|5 2024-04-22 1 1
        6 2024-06-25 1 1|7 2024-11-19 1 0";
    let about = library().about;
    let found = about.meetings.iter().map(|meeting| {
        let experts = meeting.agenda.iter().filter(|item| item.expert.is_some()).count();
        format!("{} {} {} {experts}", meeting.number, meeting.date, meeting.agenda.len())
    });
    assert_eq!(found.collect::<Vec<_>>(), printed.split(['|', '\n']).map(str::trim).collect::<Vec<_>>());
}

#[test]
fn members_stand_with_what_they_were() {
    let about = library().about;
    let member = |name: &str| about.members.iter().find(|member| member.name == name).unwrap().affiliation.clone();
    assert_eq!(member("岡村 恒一"), "株式会社オカムラ食品工業 代表取締役社長兼CEO");
    assert_eq!(member("本田 政邦"), "青森県DX総合窓口 事業責任者");
    assert_eq!(member("山崎 宇充"), "アクションカンパニー株式会社 代表取締役");
    let left: Vec<String> = about.former.iter().map(|former| former.until.to_string()).collect();
    assert_eq!(left, ["2024-06-19", "2024-06-29", "2024-03-31"]);
    let sat: Vec<(u8, u8)> = about.observers.iter().map(|observer| (observer.first, observer.last)).collect();
    assert_eq!(sat, [(1, 5), (6, 7), (1, 7)]);
}

#[test]
fn the_rule_is_whole() {
    let rule = library().about.rule.unwrap();
    let third = &rule.articles[2];
    assert_eq!((third.heading.as_str(), third.paragraphs.len(), third.paragraphs[0].items.len()), ("会議", 5, 5));
    let provisions: Vec<usize> = rule.supplements.iter().map(|supplement| supplement.paragraphs.len()).collect();
    assert_eq!(provisions, [2, 1, 1, 1]);
}
