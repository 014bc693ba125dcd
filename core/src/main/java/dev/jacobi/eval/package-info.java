/// Index notation in numbers, slowly: the oracle that results are held against.
///
/// [Evaluator] follows the meaning of each node, in doubles, without a rule of its own: a sum is a
/// loop, a definition is its body. What it knows of a function is the value in its row of the
/// table. It shares nothing with calculus or simplification, so that a fault there cannot hide
/// here.
///
/// [Sampler] draws points: a size for each dimension, different ones as far as five go, and values
/// from the declared sets (rows of a simplex, symmetric and positive definite matrices, …), made to
/// hold the facts. A [Point] keeps them. An unknown function is given numbers by a few random
/// waves, with their exact derivatives (`UnknownFunction`).
///
/// Everything is drawn from a seed; the same seed gives the same point.
///
/// Sees `expr` alone.
package dev.jacobi.eval;
