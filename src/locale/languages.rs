//! The languages of a site or a kiosk together: whoever speaks several chooses here.

use std::cell::RefCell;

use super::Lang;
use crate::data::language::Language;

/// Every language there is, the source's first.
#[derive(Clone, Debug)]
pub struct Languages {
    source: Lang,
    others: Vec<Lang>,
}

impl Languages {
    /// Languages to speak; `None` where there is none, or one lacks texts. Equal ones are kept once, however often a site
    /// is rendered.
    pub fn new(languages: impl IntoIterator<Item = Language>) -> Option<Self> {
        thread_local!(static KEPT: RefCell<Vec<Lang>> = const { RefCell::new(Vec::new()) });
        let kept = |language: Language| {
            KEPT.with_borrow_mut(|kept| {
                let found = kept.iter().copied().find(|lang| *lang.language() == language);
                let lang = found.or_else(|| Lang::new(language))?;
                if found.is_none() {
                    kept.push(lang);
                }
                Some(lang)
            })
        };
        languages.into_iter().map(kept).collect::<Option<Vec<_>>>().and_then(Self::of)
    }

    /// The same of languages that speak already.
    pub fn of(languages: impl IntoIterator<Item = Lang>) -> Option<Self> {
        let mut languages = languages.into_iter();
        Some(Self { source: languages.next()?, others: languages.collect() })
    }

    /// The language of the data.
    pub fn source(&self) -> Lang {
        self.source
    }

    /// Every language, the source's first.
    pub fn all(&self) -> impl Iterator<Item = Lang> {
        std::iter::once(self.source).chain(self.others.iter().copied())
    }

    /// The tags of all.
    pub fn tags(&self) -> Vec<&'static str> {
        self.all().map(Lang::tag).collect()
    }

    /// The language of a tag such as `ja`, `ja-x-easy` or `en-GB`.
    pub fn find(&self, tag: &str) -> Option<Lang> {
        let tag = tag.replace("-x-", "-");
        let find = |tag: &str| self.all().find(|lang| lang.tag().eq_ignore_ascii_case(tag));
        find(&tag).or_else(|| find(tag.split('-').next()?))
    }
}
