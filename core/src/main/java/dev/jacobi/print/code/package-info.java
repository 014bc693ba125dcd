/// Derived results as programs: NumPy, PyTorch and Java source from index notation.
///
/// A [Plan] says what one program computes, line by line, and where the sizes of its axes are read
/// off; [Formulas] writes index notation as operations on whole arrays, in the words of an
/// [ArrayLanguage]. Arrays are in `ml` layout: the axes of what is differentiated, then those of
/// what by.
package dev.jacobi.print.code;
