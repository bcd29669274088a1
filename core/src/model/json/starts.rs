//! Where the values of a JSON text begin, by a look at each byte once.

use crate::limits::CASE_LEVELS;

/// The first byte of every value and of every member's name, in their order; or the bracket that nests too
/// deep, so that no reader has to recurse to find out. A text that is no JSON has some order too.
pub(super) fn of(json: &str) -> Result<Vec<u32>, usize> {
    let mut starts = Vec::new();
    let (mut depth, mut quoted, mut escaped, mut in_scalar) = (0_usize, false, false, false);
    for (at, byte) in json.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        let begins = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => false,
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                false
            }
            b'[' | b'{' => {
                depth += 1;
                true
            }
            b'"' => {
                quoted = true;
                true
            }
            _ => !in_scalar,
        };
        in_scalar = !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b'[' | b']' | b'{' | b'}' | b'"');
        if depth > CASE_LEVELS {
            return Err(at);
        }
        if begins {
            // No text is longer than the limit, which 32 bits hold.
            starts.extend(u32::try_from(at));
        }
    }
    Ok(starts)
}
