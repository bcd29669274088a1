//! Columns of other types as texts, which the core reads cell by cell.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int64Type};
use arrow_array::{Array, ArrayRef, PrimitiveArray, StringArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType};
use tuoyu::value::{Date, Decimal};

/// What stands between the texts of a list.
const BETWEEN: &str = ";";

/// Every cell as text.
pub fn as_text(array: &ArrayRef) -> Result<StringArray, ArrowError> {
    Ok(cast(array, &DataType::Utf8)?.as_string::<i32>().clone())
}

/// Lists of texts as texts; `None` for other types.
pub fn from_list(array: &ArrayRef) -> Result<Option<StringArray>, ArrowError> {
    let is_list = matches!(
        array.data_type(),
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(_, _) | DataType::ListView(_)
    );
    if !is_list {
        return Ok(None);
    }
    let texts = DataType::new_list(DataType::Utf8, true);
    let lists = cast(array, &texts)?;
    let lists = lists.as_list::<i32>();
    let joined = lists
        .iter()
        .map(|list| list.map(|list| list.as_string::<i32>().iter().flatten().collect::<Vec<_>>().join(BETWEEN)));
    Ok(Some(joined.collect()))
}

/// Decimals as plain text.
pub fn decimals(units: &PrimitiveArray<Decimal128Type>) -> StringArray {
    let scale = u8::try_from(units.scale()).unwrap_or_default();
    units.iter().map(|value| value.map(|value| Decimal::new(value, scale).plain())).collect()
}

/// Points in time as days, and as days with a time of day where they have one.
pub fn times(points: &PrimitiveArray<Int64Type>, each: i64) -> StringArray {
    let told = |point: i64| {
        let day = Date::from_number(i32::try_from(point.div_euclid(each)).unwrap_or(i32::MIN));
        let minutes = point.rem_euclid(each) / (each / 1440);
        match point.rem_euclid(each) {
            0 => day.to_string(),
            _ => format!("{day} {:02}:{:02}", minutes / 60, minutes % 60),
        }
    };
    points.iter().map(|point| point.map(told)).collect()
}
