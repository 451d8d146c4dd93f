//! Settings that make an editor use the schemas of a pack.
//!
//! Two language servers for TOML are known: tombi, which comes with the extension Tombi of many editors, and
//! taplo, which is inside the extension Even Better TOML of VS Code.

use super::Kind;

/// A language server for TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editor {
    /// The extension Tombi.
    Tombi,
    /// The extension Even Better TOML.
    Taplo,
}

impl Editor {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Tombi, Self::Taplo];

    /// What people install.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tombi => "Tombi",
            Self::Taplo => "Even Better TOML",
        }
    }

    /// The file of settings that is written into a pack that has none.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Tombi => "tombi.toml",
            Self::Taplo => ".taplo.toml",
        }
    }

    /// The files its settings can stand in; of several in one folder, it reads the first.
    #[must_use]
    pub const fn files(self) -> [&'static str; 2] {
        match self {
            Self::Tombi => [".tombi.toml", "tombi.toml"],
            Self::Taplo => [".taplo.toml", "taplo.toml"],
        }
    }

    /// The settings for a pack that has none.
    #[must_use]
    pub fn settings(self) -> String {
        let head = match self {
            Self::Tombi => TOMBI,
            Self::Taplo => TAPLO,
        };
        format!("{head}\n{}", self.rules(&Kind::ALL))
    }

    /// What somebody's own settings lack to use all schemas, to be added at their end; none if they use all.
    ///
    /// Settings that name a schema's file, outside a comment, use it.
    #[must_use]
    pub fn lacking(self, settings: &str) -> Option<String> {
        let lines = || settings.lines().filter(|line| !line.trim_start().starts_with('#'));
        let is_used = |kind: &Kind| lines().any(|line| line.contains(kind.path()));
        let unused: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| !is_used(kind)).collect();
        (!unused.is_empty()).then(|| self.rules(&unused))
    }

    /// Which schema is for which files.
    fn rules(self, kinds: &[Kind]) -> String {
        let rule = |kind: &Kind| {
            let (path, files) = (kind.path(), kind.files());
            match self {
                Self::Tombi => format!("[[schemas]]\npath = \"{path}\"\ninclude = [\"{files}\"]\n"),
                Self::Taplo => {
                    format!("[[rule]]\ninclude = [\"{files}\"]\nschema.path = \"{path}\"\n")
                }
            }
        };
        kinds.iter().map(rule).collect::<Vec<_>>().join("\n")
    }
}

const TOMBI: &str = "\
# So that an editor with Tombi knows what can stand in the files of this pack.
# Made by `coffeechat pack schema`, which never changes this file again: it is yours.
toml-version = \"v1.1.0\"

# All it needs is in this folder; nothing is looked for on the web.
[schema]
catalog = { paths = [] }

# In a pack, tables can stand in any order.
[lint.rules]
dotted-keys-out-of-order = \"off\"
tables-out-of-order = \"off\"
";

const TAPLO: &str = "\
# So that an editor with Even Better TOML knows what can stand in the files of this pack.
# Made by `coffeechat pack schema`, which never changes this file again: it is yours.
";

#[cfg(test)]
mod tests {
    use super::{Editor, Kind};

    #[test]
    fn settings_of_ours_lack_nothing() {
        for editor in Editor::ALL {
            let settings = editor.settings();
            assert_eq!(editor.lacking(&settings), None);
            assert!(editor.files().contains(&editor.file()));
        }
    }

    #[test]
    fn other_settings_lack_the_schemas_they_do_not_name() {
        for editor in Editor::ALL {
            let settings = editor.settings();
            let all = editor.lacking("# .schemas/cases.schema.json\n[format]\n").unwrap();
            assert!(settings.ends_with(&all), "{all}");
            let changed = settings.replace(Kind::Cases.path(), "cases.json");
            let one = editor.lacking(&changed).unwrap();
            assert!(one.contains(Kind::Cases.path()) && !one.contains(Kind::Bank.path()), "{one}");
            let added = format!("{changed}\n{one}");
            assert_eq!(editor.lacking(&added), None);
        }
    }
}
