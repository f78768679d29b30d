//! Puts other texts in the place of the data's own: ids, codes and numbers stay.

/// Gives a text in another language, `None` where there is none.
pub type Names<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// A type whose texts can be translated.
pub trait Translate {
    /// Translates every text that has a translation.
    fn translate(&mut self, names: Names<'_>);
}

impl Translate for String {
    fn translate(&mut self, names: Names<'_>) {
        if let Some(name) = names(self) {
            name.clone_into(self);
        }
    }
}

impl<T: Translate> Translate for Option<T> {
    fn translate(&mut self, names: Names<'_>) {
        if let Some(value) = self {
            value.translate(names);
        }
    }
}

impl<T: Translate> Translate for Vec<T> {
    fn translate(&mut self, names: Names<'_>) {
        for item in self {
            item.translate(names);
        }
    }
}

impl<T: Translate, const N: usize> Translate for [T; N] {
    fn translate(&mut self, names: Names<'_>) {
        for item in self {
            item.translate(names);
        }
    }
}

/// Values without words.
macro_rules! wordless {
    ($($type:ty),*) => {$(
        impl Translate for $type {
            fn translate(&mut self, _: Names<'_>) {}
        }
    )*};
}

wordless!(f64, u8, u16, usize, bool);
