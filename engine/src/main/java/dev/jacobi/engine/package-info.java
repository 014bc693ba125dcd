/// Compiles what a model defines, and what is derived from it, to JVM code.
///
/// [Engine] takes a model, the [Outputs] wanted and the [Sizes] of its dimensions, and gives a
/// [Compiled] function from [Tensors] to [Tensors]. On the way the schedule of formulas becomes a
/// program of loops and matrix products (`plan`), the program a class (`emit`), which calls the
/// loops that are worth writing by hand (`kernel`).
package dev.jacobi.engine;
