//! A value and the place it was written at.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value out of a pack file, with the bytes it stands at, so that a finding can point there.
///
/// Two placed values are equal when their values are: where something is written never changes what
/// it means.
#[derive(Clone, Default)]
pub struct Placed<T> {
    value: T,
    span: Range<usize>,
}

/// A sentence or an id that an instructor wrote.
pub type Text = Placed<String>;

/// How an id is written, as a schema says it: lower-case letters, digits and hyphens, a letter first.
pub(super) const ID: &str = "^[a-z][a-z0-9-]*$";

impl<T> Placed<T> {
    /// Puts `value` at `span`; for values that were not read from a file, use an empty span.
    pub const fn new(value: T, span: Range<usize>) -> Self {
        Self { value, span }
    }

    /// The value alone.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// The bytes of the file the value was read from.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Placed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Placed<T> {}

impl<T: PartialOrd> PartialOrd for Placed<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

impl<T: Ord> Ord for Placed<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = toml::Spanned::<T>::deserialize(deserializer)?;
        let span = spanned.span();
        Ok(Self { value: spanned.into_inner(), span })
    }
}

/// Written as its value alone: so that a schema can show what holds where nothing is written.
impl<T: Serialize> Serialize for Placed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// To an editor, a placed value is its value.
impl<T: JsonSchema> JsonSchema for Placed<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// The schema of an `ext` table: other programs may keep there what they like.
pub(super) fn anything_in_a_table(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "additionalProperties": true })
}
