/// From index notation to a program: loops, matrix products and buffers of known sizes.
///
/// `Planner` goes through a schedule line by line. `Lowering` turns a formula into the body of a
/// loop, a graph of `Scalar`s; a sum inside it goes to `Contraction`, which finds the cheapest
/// order of joining its parts (`Search`) and makes matrix products where it can. `Stable`
/// recognises what would overflow. `Workshop` keeps what was made, so that equal work is done once.
/// `Passes` shorten the finished `Program`.
package dev.jacobi.engine.plan;
