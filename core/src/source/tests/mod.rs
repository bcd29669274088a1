//! Tests of texts, words and citations, one file for each thought.

mod positions;
mod standings;
mod words;
