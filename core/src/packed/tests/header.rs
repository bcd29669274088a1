//! What stands before the rules.

use super::{bytes, read, told};
use crate::packed::HEADER_BYTES;
use sha2::{Digest, Sha256};

/// The published pack with some bytes of it replaced.
fn with(at: usize, new: &[u8]) -> Vec<u8> {
    let mut changed = bytes().to_vec();
    changed.splice(at..at + new.len(), new.iter().copied());
    changed
}

#[test]
fn the_header_is_the_one_that_is_promised() {
    assert_eq!(&bytes()[..8], b"TUOYU\r\n\x1a");
    assert_eq!(bytes()[8..12], [1, 0, 0, 0], "format 1, little-endian");
    assert_eq!(bytes()[12..16], [1, 0, 0, 0], "semantics 1");
    let body = &bytes()[56..];
    assert_eq!(bytes()[16..24], u64::try_from(body.len()).unwrap().to_le_bytes());
    let digest = Sha256::new_with_prefix(&bytes()[..24]).chain_update(body).finalize();
    assert_eq!(bytes()[24..56], digest[..]);
    assert_eq!(HEADER_BYTES, 56);
}

#[test]
fn other_bytes_are_no_pack() {
    let faults = read(b"{\"families\": []}").unwrap_err();
    assert_eq!(told(&faults), [("not-a-pack", "7b2266616d696c69", "54554f59550d0a1a")]);
    assert_eq!(told(&read(b"").unwrap_err()), [("not-a-pack", "", "54554f59550d0a1a")]);
    // A line end that a transfer as text has changed.
    let faults = read(&with(5, b"\n\n")).unwrap_err();
    assert_eq!(told(&faults), [("not-a-pack", "54554f59550a0a1a", "54554f59550d0a1a")]);
}

#[test]
fn another_version_is_named_with_the_one_that_is_read() {
    let faults = read(&with(8, &[7, 0, 0, 0])).unwrap_err();
    assert_eq!(told(&faults), [("pack-format", "7", "1")]);
    let faults = read(&with(12, &[2, 1, 0, 0])).unwrap_err();
    assert_eq!(told(&faults), [("pack-semantics", "258", "1")]);
}

#[test]
fn a_pack_that_lost_or_gained_bytes_is_damaged() {
    let length = bytes().len() - HEADER_BYTES;
    let stated = format!("{length} B");
    let shorter = read(&bytes()[..bytes().len() - 1]).unwrap_err();
    assert_eq!(told(&shorter), [("pack-damaged", format!("{} B", length - 1).as_str(), stated.as_str())]);
    let longer = [bytes(), b"\n"].concat();
    let longer = read(&longer).unwrap_err();
    assert_eq!(told(&longer), [("pack-damaged", format!("{} B", length + 1).as_str(), stated.as_str())]);
    for end in 0..HEADER_BYTES {
        assert_eq!(told(&read(&bytes()[..end]).unwrap_err())[0].0, "not-a-pack", "{end} bytes");
    }
}

#[test]
fn every_changed_byte_is_found() {
    // Every byte of the header, and bytes all over the body.
    for at in (0..HEADER_BYTES).chain((HEADER_BYTES..bytes().len()).step_by(997)) {
        let faults = read(&with(at, &[bytes()[at] ^ 0x10])).unwrap_err();
        let code = told(&faults)[0].0;
        let wanted = match at {
            0..8 => "not-a-pack",
            8..12 => "pack-format",
            12..16 => "pack-semantics",
            _ => "pack-damaged",
        };
        assert_eq!(code, wanted, "byte {at}");
    }
}
