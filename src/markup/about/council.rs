//! The council: its meetings, its members, the rule that set it up.

use maud::{Markup, html};

use super::About;
use crate::data::about::{Article, Clause, Item, Meeting, Rule};
use crate::id::digits;
use crate::locale::Key;
use crate::locale::facts::day;
use crate::markup::frame;

impl About<'_> {
    pub(super) fn meetings(&self) -> Markup {
        let (lang, about) = (self.lang, self.about);
        html! {
            section id="meetings" {
                h2 { (lang.text(Key::AboutMeetings)) }
                (self.prose(std::slice::from_ref(&about.council), std::slice::from_ref(&self.original.0.council)))
                ol class="meetings" { @for meeting in &about.meetings { (self.meeting(meeting)) } }
                (self.source(&about.council_source))
            }
        }
    }

    fn meeting(&self, meeting: &Meeting) -> Markup {
        let lang = self.lang;
        let number = digits(meeting.number.into());
        html! {
            li {
                h3 {
                    (lang.fill(Key::AboutMeeting, &[("number", &number)])) " "
                    time datetime=(meeting.date) { (day(lang, meeting.date)) }
                }
                ul { @for item in &meeting.agenda { (self.item(item)) } }
            }
        }
    }

    fn item(&self, item: &Item) -> Markup {
        let lang = self.lang;
        html! {
            li {
                (item.title)
                @if let Some(talk) = &item.talk { p { q { (talk) } } }
                @if let Some(expert) = &item.expert {
                    p { (lang.text(Key::AboutExpert)) " " (expert.affiliation) " " (self.name(&expert.name)) }
                }
                @if let Some(note) = &item.note { p class="note" { (frame::editorial(lang)) " " (note) } }
            }
        }
    }

    /// A name as printed: nobody says how it is read.
    fn name(&self, name: &str) -> Markup {
        html! { span lang=[(!self.lang.is_source()).then_some("ja")] class="name" { (name) } }
    }

    pub(super) fn people(&self) -> Markup {
        let (lang, about) = (self.lang, self.about);
        let [members, former, observers] =
            [about.members.len(), about.former.len(), about.observers.len()].map(|count| count.to_string());
        let number = |number: u8| digits(number.into());
        html! {
            section id="members" {
                h2 { (lang.text(Key::AboutMembers)) " " small { (members) } }
                @if !lang.is_source() { p class="note" { (lang.text(Key::AboutNames)) } }
                ul class="people" {
                    @for member in &about.members { li { (self.name(&member.name)) " " (member.affiliation) } }
                }
                @if !about.former.is_empty() {
                    h3 { (lang.text(Key::AboutFormer)) " " small { (former) } }
                    ul class="people" {
                        @for one in &about.former {
                            li {
                                (self.name(&one.name)) " " (one.affiliation) " "
                                small { (lang.fill(Key::AboutUntil, &[("date", &day(lang, one.until))])) }
                            }
                        }
                    }
                }
                @if !about.observers.is_empty() {
                    h3 { (lang.text(Key::AboutObservers)) " " small { (observers) } }
                    ul class="people" {
                        @for one in &about.observers {
                            @let span = [("first", &*number(one.first)), ("last", &*number(one.last))];
                            li {
                                (self.name(&one.name)) " " (one.affiliation) " "
                                small { (lang.fill(Key::AboutAttended, &span)) }
                            }
                        }
                    }
                }
                (self.source(&about.members_source))
            }
        }
    }

    pub(super) fn rule(&self) -> Markup {
        let (lang, original) = (self.lang, self.original.0);
        let Some(rule) = &self.about.rule else { return html! {} };
        html! {
            section id="rule" {
                h2 { (lang.text(Key::AboutRule)) }
                p { b { (rule.title) } }
                (self.articles(rule))
                @if let Some(original) = original.rule.as_ref().filter(|_| !lang.is_source()) {
                    details {
                        summary { (lang.text(Key::GlossaryOriginal)) }
                        div lang="ja" {
                            @for article in &original.articles { p { b { (article.heading) } } (clauses(article)) }
                        }
                    }
                }
                (self.source(&rule.source))
            }
        }
    }

    fn articles(&self, rule: &Rule) -> Markup {
        let lang = self.lang;
        html! {
            @for article in &rule.articles {
                h3 { (lang.fill(Key::AboutArticle, &[("number", &digits(article.number.into()))])) " " (article.heading) }
                (clauses(article))
            }
            @for supplement in &rule.supplements {
                h3 { (lang.text(Key::AboutSupplement)) }
                @for provision in &supplement.paragraphs { p { b { (provision.heading) } " " (provision.text) } }
            }
        }
    }
}

/// The paragraphs of an article, numbered where there are several.
fn clauses(article: &Article) -> Markup {
    let clause = |clause: &Clause| {
        html! {
            (clause.text)
            @if !clause.items.is_empty() { ol class="items" { @for item in &clause.items { li { (item) } } } }
        }
    };
    html! {
        @if let [only] = article.paragraphs.as_slice() { p { (clause(only)) } }
        @else { ol { @for paragraph in &article.paragraphs { li { (clause(paragraph)) } } } }
    }
}
