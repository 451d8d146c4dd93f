//! Files that are part of the program, read from the front: little-endian numbers, and rows of bytes.

/// What has not been read yet.
pub(super) struct Bytes(&'static [u8]);

impl Bytes {
    /// A file that begins with sixteen bytes which name its format.
    ///
    /// # Panics
    ///
    /// If it begins otherwise. So do all other reads if the file is too short: the program is built with files
    /// that were written for it.
    pub(super) fn of(file: &'static [u8], begins: &[u8; 16]) -> Self {
        let (named, rest) = file.split_at(begins.len());
        assert_eq!(named, begins, "a file of another format");
        Self(rest)
    }

    pub(super) fn take(&mut self, bytes: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at(bytes);
        self.0 = rest;
        taken
    }

    /// A number of four bytes.
    pub(super) fn number(&mut self) -> usize {
        let [bytes] = self.rows::<4>(1) else { return 0 };
        u32::from_le_bytes(*bytes) as usize
    }

    pub(super) fn floats(&mut self, count: usize) -> Vec<f32> {
        self.rows(count).iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
    }

    /// Rows of `N` bytes, to be looked at where they are.
    pub(super) fn rows<const N: usize>(&mut self, count: usize) -> &'static [[u8; N]] {
        self.take(N * count).as_chunks().0
    }
}

/// Where a key stands among keys that are sorted.
pub(super) fn find(sorted: &[[u8; 8]], key: u64) -> Option<usize> {
    sorted.binary_search_by_key(&key, |bytes| u64::from_le_bytes(*bytes)).ok()
}
