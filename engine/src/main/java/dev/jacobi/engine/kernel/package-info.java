/// The loops that run: matrix products, functions over vectors, reductions, factorisations.
///
/// Everything works on heap arrays of `float` or `double` with an offset `o` (and strides where
/// they are named: `r` from row to row, `c` from column to column, `s` from entry to entry),
/// allocates nothing, and keeps no state but what the caller lends as [Workspace]. Each class
/// stands here with `Float` in its name and has a twin with `Double`, which differs in the type
/// alone; a test holds the two together, and rewrites the second from the first with
/// `-Djacobi.update`.
///
/// A public class chooses between a vector form (`VectorFloatGemm`) and a scalar one
/// (`ScalarFloatGemm`) of one signature: by [Machine#VECTOR], which is false where the JVM runs
/// without `--add-modules jdk.incubator.vector`. Nothing of that module is then loaded.
///
/// | class | methods |
/// | --- | --- |
/// | [Scalar] | one value, `double` or `float`: every row of [dev.jacobi.expr.Function] by its name in the language; `gate pow` |
/// | [FloatZip] | `f(n, x,xo, y,yo, z,zo)`: `add subtract multiply divide max min pow multiplyAdd tanhAdjoint sigmoidAdjoint reluAdjoint` |
/// | | `f(n, s, x,xo, y,yo)`: `addScalar scale subtractFrom divideInto maxScalar minScalar powScalar axpy` |
/// | | `fill(n, s, y,yo)`, `copy(n, x,xo, y,yo)` |
/// | [FloatReduce] | `f(n, x,xo)`: `sum max min maxAbs argmax argmin sumOfSquares norm2 logSumExp`; `dot(n, x,xo, y,yo)`, `sumExp(n, s, x,xo)` |
/// | [FloatRows] | `sumRows sumColumns(m, n, alpha, x,xo,xr, beta, y,yo)`, `maxRows maxColumns(m, n, x,xo,xr, y,yo)`, `logSumExp(m, n, x,xo,xr, y,yo, w)` |
/// | | `addRow addColumn scaleRows scaleColumns(m, n, x,xo,xr, v,vo, y,yo,yr)`, `softmax(m, n, x,xo,xr, y,yo,yr, w)`, `logSoftmax(m, n, x,xo,xr, y,yo,yr)`, `softmaxAdjoint(m, n, x,xo,xr, y,yo,yr, z,zo,zr)`, `copy(m, n, x,xo,xr,xc, y,yo,yr,yc)` |
/// | [FloatGemm] | `gemm(m, n, k, alpha, a,ao,ar,ac, b,bo,br,bc, beta, c,co,cr,cc, w)`: `C ← alpha A B + beta C` |
/// | | `batched(count, m, n, k, alpha, a,ao,as,ar,ac, b,bo,bs,br,bc, beta, c,co,cs,cr,cc, w)` |
/// | | `gemv(m, n, alpha, a,ao,ar,ac, x,xo,xs, beta, y,yo,ys, w)`, `outer(m, n, alpha, x,xo,xs, y,yo,ys, beta, a,ao,ar,ac)` |
/// | | `gram(n, k, alpha, a,ao,ar,ac, beta, c,co,cr,cc, w)`: A' A; `weightedGram(n, k, alpha, a,ao,ar,ac, d,do,ds, beta, c,co,cr,cc, w)`: A' diag(d) A |
/// | [FloatLu] | `factor(n, a,ao,ar, pivots,po, w)`: 0, or the singular column from 1; `solve solveTransposed(n, t, lu,ao,ar, pivots,po, b,bo,br)`, `inverse(n, lu,ao,ar, pivots,po, b,bo,br)`, `det signDet(n, lu,ao,ar, pivots,po)`, `logAbsDet(n, lu,ao,ar)` |
/// | [FloatCholesky] | `factor(n, a,ao,ar, w)`: 0, or the row from 1 that is not positive; `solve(n, t, l,ao,ar, b,bo,br)`, `inverse(n, l,ao,ar, b,bo,br)`, `logDet(n, l,ao,ar)` |
///
/// [FloatLanes] has the functions over the lanes of one vector, for generated vector loops.
///
/// Special values are those of [Scalar]: NaN goes through `max`, `min` and `relu`; `pow`, `log` and
/// their kin are `Math`'s.
package dev.jacobi.engine.kernel;
