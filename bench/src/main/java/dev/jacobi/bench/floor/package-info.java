/// The work of the benchmarks written by hand, for these sizes and this layout (arrays of floats,
/// row by row, without padding): what generated code is measured by.
package dev.jacobi.bench.floor;
