//! Values as packs carry them: one token a value, in the order of the fields, without names.
//!
//! The publisher packs data that were checked, so that a visit neither looks up field names nor carries messages: reading
//! JSON would add 9 KB in brotli to every visit. A pack is a file all the same, and may arrive altered or cut off: then
//! [`unpack`] refuses it whole.

use std::mem::ManuallyDrop;

use super::decimal::Digits;

/// Stands between tokens. In a text it would be no more than a space.
const SEPARATOR: char = '\t';

/// A type that can be packed.
pub trait Packed: Sized {
    /// Adds its tokens.
    #[cfg(not(small))]
    fn pack(&self, into: &mut Packer);

    /// Takes its tokens. Where they do not fit, it notes so in `from` and returns any value at all: returning early out of
    /// every half-read record would cost each visit 4 KB.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// Tokens being written.
#[cfg(not(small))]
#[derive(Default)]
pub struct Packer(String);

#[cfg(not(small))]
impl Packer {
    /// Adds a token.
    pub fn put(&mut self, token: &str) {
        self.0.push_str(&token.replace(SEPARATOR, " "));
        self.0.push(SEPARATOR);
    }
}

/// Packs a value.
#[cfg(not(small))]
pub fn pack<T: Packed>(value: &T) -> String {
    let mut packer = Packer::default();
    value.pack(&mut packer);
    packer.0
}

/// The text is no pack of the value asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// Unpacks a value.
///
/// # Errors
/// When a token is missing, left over, or not of the form it must have.
pub fn unpack<T: Packed>(text: &str) -> Result<T, Broken> {
    let mut from = Unpacker { rest: text, is_broken: false };
    // A pack is read once a page: what was read of a broken one is left where it is, for the code that frees a whole dataset
    // would be part of every visit.
    let value = ManuallyDrop::new(T::unpack(&mut from));
    if from.is_broken || !from.rest.is_empty() { Err(Broken) } else { Ok(ManuallyDrop::into_inner(value)) }
}

/// Tokens still to be read.
pub struct Unpacker<'a> {
    rest: &'a str,
    is_broken: bool,
}

impl<'a> Unpacker<'a> {
    /// The next token. At the end it is empty, and the pack broken.
    #[allow(clippy::should_implement_trait, reason = "there is always a next one")]
    #[inline(never)]
    pub fn next(&mut self) -> &'a str {
        let Some((token, rest)) = self.rest.split_once(SEPARATOR) else {
            self.give_up();
            return "";
        };
        self.rest = rest;
        token
    }

    /// The value of a token that must be sound; what stands in for it ends up nowhere, for the pack is broken.
    pub(super) fn sound<T>(&mut self, value: Option<T>, otherwise: impl FnOnce() -> T) -> T {
        value.unwrap_or_else(|| {
            self.give_up();
            otherwise()
        })
    }

    /// Nothing is left to read: every list still to come is empty.
    #[inline(never)]
    fn give_up(&mut self) {
        self.is_broken = true;
        self.rest = "";
    }
}

impl Packed for String {
    #[cfg(not(small))]
    fn pack(&self, into: &mut Packer) {
        into.put(self);
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.next().to_owned()
    }
}

impl Packed for f64 {
    #[cfg(not(small))]
    fn pack(&self, into: &mut Packer) {
        into.put(&self.to_string());
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let value = Digits::read(from.next());
        from.sound(value, || 0.0)
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Packed for $type {
            #[cfg(not(small))]
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
    #[cfg(not(small))]
    fn pack(&self, into: &mut Packer) {
        into.put(if *self { "1" } else { "" });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        !from.next().is_empty()
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(not(small))]
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
    #[cfg(not(small))]
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
    #[cfg(not(small))]
    fn pack(&self, into: &mut Packer) {
        self.len().pack(into);
        for item in self {
            item.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let mut items = Self::new();
        // Grows as items come: what a broken pack says of its length is not believed.
        for _ in 0..usize::unpack(from) {
            items.push(T::unpack(from));
            if from.is_broken {
                break;
            }
        }
        items
    }
}
