//! Items of a quantity: what is added up, and by which things and months it is shown.

use super::cursor::Cursor;
use super::faults::Reported;
use super::keyword::ITEM;
use super::syntax::Item;

/// What an item is shown by besides things.
const MONTH: &str = "month";

impl Cursor<'_, '_> {
    /// `id [for thing] [by thing and month]`, and the lines beneath.
    pub(super) fn item(&mut self, holder: usize) -> Result<Item, Reported> {
        let id = self.plain_name()?;
        let of = if self.take("for").is_some() { Some(self.plain_name()?) } else { None };
        let (mut by, mut monthly) = (None, false);
        if self.take("by").is_some() {
            monthly = self.take(MONTH).is_some();
            if !monthly {
                by = Some(self.plain_name()?);
                if self.take("and").is_some() {
                    self.expect(MONTH)?;
                    monthly = true;
                }
            }
        }
        self.end_of_line()?;
        let lines = self.lines_beneath(holder, &ITEM)?;
        Ok(Item { id, of, by, monthly, lines })
    }
}
