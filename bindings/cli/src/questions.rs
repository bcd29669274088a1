//! `tuoyu questions CASE --rule ID`: the missing facts in order, with their questions.
