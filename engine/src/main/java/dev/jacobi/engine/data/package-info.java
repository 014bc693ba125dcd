/// Arrays in files: NumPy's `.npy`, one array, and `.npz`, several by name.
///
/// Whatever the type and order of the numbers in a file, what is read is a
/// [dev.jacobi.engine.Tensor] of floats or doubles, row-major.
///
/// Source: NumPy's "NEP 1, A simple file format for NumPy arrays", formats 1.0 to 3.0.
package dev.jacobi.engine.data;
