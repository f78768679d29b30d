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

    /// Takes its tokens. Where they do not fit, which a build that succeeded excludes, it stops at once: ways out of every
    /// half-read record would cost each visit 4 KB.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
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
pub fn unpack<T: Packed>(text: &str) -> T {
    T::unpack(&mut Unpacker(text))
}

/// What a token must be.
pub(super) fn sound<T>(value: Option<T>) -> T {
    value.unwrap_or_else(|| std::process::abort())
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

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.next().to_owned()
    }
}

impl Packed for f64 {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        into.put(&self.to_string());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        sound(Digits::read(from.next()))
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Packed for $type {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self, into: &mut Packer) {
                into.put(&self.to_string());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                f64::unpack(from) as $type
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

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        !from.next().is_empty()
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

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, into: &mut Packer) {
        for item in self {
            item.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        std::array::from_fn(|_| T::unpack(from))
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

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (0..usize::unpack(from)).map(|_| T::unpack(from)).collect()
    }
}
