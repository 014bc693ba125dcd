/// How long it takes to derive and to print, from text to text: [dev.jacobi.bench.DeriveBenchmark]
/// over the models of [dev.jacobi.bench.Networks]. What the engine compiles is timed in `work`,
/// against `floor` and the peers. `bench/run` runs all of them.
package dev.jacobi.bench;
