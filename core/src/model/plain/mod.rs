//! A case as plain structs, for Rust programs that link the crate.
//!
//! A struct becomes the same tree that JSON and TOML are read into, and the one reader makes facts of it: every check,
//! code and path is the same.

mod case;
mod child;
mod extra;
mod family;
mod institution;
mod jurisdiction;
mod options;
mod timed;
mod written;

pub use case::Case;
pub use child::{Birth, Child, Enrolment};
pub use extra::Extra;
pub use family::{Employer, Family, Parent};
pub use institution::{Class, Institution, Utility};
pub use jurisdiction::Jurisdiction;
pub use options::{ClassKind, County, FeeItem, LegalForm, Ownership, Role, Service, Setting, UtilityKind};
pub use timed::{During, Timed};

/// A thing as a struct: each field is a member of the thing's object, by the field's own name.
macro_rules! thing {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Eq, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// What the pack's own vocabulary adds, by the member's name.
            pub extra: $crate::model::Extra,
        }

        impl $crate::model::plain::written::Written for $name {
            fn written(&self) -> $crate::model::NodeValue {
                use $crate::model::plain::written::{Member, object};
                let Self { $($field,)* extra } = self;
                object([$((stringify!($field), $field.member()),)*], extra)
            }
        }
    };
}
use thing;
