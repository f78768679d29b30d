//! The kiosk's clockwork without a browser: the loop, visitors, the night, failures, new versions and data.

use std::collections::BTreeSet;

use proptest::prelude::*;
use shigoto_widgets::widget::kiosk::settings::{Night, Settings, read};
use shigoto_widgets::widget::kiosk::{Effect, Event, Now, Plan, Scheduler, Visit};

const SCENE_MS: u64 = 10_000;
const NOON: u16 = 720;

fn plan() -> Plan {
    Plan {
        scenes: vec![1, 5, 1, 1],
        languages: 3,
        scene_ms: SCENE_MS,
        idle_ms: 60_000,
        warning_ms: 20_000,
        retry_ms: 3_600_000,
        version_ms: 3_600_000,
        data_ms: Some(1_800_000),
        night: Some(Night { from: 22 * 60, to: 6 * 60 }),
    }
}

/// A kiosk with its clock.
struct Run {
    kiosk: Scheduler,
    ms: u64,
    minute: u16,
}

impl Run {
    fn start(plan: Plan) -> (Self, Vec<Effect>) {
        let mut run = Self { kiosk: Scheduler::new(plan), ms: 5, minute: NOON };
        let effects = run.now(Event::Start);
        (run, effects)
    }

    fn now(&mut self, event: Event) -> Vec<Effect> {
        self.kiosk.step(Now { ms: self.ms, minute: self.minute }, event)
    }

    fn after(&mut self, ms: u64, event: Event) -> Vec<Effect> {
        self.ms += ms;
        self.now(event)
    }

    /// Whatever happens while the one timer runs for so long.
    fn leave_alone(&mut self, ms: u64) -> Vec<Effect> {
        let (mut effects, end_ms) = (Vec::new(), self.ms + ms);
        while self.ms < end_ms {
            let wait_ms = self.kiosk.wait_ms();
            effects.extend(self.after(wait_ms, Event::Tick));
        }
        effects
    }
}

fn shown(effects: &[Effect]) -> Vec<(usize, usize)> {
    let show = |effect: &Effect| {
        if let Effect::Show { scene, language, .. } = effect { Some((*scene, *language)) } else { None }
    };
    effects.iter().filter_map(show).collect()
}

#[test]
fn a_pass_of_the_loop_is_in_one_language_and_each_has_its_turn() {
    let (mut run, mut effects) = Run::start(plan());
    effects.extend(run.leave_alone(12 * SCENE_MS - 1000));
    let all = shown(&effects);
    assert_eq!(&all[..5], [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1)]);
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), 12);
}

#[test]
fn a_scene_that_moves_shows_its_parts_in_order() {
    let (mut run, _) = Run::start(plan());
    run.leave_alone(SCENE_MS);
    let parts: Vec<Effect> = run.leave_alone(SCENE_MS - 1);
    assert_eq!(parts[..4], [Effect::Part(1), Effect::Part(2), Effect::Part(3), Effect::Part(4)]);
}

#[test]
fn what_was_slept_through_is_skipped() {
    let (mut run, _) = Run::start(plan());
    let woken = run.after(8 * 3_600_000, Event::Tick);
    assert_eq!(shown(&woken), [(1, 0)], "one scene, not thousands");
    assert_eq!(run.after(1, Event::Tick), []);
}

#[test]
fn a_clock_that_goes_back_stops_nothing() {
    let (mut run, _) = Run::start(plan());
    run.leave_alone(3 * SCENE_MS);
    run.ms = 0;
    assert_eq!(run.now(Event::Tick), []);
    assert!(run.kiosk.wait_ms() <= SCENE_MS);
}

#[test]
fn a_touch_opens_the_scene_and_the_loop_stands_still() {
    let (mut run, _) = Run::start(plan());
    assert_eq!(run.after(3000, Event::Touch), [Effect::Explore]);
    assert_eq!(shown(&run.leave_alone(59_000)), []);
}

#[test]
fn who_is_idle_is_warned_by_the_second_and_may_stay() {
    let (mut run, _) = Run::start(plan());
    run.after(3000, Event::Touch);
    let effects = run.leave_alone(70_000);
    assert_eq!(effects[..2], [Effect::Warn(20), Effect::Warn(19)]);
    assert_eq!(run.now(Event::Active), [Effect::Unwarn]);
    let effects = run.leave_alone(79_000);
    assert!(!effects.contains(&Effect::Reset), "{effects:?}");
    assert!(run.leave_alone(2000).contains(&Effect::Reset));
}

#[test]
fn a_reset_comes_after_exactly_the_idle_time_and_the_warning() {
    let (mut run, _) = Run::start(plan());
    run.after(3000, Event::Touch);
    assert!(!run.after(79_999, Event::Tick).contains(&Effect::Reset));
    assert!(run.after(1, Event::Tick).contains(&Effect::Reset));
    assert_eq!(run.kiosk.visit(), Visit::NONE);
}

#[test]
fn the_loop_goes_on_behind_the_scene_that_was_touched() {
    let (mut run, _) = Run::start(plan());
    for expected in [1, 2, 3, 0] {
        run.after(1000, Event::Touch);
        assert_eq!(shown(&run.after(1000, Event::Leave))[0].0, expected);
    }
}

#[test]
fn paused_it_waits_until_somebody_plays_it_or_nobody_is_there() {
    let (mut run, _) = Run::start(plan());
    assert_eq!(run.now(Event::Pause), [Effect::Paused(true)]);
    assert_eq!(run.after(59_000, Event::Tick), []);
    assert_eq!(run.now(Event::Pause), [Effect::Paused(false)]);
    assert_eq!(shown(&run.leave_alone(SCENE_MS)).len(), 1);
    run.now(Event::Pause);
    let effects = run.leave_alone(81_000);
    assert!(effects.contains(&Effect::Reset) && effects.contains(&Effect::Paused(false)), "{effects:?}");
}

#[test]
fn a_scene_that_fails_is_left_out_and_gets_another_try() {
    let (mut run, _) = Run::start(plan());
    run.leave_alone(SCENE_MS);
    let effects = run.now(Event::Failed);
    assert_eq!(effects[..2], [Effect::Renew, Effect::Dropped(1)]);
    assert_eq!(shown(&effects)[0].0, 2);
    let hour = run.leave_alone(3_500_000);
    assert!(shown(&hour).iter().all(|(scene, _)| *scene != 1));
    let later = run.leave_alone(200_000);
    assert!(later.contains(&Effect::Retried(1)) && shown(&later).iter().any(|(scene, _)| *scene == 1));
}

#[test]
fn where_every_scene_fails_each_gets_another_try_at_once() {
    let (mut run, _) = Run::start(plan());
    for _ in 0..9 {
        assert_eq!(shown(&run.now(Event::Failed)).len(), 1, "something is always shown");
    }
}

#[test]
fn while_somebody_explores_a_failure_costs_no_scene() {
    let (mut run, _) = Run::start(plan());
    run.now(Event::Touch);
    assert_eq!(run.now(Event::Failed), [Effect::Renew]);
}

#[test]
fn night_dims_and_a_visitor_gets_light() {
    let (mut run, _) = Run::start(plan());
    run.minute = 22 * 60;
    assert!(run.after(1000, Event::Tick).contains(&Effect::Dim(true)));
    assert_eq!(run.now(Event::Touch), [Effect::Explore, Effect::Dim(false)]);
    assert!(run.now(Event::Leave).contains(&Effect::Dim(true)));
    run.minute = 6 * 60;
    assert!(run.now(Event::Tick).contains(&Effect::Dim(false)));
}

#[test]
fn versions_are_looked_for_and_changed_at_night_only() {
    let (mut run, _) = Run::start(plan());
    let day = run.leave_alone(3 * 3_600_000);
    assert!(!day.contains(&Effect::CheckVersion));
    run.now(Event::NewVersion);
    assert!(!run.leave_alone(3_600_000).contains(&Effect::Swap));
    run.minute = 23 * 60;
    run.now(Event::Touch);
    assert!(!run.leave_alone(70_000).contains(&Effect::Swap), "not under a visitor's hands");
    let night = run.leave_alone(30_000);
    assert_eq!(night.iter().filter(|effect| **effect == Effect::Swap).count(), 1);
    assert!(run.leave_alone(3_700_000).contains(&Effect::CheckVersion));
}

#[test]
fn data_are_looked_for_while_there_is_a_network_and_taken_between_scenes() {
    let (mut run, _) = Run::start(plan());
    assert_eq!(run.now(Event::Online(false)), [Effect::Network(false)]);
    assert_eq!(run.now(Event::Online(false)), []);
    assert!(!run.leave_alone(2_000_000).contains(&Effect::CheckData));
    run.now(Event::Online(true));
    assert!(run.leave_alone(SCENE_MS).contains(&Effect::CheckData));
    run.now(Event::NewData);
    let effects = run.leave_alone(SCENE_MS);
    let taken = effects.iter().position(|effect| *effect == Effect::TakeData).unwrap();
    assert!(matches!(effects[taken + 1], Effect::Show { .. }), "{effects:?}");
}

#[test]
fn fewer_scenes_or_none_at_all_are_no_accident() {
    let (mut run, _) = Run::start(plan());
    run.leave_alone(3 * SCENE_MS);
    run.kiosk.replan(vec![1]);
    let scenes = shown(&run.leave_alone(3 * SCENE_MS));
    assert!(scenes.len() >= 2 && scenes.iter().all(|(scene, _)| *scene == 0), "{scenes:?}");
    run.kiosk.replan(Vec::new());
    assert_eq!(shown(&run.leave_alone(5 * SCENE_MS)), []);
    run.now(Event::Failed);
    run.now(Event::Touch);
}

fn events() -> impl Strategy<Value = (u64, u16, Event)> {
    let event = prop_oneof![
        8 => Just(Event::Tick),
        2 => Just(Event::Touch),
        2 => Just(Event::Active),
        1 => Just(Event::Pause),
        1 => Just(Event::Leave),
        1 => Just(Event::Failed),
        1 => Just(Event::NewVersion),
        1 => Just(Event::NewData),
        1 => any::<bool>().prop_map(Event::Online),
    ];
    (prop_oneof![4 => 0..30_000_u64, 1 => 0..40_000_000_u64], 0..1440_u16, event)
}

proptest! {
    #[test]
    fn whatever_happens_it_stays_a_kiosk(happened in prop::collection::vec(events(), 1..120)) {
        let (mut run, _) = Run::start(plan());
        let mut has_version = false;
        for (ms, minute, event) in happened {
            let was_looping = run.kiosk.is_looping();
            run.minute = minute;
            let effects = run.after(ms, event);
            has_version |= event == Event::NewVersion;
            for (scene, language) in shown(&effects) {
                prop_assert!(scene < 4 && language < 3);
            }
            prop_assert!(shown(&effects).is_empty() || run.kiosk.is_looping(), "no scene under a visitor's hands");
            prop_assert!(shown(&effects).len() <= 1, "nothing is made up for");
            prop_assert!((50..=60_000).contains(&run.kiosk.wait_ms()));
            if effects.contains(&Effect::Swap) {
                prop_assert!(has_version && was_looping);
                has_version = false;
            }
            if effects.contains(&Effect::Reset) {
                prop_assert_eq!(run.kiosk.visit(), Visit::NONE);
            }
        }
        // Left alone it comes back to the loop, and no scene starves for longer than a failure lasts.
        let back = run.leave_alone(81_000);
        prop_assert!(run.kiosk.is_looping(), "{:?}", back);
        let hour = run.leave_alone(3_700_000);
        let scenes: BTreeSet<usize> = shown(&hour).into_iter().map(|(scene, _)| scene).collect();
        prop_assert_eq!(scenes.len(), 4);
    }

    #[test]
    fn no_settings_break_anything(file in "\\PC{0,200}", name in "[a-z_]{0,12}", value in "\\PC{0,40}") {
        let (settings, _) = read(&file, &[(name, value)], &["alone"], &["ja"]);
        prop_assert!((5..=600).contains(&settings.seconds) && !settings.languages.is_empty());
    }
}

const SCENES: [&str; 2] = ["alone", "zero"];
const LANGUAGES: [&str; 3] = ["ja", "en", "ja-easy"];

#[test]
fn settings_come_from_the_file_and_the_address_wins() {
    let file = r#"{"seconds": 30, "scenes": ["zero"], "languages": "en,ja", "night": "21:30-05:15", "pin": "0420",
        "share": "https://www.example.lg.jp/shigoto/", "data": "data/kpi_actuals.csv", "idle": null}"#;
    let address = [("seconds", "45"), ("utm_source", "x")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let (settings, told) = read(file, &address, &SCENES, &LANGUAGES);
    assert_eq!(told, []);
    assert_eq!(
        (settings.seconds, settings.scenes, settings.languages),
        (45, vec!["zero".to_owned()], vec!["en".to_owned(), "ja".to_owned()])
    );
    assert_eq!(settings.night, Some(Night { from: 1290, to: 315 }));
    assert_eq!((settings.pin.as_deref(), settings.idle), (Some("0420"), 60));
}

#[test]
fn nonsense_is_told_and_leaves_the_default() {
    for (name, value) in [
        ("seconds", "\"bald\""),
        ("seconds", "0"),
        ("warning", "5"),
        ("scenes", "[\"alone\", \"none\"]"),
        ("languages", "[]"),
        ("night", "\"25:00-06:00\""),
        ("night", "\"06:00-06:00\""),
        ("share", "\"javascript:alert(1)\""),
        ("share", "\"https://example.jp/#x\""),
        ("pin", "\"abc\""),
        ("pin", "12"),
        ("idle", "{}"),
        ("sconds", "3"),
    ] {
        let (settings, told) = read(&format!("{{\"{name}\": {value}}}"), &[], &SCENES, &LANGUAGES);
        assert_eq!(settings, Settings::default(), "{name} {value}");
        assert_eq!(told.len(), 1, "{name} {value}");
        assert!(told[0].to_string().contains(name), "{}", told[0]);
    }
    for file in ["[]", "{\"seconds\": }", "<html>"] {
        let (settings, told) = read(file, &[], &SCENES, &LANGUAGES);
        assert_eq!((settings, told.len()), (Settings::default(), 1), "{file}");
    }
}
