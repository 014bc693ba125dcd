package dev.jacobi.engine.kernel;

/// One product `C ← alpha A diag(d) B + beta C`, as the loops pass it on: the arguments of
/// [FloatGemm#gemm], once. A workspace keeps one for each thread, so that nothing is allocated.
final class FloatProduct {
  private static final float[] NONE = {};

  int m;
  int n;
  int k;
  float alpha;
  float[] a = NONE;
  int ao;
  int ar;
  int ac;
  float[] b = NONE;
  int bo;
  int br;
  int bc;
  float beta;
  float[] c = NONE;
  int co;
  int cr;
  int cc;

  /// Whether there is a d, and whether only the lower triangle of C is wanted.
  boolean weighted;

  boolean triangle;

  /// The number of the first row, in a part of a product.
  int first;

  float[] d = NONE;
  int dof;
  int ds;

  FloatProduct sizes(int m, int n, int k, float alpha, float beta) {
    this.m = m;
    this.n = n;
    this.k = k;
    this.alpha = alpha;
    this.beta = beta;
    weighted = false;
    triangle = false;
    first = 0;
    return this;
  }

  FloatProduct a(float[] a, int ao, int ar, int ac) {
    this.a = a;
    this.ao = ao;
    this.ar = ar;
    this.ac = ac;
    return this;
  }

  FloatProduct b(float[] b, int bo, int br, int bc) {
    this.b = b;
    this.bo = bo;
    this.br = br;
    this.bc = bc;
    return this;
  }

  FloatProduct c(float[] c, int co, int cr, int cc) {
    this.c = c;
    this.co = co;
    this.cr = cr;
    this.cc = cc;
    return this;
  }

  FloatProduct weights(float[] d, int dof, int ds) {
    weighted = true;
    this.d = d;
    this.dof = dof;
    this.ds = ds;
    return this;
  }

  /// The same product read as `C' = B' A'`. A triangle stays: it is C's lower one.
  FloatProduct transpose(FloatProduct p) {
    sizes(p.n, p.m, p.k, p.alpha, p.beta);
    float[] left = p.b;
    int lo = p.bo;
    int lr = p.bc;
    int lc = p.br;
    b(p.a, p.ao, p.ac, p.ar).a(left, lo, lr, lc).c(p.c, p.co, p.cc, p.cr);
    return this;
  }

  /// The rows of C from `from` to before `to`.
  FloatProduct rows(FloatProduct p, int from, int to) {
    copy(p);
    m = to - from;
    first += from;
    ao += from * ar;
    co += from * cr;
    return this;
  }

  /// The columns of C from `from` to before `to`.
  FloatProduct columns(FloatProduct p, int from, int to) {
    copy(p);
    n = to - from;
    bo += from * bc;
    co += from * cc;
    return this;
  }

  private void copy(FloatProduct p) {
    sizes(p.m, p.n, p.k, p.alpha, p.beta);
    a(p.a, p.ao, p.ar, p.ac).b(p.b, p.bo, p.br, p.bc).c(p.c, p.co, p.cr, p.cc);
    weighted = p.weighted;
    triangle = p.triangle;
    first = p.first;
    d = p.d;
    dof = p.dof;
    ds = p.ds;
  }
}
