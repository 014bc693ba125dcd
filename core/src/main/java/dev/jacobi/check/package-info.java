/// Judges what somebody else derived: a verdict for each relation, and for a wrong one the mistake.
///
/// A document or a file of claims becomes [Checked]: one [Relation] for each `=` (`∈`, …) in it.
/// Formulas are read by `notation`, given meaning among the names of a key by `elaborate`, compared
/// by `simplify` and `eval` with what `calculus` derives.
///
/// To add a diagnosis: one class that tries an edit of what was written, and its sentence.
package dev.jacobi.check;
