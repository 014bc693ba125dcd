/// The work of the benchmarks by Jacobi: a model as a user writes it, compiled by
/// `dev.jacobi.engine`.
package dev.jacobi.bench.ours;
