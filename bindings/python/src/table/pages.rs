//! Memory for a column of answers. The first touch of a fresh page costs more than the answers on it: so a long column has
//! a mapping of its own, on large pages where the system has them, and some mappings of columns that nobody holds any
//! more are kept for the next ones.

use arrow_buffer::Buffer;
use bytes::Bytes;
use memmap2::MmapMut;
use std::marker::PhantomData;
use std::sync::Mutex;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

/// From so many bytes on a column has a mapping of its own.
const LONG: usize = 128 << 10;
/// The bytes of a large page.
const LARGE: usize = 2 << 20;
/// The most bytes that are kept: five columns of amounts of a million rows.
const KEPT: usize = 96 << 20;
/// The most bytes that are kept where a frame had no use for them.
const BESIDE: usize = 16 << 20;

/// What a cell may be: a plain number.
pub trait Number: FromBytes + IntoBytes + Immutable + KnownLayout + Copy + Default {}

impl<T: FromBytes + IntoBytes + Immutable + KnownLayout + Copy + Default> Number for T {}

/// Cells of a column, which may hold anything until they are written.
pub enum Cells<T> {
    /// On the heap.
    Few(Vec<T>),
    /// In a mapping of their own.
    Many(Pages, PhantomData<T>),
}

/// A mapping, of which so many bytes are used.
pub struct Pages {
    mapping: Option<MmapMut>,
    used: usize,
}

/// What nobody holds any more, the oldest first.
static SPARE: Mutex<Vec<MmapMut>> = Mutex::new(Vec::new());

impl Pages {
    /// So many bytes: of a spare mapping that is not much longer, else fresh; `None` where the system has none.
    fn new(bytes: usize) -> Option<Self> {
        let fits = |mapping: &MmapMut| mapping.len() >= bytes && mapping.len() / 2 <= bytes;
        // Whoever finds them in use does without.
        let spare = SPARE.try_lock().ok().and_then(|mut spare| match spare.iter().rposition(fits) {
            Some(place) => Some(spare.remove(place)),
            None => {
                limit(&mut spare, BESIDE);
                None
            }
        });
        let fresh = || {
            let fresh = MmapMut::map_anon(bytes).ok()?;
            #[cfg(target_os = "linux")]
            if bytes >= LARGE {
                // Where the system has no large pages, small ones do.
                _ = fresh.advise(memmap2::Advice::HugePage);
            }
            Some(fresh)
        };
        Some(Self { mapping: Some(spare.or_else(fresh)?), used: bytes })
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        self.mapping.as_mut().and_then(|mapping| mapping.get_mut(..self.used)).unwrap_or_default()
    }
}

impl AsRef<[u8]> for Pages {
    fn as_ref(&self) -> &[u8] {
        self.mapping.as_ref().and_then(|mapping| mapping.get(..self.used)).unwrap_or_default()
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        let kept = self.mapping.take().filter(|mapping| mapping.len() <= KEPT);
        if let (Some(mapping), Ok(mut spare)) = (kept, SPARE.try_lock()) {
            spare.push(mapping);
            limit(&mut spare, KEPT);
        }
    }
}

/// Lets go of what a frame had no use for, once it is answered.
pub fn let_go() {
    if let Ok(mut spare) = SPARE.try_lock() {
        limit(&mut spare, BESIDE);
    }
}

fn limit(spare: &mut Vec<MmapMut>, most: usize) {
    while spare.iter().map(|mapping| mapping.len()).sum::<usize>() > most {
        spare.remove(0);
    }
}

impl<T: Number> Cells<T> {
    /// So many.
    pub fn new(rows: usize) -> Self {
        let bytes = rows.saturating_mul(size_of::<T>());
        match if bytes < LONG { None } else { Pages::new(bytes) } {
            Some(pages) => Self::Many(pages, PhantomData),
            None => Self::Few(vec![T::default(); rows]),
        }
    }

    /// The cells.
    pub fn cells(&self) -> &[T] {
        match self {
            Self::Few(cells) => cells,
            Self::Many(pages, _) => <[T]>::ref_from_bytes(pages.as_ref()).unwrap_or_default(),
        }
    }

    /// The cells, to be written.
    pub fn cells_mut(&mut self) -> &mut [T] {
        match self {
            Self::Few(cells) => cells,
            Self::Many(pages, _) => <[T]>::mut_from_bytes(pages.bytes_mut()).unwrap_or_default(),
        }
    }
}

impl<T: Number + arrow_buffer::ArrowNativeType> Cells<T> {
    /// The same memory for Arrow.
    pub fn into_buffer(self) -> Buffer {
        match self {
            Self::Few(cells) => Buffer::from_vec(cells),
            Self::Many(pages, _) => Buffer::from(Bytes::from_owner(pages)),
        }
    }
}
