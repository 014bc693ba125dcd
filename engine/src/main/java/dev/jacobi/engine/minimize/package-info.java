/// Minimizes a number of a model over some of its names, with the model's own exact derivatives.
///
/// [Objective] packs the names into one vector; [Lbfgs] and [Newton] go downhill from there, by
/// steps that [LineSearch] finds, and give a [Minimum].
package dev.jacobi.engine.minimize;
