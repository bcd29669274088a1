//! Digests as people compare them.

/// Bytes as lower-case hexadecimal digits.
///
/// ```
/// assert_eq!(tuoyu::source::hexadecimal(&[0, 171]), "00ab");
/// ```
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
