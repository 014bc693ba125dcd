/// The loops that run: matrix products, functions over vectors, reductions, factorisations.
///
/// Everything works on heap arrays of `float` or `double` with an offset (and strides where they are
/// named), allocates nothing, and has a scalar twin beside its vector form.
package dev.jacobi.engine.kernel;
