//! The kiosk's clockwork: what an unattended screen does when, without clock or DOM.
//!
//! Whoever owns it hands in events with the time and carries out the effects that come back. It wants one timer, the
//! one [`Scheduler::wait_ms`] asks for. Time that was slept through is skipped, never made up for.

pub mod settings;
pub mod staging;

use settings::Night;

/// A moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds on a clock that never goes back.
    pub ms: u64,
    /// Minute of the local day, 0 … 1439.
    pub minute: u16,
}

/// How the kiosk is to run. Lengths in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One entry a scene: into how many parts its time is divided, for those that move.
    pub scenes: Vec<u8>,
    /// How many languages take turns; one may come more than once.
    pub languages: usize,
    /// How long a scene stays.
    pub scene_ms: u64,
    /// How long nobody touches before the warning.
    pub idle_ms: u64,
    /// How long the warning stays before everything is reset.
    pub warning_ms: u64,
    /// How long a scene that failed is left out.
    pub retry_ms: u64,
    /// How often to look for a new version, at night only where there is a night.
    pub version_ms: u64,
    /// How often to look for new data, if at all.
    pub data_ms: Option<u64>,
    /// When to dim.
    pub night: Option<Night>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The page is there.
    Start,
    /// The timer ran out.
    Tick,
    /// Somebody asks to explore what is shown.
    Touch,
    /// Somebody moved a finger or pressed a key: is still there.
    Active,
    /// The pause button.
    Pause,
    /// Somebody is done and says so.
    Leave,
    /// What is shown could not be shown.
    Failed,
    /// A new version lies ready, whole.
    NewVersion,
    /// New data lie ready, checked.
    NewData,
    /// The network came or went.
    Online(bool),
}

/// What is to be done, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Show a scene of the loop in a language.
    Show {
        /// Which one.
        scene: usize,
        /// In which of the languages.
        language: usize,
        /// Counts all scenes shown: moves the picture a little against burn-in.
        turn: u64,
    },
    /// Show the next part of the scene shown.
    Part(u8),
    /// Open the scene shown for somebody to explore.
    Explore,
    /// The loop stands still, or goes on.
    Paused(bool),
    /// Say how many seconds are left before everything is reset.
    Warn(u64),
    /// Take the warning back.
    Unwarn,
    /// Forget everything the visitor did.
    Reset,
    /// Make what is shown anew: it broke.
    Renew,
    /// Dim for the night, or end it.
    Dim(bool),
    /// Look for a new version.
    CheckVersion,
    /// Look for new data.
    CheckData,
    /// Take the data that lie ready.
    TakeData,
    /// Change to the version that lies ready.
    Swap,
    /// Note that a scene failed and is left out for a while.
    Dropped(usize),
    /// Note that a scene which had failed gets another try.
    Retried(usize),
    /// Note that the network came or went.
    Network(bool),
}

/// Nothing waits longer, so that nightfall is not missed.
const LONGEST_MS: u64 = 60_000;
/// A timer shorter than this only wastes power.
const SHORTEST_MS: u64 = 50;

/// Who has the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Nobody: the loop.
    Loop,
    /// Somebody, who last touched it then.
    Visit { touched_ms: u64, is_paused: bool },
}

/// What a visitor can change; a reset puts all of it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    mode: Mode,
    warned: Option<u64>,
}

impl Visit {
    /// Before anybody came.
    pub const NONE: Self = Self { mode: Mode::Loop, warned: None };
}

/// The clockwork.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, none excludes another")]
pub struct Scheduler {
    plan: Plan,
    visit: Visit,
    now: Now,
    /// The scene shown, since when, and which part of it.
    scene: usize,
    since_ms: u64,
    part: u8,
    /// How often the loop began again, and how many scenes it showed.
    round: usize,
    turn: u64,
    /// When a scene that failed gets another try.
    retries: Vec<Option<u64>>,
    is_dim: bool,
    is_online: bool,
    has_version: bool,
    has_data: bool,
    version_checked_ms: u64,
    data_checked_ms: u64,
}

impl Scheduler {
    /// Before [`Event::Start`].
    pub fn new(plan: Plan) -> Self {
        let retries = vec![None; plan.scenes.len()];
        Self {
            plan,
            visit: Visit::NONE,
            now: Now { ms: 0, minute: 720 },
            scene: 0,
            since_ms: 0,
            part: 0,
            round: 0,
            turn: 0,
            retries,
            is_dim: false,
            is_online: true,
            has_version: false,
            has_data: false,
            version_checked_ms: 0,
            data_checked_ms: 0,
        }
    }

    /// What a visitor left behind: [`Visit::NONE`] while nobody is there.
    pub fn visit(&self) -> Visit {
        self.visit
    }

    /// Whether the loop runs.
    pub fn is_looping(&self) -> bool {
        self.visit.mode == Mode::Loop
    }

    /// Takes what happened; returns what is to be done.
    pub fn step(&mut self, now: Now, event: Event) -> Vec<Effect> {
        // A clock that goes back stands still for us.
        self.now = Now { ms: now.ms.max(self.now.ms), minute: now.minute };
        let mut effects = Vec::new();
        match event {
            Event::Start => self.start(&mut effects),
            Event::Tick => self.tick(&mut effects),
            Event::Touch => self.touch(&mut effects),
            Event::Active => self.stay(&mut effects),
            Event::Pause => self.pause(&mut effects),
            Event::Leave if self.is_looping() => {}
            Event::Leave => self.reset(&mut effects),
            Event::Failed => self.fail(&mut effects),
            Event::NewVersion => self.has_version = true,
            Event::NewData => self.has_data = true,
            Event::Online(is_online) => {
                if self.is_online != is_online {
                    effects.push(Effect::Network(is_online));
                }
                self.is_online = is_online;
            }
        }
        self.dim(&mut effects);
        effects
    }

    /// How long until the next [`Event::Tick`] is wanted.
    pub fn wait_ms(&self) -> u64 {
        let due_ms = match self.visit.mode {
            Mode::Loop => self.since_ms + self.part_ms() * (u64::from(self.part) + 1),
            Mode::Visit { touched_ms, .. } => match self.visit.warned {
                None => touched_ms + self.plan.idle_ms,
                Some(left) => self.reset_ms(touched_ms).saturating_sub(left.saturating_sub(1) * 1000),
            },
        };
        due_ms.saturating_sub(self.now.ms).clamp(SHORTEST_MS, LONGEST_MS)
    }

    /// Other scenes, made from other data.
    pub fn replan(&mut self, scenes: Vec<u8>) {
        self.retries = vec![None; scenes.len()];
        self.scene = if self.scene < scenes.len() { self.scene } else { 0 };
        self.plan.scenes = scenes;
    }

    fn start(&mut self, effects: &mut Vec<Effect>) {
        (self.version_checked_ms, self.data_checked_ms) = (self.now.ms, self.now.ms);
        self.show(effects);
    }

    fn tick(&mut self, effects: &mut Vec<Effect>) {
        match self.visit.mode {
            Mode::Loop => {
                self.look_out(effects);
                if effects.contains(&Effect::Swap) {
                    return;
                }
                if self.now.ms >= self.since_ms + self.plan.scene_ms {
                    self.advance(effects);
                } else {
                    self.move_on(effects);
                }
            }
            Mode::Visit { touched_ms, .. } => self.watch(touched_ms, effects),
        }
    }

    /// Parts that are due; those missed are left out.
    fn move_on(&mut self, effects: &mut Vec<Effect>) {
        let due = (self.now.ms - self.since_ms) / self.part_ms();
        let part = u8::try_from(due).unwrap_or(u8::MAX).min(self.parts() - 1);
        if part > self.part {
            self.part = part;
            effects.push(Effect::Part(part));
        }
    }

    /// Warns who is idle, second by second, then resets.
    fn watch(&mut self, touched_ms: u64, effects: &mut Vec<Effect>) {
        let left_ms = self.reset_ms(touched_ms).saturating_sub(self.now.ms);
        if left_ms == 0 {
            self.reset(effects);
        } else if left_ms <= self.plan.warning_ms {
            let left = left_ms.div_ceil(1000);
            if self.visit.warned != Some(left) {
                self.visit.warned = Some(left);
                effects.push(Effect::Warn(left));
            }
        }
    }

    fn touch(&mut self, effects: &mut Vec<Effect>) {
        let is_new = matches!(self.visit.mode, Mode::Loop | Mode::Visit { is_paused: true, .. });
        if self.visit.warned.take().is_some() {
            effects.push(Effect::Unwarn);
        }
        if matches!(self.visit.mode, Mode::Visit { is_paused: true, .. }) {
            effects.push(Effect::Paused(false));
        }
        self.visit.mode = Mode::Visit { touched_ms: self.now.ms, is_paused: false };
        if is_new {
            effects.push(Effect::Explore);
        }
    }

    fn stay(&mut self, effects: &mut Vec<Effect>) {
        if let Mode::Visit { touched_ms, .. } = &mut self.visit.mode {
            *touched_ms = self.now.ms;
            if self.visit.warned.take().is_some() {
                effects.push(Effect::Unwarn);
            }
        }
    }

    fn pause(&mut self, effects: &mut Vec<Effect>) {
        if self.visit.warned.take().is_some() {
            effects.push(Effect::Unwarn);
        }
        match self.visit.mode {
            Mode::Loop => {
                self.visit.mode = Mode::Visit { touched_ms: self.now.ms, is_paused: true };
                effects.push(Effect::Paused(true));
            }
            Mode::Visit { is_paused: true, .. } => {
                self.visit = Visit::NONE;
                // The scene gets its whole time again.
                (self.since_ms, self.part) = (self.now.ms, 0);
                effects.push(Effect::Paused(false));
            }
            Mode::Visit { .. } => {}
        }
    }

    fn reset(&mut self, effects: &mut Vec<Effect>) {
        if self.visit.warned.is_some() {
            effects.push(Effect::Unwarn);
        }
        if matches!(self.visit.mode, Mode::Visit { is_paused: true, .. }) {
            effects.push(Effect::Paused(false));
        }
        self.visit = Visit::NONE;
        effects.push(Effect::Reset);
        // The next one: in a busy hall the loop must not begin with the same scene each time.
        self.advance(effects);
    }

    fn fail(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::Renew);
        if self.is_looping() {
            let until_ms = self.now.ms + self.plan.retry_ms;
            if let Some(retry) = self.retries.get_mut(self.scene) {
                *retry = Some(until_ms);
                effects.push(Effect::Dropped(self.scene));
            }
            self.advance(effects);
        }
    }

    /// New versions and data, while nobody is there.
    fn look_out(&mut self, effects: &mut Vec<Effect>) {
        let is_time = self.plan.night.is_none_or(|night| night.holds(self.now.minute));
        if self.has_version && is_time {
            self.has_version = false;
            effects.push(Effect::Swap);
            return;
        }
        if !self.is_online {
            return;
        }
        if is_time && self.now.ms >= self.version_checked_ms + self.plan.version_ms {
            self.version_checked_ms = self.now.ms;
            effects.push(Effect::CheckVersion);
        }
        if self.plan.data_ms.is_some_and(|data_ms| self.now.ms >= self.data_checked_ms + data_ms) {
            self.data_checked_ms = self.now.ms;
            effects.push(Effect::CheckData);
        }
    }

    /// The next scene that has not failed; where all have, each gets another try.
    fn advance(&mut self, effects: &mut Vec<Effect>) {
        if self.has_data {
            self.has_data = false;
            effects.push(Effect::TakeData);
        }
        let count = self.plan.scenes.len().max(1);
        if !self.retries.iter().any(|retry| retry.is_none_or(|due_ms| due_ms <= self.now.ms)) {
            self.retries.fill(Some(0));
        }
        for _ in 0..count {
            self.scene += 1;
            if self.scene >= count {
                (self.scene, self.round) = (0, self.round + 1);
            }
            match self.retries.get_mut(self.scene) {
                Some(retry) if retry.is_some_and(|due_ms| due_ms > self.now.ms) => {}
                Some(retry) => {
                    if retry.take().is_some() {
                        effects.push(Effect::Retried(self.scene));
                    }
                    break;
                }
                None => break,
            }
        }
        self.show(effects);
    }

    fn show(&mut self, effects: &mut Vec<Effect>) {
        if self.plan.scenes.is_empty() {
            return;
        }
        (self.since_ms, self.part) = (self.now.ms, 0);
        self.turn += 1;
        // A pass is in one language; each scene comes to be seen in each of them.
        let language = self.round % self.plan.languages.max(1);
        effects.push(Effect::Show { scene: self.scene, language, turn: self.turn });
    }

    fn dim(&mut self, effects: &mut Vec<Effect>) {
        let is_night = self.plan.night.is_some_and(|night| night.holds(self.now.minute));
        let is_dim = is_night && self.is_looping();
        if is_dim != self.is_dim {
            self.is_dim = is_dim;
            effects.push(Effect::Dim(is_dim));
        }
    }

    fn reset_ms(&self, touched_ms: u64) -> u64 {
        touched_ms + self.plan.idle_ms + self.plan.warning_ms
    }

    fn parts(&self) -> u8 {
        self.plan.scenes.get(self.scene).map_or(1, |parts| (*parts).max(1))
    }

    fn part_ms(&self) -> u64 {
        (self.plan.scene_ms / u64::from(self.parts())).max(1)
    }
}
