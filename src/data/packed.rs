//! The data as the library carries them: one token a value, in the order of the fields, without names.
//!
//! Written by the build script from data already checked, so that the browser neither looks up field names nor weighs
//! messages: reading JSON as well would add 9 KB in brotli to every visit. Files from outside enter by
//! [`super::decode`].

use super::decimal::Digits;

/// Stands between tokens; no text of the data holds it.
const SEPARATOR: char = '\u{1f}';

/// A type that can be packed.
pub trait Packed: Sized {
    /// Adds its tokens.
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer);

    /// Takes its tokens; `None` where they do not fit, which a build that succeeded excludes.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}

/// Tokens being written.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub struct Packer(String);

#[cfg(not(target_arch = "wasm32"))]
impl Packer {
    /// Adds a token.
    pub fn put(&mut self, token: &str) {
        self.0.extend(token.chars().filter(|letter| *letter != SEPARATOR));
        self.0.push(SEPARATOR);
    }
}

/// Packs a value.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack<T: Packed>(value: &T) -> String {
    let mut packer = Packer::default();
    value.pack(&mut packer);
    packer.0
}

/// Unpacks a value.
pub fn unpack<T: Packed>(text: &str) -> Option<T> {
    T::unpack(&mut Unpacker(text))
}

/// Tokens still to be read.
pub struct Unpacker<'a>(&'a str);

impl<'a> Unpacker<'a> {
    /// The next token, empty at the end.
    #[allow(clippy::should_implement_trait, reason = "there is always a next one")]
    pub fn next(&mut self) -> &'a str {
        let (token, rest) = self.0.split_once(SEPARATOR).unwrap_or_default();
        self.0 = rest;
        token
    }
}

impl Packed for String {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        into.put(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(from.next().to_owned())
    }
}

impl Packed for f64 {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        into.put(&self.to_string());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Digits::read(from.next())
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Packed for $type {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self, into: &mut Packer) {
                into.put(&self.to_string());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                f64::unpack(from).map(|value| value as $type)
            }
        }
    )*};
}

whole_numbers!(u8, u16, usize);

impl Packed for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        into.put(if *self { "1" } else { "" });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(!from.next().is_empty())
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        self.is_some().pack(into);
        if let Some(value) = self {
            value.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        if bool::unpack(from)? { T::unpack(from).map(Some) } else { Some(None) }
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        for item in self {
            item.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let mut items = Vec::new();
        for _ in 0..N {
            items.push(T::unpack(from)?);
        }
        items.try_into().ok()
    }
}

impl<T: Packed> Packed for Vec<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        self.len().pack(into);
        for item in self {
            item.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let count = usize::unpack(from)?;
        let mut items = Self::new();
        for _ in 0..count {
            items.push(T::unpack(from)?);
        }
        Some(items)
    }
}
