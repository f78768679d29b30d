//! Declares the records of the data files once: the struct, how it is read from JSON, how it is packed.

use crate::id::{
    Base, CityId, FactorCode, FactorKind, IndustryId, IssueCode, KpiId, MeasureId, Quadrant, StrategyCode,
};

/// Declares records: structs whose fields are read by name. `= value` after a field is what it is when missing.
macro_rules! records {
    ($($(#[$doc:meta])* pub struct $name:ident $(<$($param:ident),*>)? {
        $($(#[$field_doc:meta])* pub $field:ident: $type:ty $(= $default:expr)?,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::struct_field_names, reason = "fields are called as in the data files")]
        pub struct $name $(<$($param),*>)? {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $(<$($param: $crate::data::packed::Packed),*>)? $crate::data::packed::Packed for $name $(<$($param),*>)? {
            #[cfg(not(small))]
            fn pack(&self, into: &mut $crate::data::packed::Packer) {
                $($crate::data::packed::Packed::pack(&self.$field, into);)*
            }

            fn unpack(from: &mut $crate::data::packed::Unpacker<'_>) -> Self {
                Self { $($field: $crate::data::packed::Packed::unpack(from),)* }
            }
        }

        #[cfg(not(small))]
        impl $(<$($param: $crate::data::translate::Translate),*>)? $crate::data::translate::Translate for $name $(<$($param),*>)? {
            fn translate(&mut self, names: $crate::data::translate::Names<'_>) {
                $($crate::data::translate::Translate::translate(&mut self.$field, names);)*
            }
        }

        #[cfg(not(small))]
        impl $(<$($param: $crate::data::decode::FromJson),*>)? $crate::data::decode::FromJson for $name $(<$($param),*>)? {
            fn from_json(node: &$crate::data::json::Node) -> Result<Self, Box<$crate::data::decode::Misfit>> {
                let known = [$((stringify!($field), records!(@optional $type $(, $default)?))),*];
                let fields = $crate::data::decode::Fields::new(node, &known)?;
                Ok(Self { $($field: records!(@read fields.get(stringify!($field)) $(, $default)?),)* })
            }
        }
    )*};
    (@optional $type:ty) => { <$type as $crate::data::decode::FromJson>::IS_OPTIONAL };
    (@optional $type:ty, $default:expr) => { true };
    (@read $node:expr) => { $crate::data::decode::FromJson::from_json($node)? };
    (@read $node:expr, $default:expr) => {
        match $node {
            node if node.position.line == 0 => $default,
            node => $crate::data::decode::FromJson::from_json(node)?,
        }
    };
}

/// Types written as a string: read by [`FromStr`], written by [`Display`]. Behind each, what stands in for it in a broken pack.
macro_rules! text_values {
    ($($type:ty, $otherwise:expr;)*) => {$(
        impl $crate::data::packed::Packed for $type {
            #[cfg(not(small))]
            fn pack(&self, into: &mut $crate::data::packed::Packer) {
                into.put(&self.to_string());
            }

            fn unpack(from: &mut $crate::data::packed::Unpacker<'_>) -> Self {
                let value = from.next().parse().ok();
                from.sound(value, || $otherwise)
            }
        }

        #[cfg(not(small))]
        impl $crate::data::translate::Translate for $type {
            fn translate(&mut self, _: $crate::data::translate::Names<'_>) {}
        }

        #[cfg(not(small))]
        impl $crate::data::decode::FromJson for $type {
            fn from_json(node: &$crate::data::json::Node) -> Result<Self, Box<$crate::data::decode::Misfit>> {
                $crate::data::decode::parsed(node)
            }
        }
    )*};
}

/// What a reader's own file alone tells. No pack carries it, no data file of ours has it, and nothing of it is translated.
macro_rules! local_values {
    ($($type:ty),*) => {$(
        impl $crate::data::packed::Packed for $type {
            #[cfg(not(small))]
            fn pack(&self, _: &mut $crate::data::packed::Packer) {}

            fn unpack(_: &mut $crate::data::packed::Unpacker<'_>) -> Self {
                Self::default()
            }
        }

        #[cfg(not(small))]
        impl $crate::data::translate::Translate for $type {
            fn translate(&mut self, _: $crate::data::translate::Names<'_>) {}
        }

        #[cfg(not(small))]
        impl $crate::data::decode::FromJson for $type {
            fn from_json(node: &$crate::data::json::Node) -> Result<Self, Box<$crate::data::decode::Misfit>> {
                use $crate::error::{Expected, FaultKind};
                Err($crate::data::decode::Misfit::new(node, FaultKind::Expected(Expected::Object)))
            }
        }
    )*};
}

pub(crate) use {local_values, records, text_values};

text_values! {
    CityId, CityId::none();
    KpiId, KpiId::none();
    MeasureId, MeasureId::none();
    IssueCode, IssueCode::none();
    IndustryId, IndustryId::none();
    FactorCode, FactorCode { kind: FactorKind::Strength, number: 0 };
    StrategyCode, StrategyCode { kind: Quadrant::SO, number: 0 };
    Base, Base::Output;
    Quadrant, Quadrant::SO;
}
