/// How long it takes to derive and to print, from text to text: [dev.jacobi.bench.DeriveBenchmark] over
/// the models of [dev.jacobi.bench.Networks]. `bench/run` runs them beside their peer.
package dev.jacobi.bench;
