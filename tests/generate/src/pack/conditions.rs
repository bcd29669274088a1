//! What holds of most kinds of rule: heads, times, conditions, assumptions.

use super::scope::Scope;

impl Scope<'_, '_, '_> {
    /// Labelled conditions, or one expression.
    pub(super) fn conditions(&mut self, keyword: &str, may_be_one: bool) -> String {
        if may_be_one && self.draw.chance(40) {
            return format!("  {keyword} {}\n", self.truth(2));
        }
        let mut text = format!("  {keyword}\n");
        for _ in 0..=self.draw.between(0, 2) {
            let label = self.book.name('c');
            text.push_str(&format!("    {label} \"{}\": {}\n", self.words(), self.truth(2)));
        }
        text
    }

    /// `applies`, or nothing.
    pub(super) fn applies(&mut self) -> String {
        if self.draw.chance(40) { self.conditions("applies", true) } else { String::new() }
    }

    /// Lines that may stand in any rule or not at all.
    pub(super) fn remarks(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.draw.between(0, 2) {
            text.push_str(&format!("  assumes {}\n", self.words()));
        }
        if self.draw.chance(10) {
            text.push_str(&format!("  published {}\n", crate::days::near(self.draw)));
        }
        text
    }

    /// `guiding`, or nothing.
    pub(super) fn guiding(&mut self) -> String {
        if self.draw.chance(30) { format!("  guiding {}\n", self.words()) } else { String::new() }
    }
}
