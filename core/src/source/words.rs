//! Words for people, Chinese first.

/// A language that people are answered in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Language {
    /// Simplified Chinese (zh-CN).
    #[default]
    Chinese,
    /// English.
    English,
}

/// One text in both languages.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Words {
    /// zh-CN.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Reads `中文 | English`; `None` unless both sides have text.
    ///
    /// ```
    /// use tuoyu::source::Words;
    /// assert_eq!(Words::parse("孩次 | Birth order").unwrap().en, "Birth order");
    /// assert_eq!(Words::parse("孩次"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (zh, en) = text.split_once('|')?;
        let (zh, en) = (zh.trim(), en.trim());
        (!zh.is_empty() && !en.is_empty()).then(|| Self { zh: zh.to_owned(), en: en.to_owned() })
    }

    /// The text in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}
