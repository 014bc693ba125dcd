package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Affine;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Step;
import dev.jacobi.engine.plan.Var;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the steps that are calls of kernels.
final class KernelWriter {
  private static final ClassDesc INT = ConstantDescs.CD_int;

  private final Writer w;
  private final List<ClassDesc> types = new ArrayList<>();

  KernelWriter(Writer w) {
    this.w = w;
  }

  // ---- arguments, each pushed and its type noted

  private KernelWriter with(int x) {
    w.code.loadConstant(x);
    types.add(INT);
    return this;
  }

  private KernelWriter number(double x) {
    w.constant(x);
    types.add(w.types.number());
    return this;
  }

  private KernelWriter with(Step.Factor f) {
    w.constant(f.constant());
    f.number()
        .ifPresent(b -> {
          w.loadArray(b);
          w.code.iconst_0();
          w.arrayLoad();
          w.multiply();
        });
    types.add(w.types.number());
    return this;
  }

  private KernelWriter with(Buffer b, Affine address) {
    w.loadArray(b);
    types.add(w.types.array());
    w.address(address);
    types.add(INT);
    return this;
  }

  private KernelWriter with(Step.Matrix m) {
    return with(m.buffer(), m.base()).with(m.rows()).with(m.columns());
  }

  private KernelWriter workspace() {
    w.code.aload(1);
    types.add(Types.WORKSPACE);
    return this;
  }

  private void call(String kernel, String name) {
    var type = MethodTypeDesc.of(ConstantDescs.CD_void, types);
    w.code.invokestatic(w.types.kernel(kernel), name, type);
    types.clear();
  }

  // ---- steps

  void gemm(Step.Gemm g) {
    w.loops(
        g.batch(),
        () -> {
          if (g.n() == 1) gemv(g, g.m(), g.a(), g.b(), g.b().rows(), g.c().rows());
          else if (g.m() == 1)
            gemv(g, g.n(), g.b().transposed(), g.a(), g.a().columns(), g.c().columns());
          else if (g.k() == 1) outer(g);
          else
            with(g.m())
                .with(g.n())
                .with(g.k())
                .with(g.alpha())
                .with(g.a())
                .with(g.b())
                .number(g.beta())
                .with(g.c())
                .workspace()
                .call("Gemm", "gemm");
        });
  }

  private void gemv(Step.Gemm g, int m, Step.Matrix a, Step.Matrix x, int xs, int ys) {
    with(m)
        .with(g.k())
        .with(g.alpha())
        .with(a)
        .with(x.buffer(), x.base())
        .with(xs)
        .number(g.beta())
        .with(g.c().buffer(), g.c().base())
        .with(ys)
        .workspace()
        .call("Gemm", "gemv");
  }

  private void outer(Step.Gemm g) {
    with(g.m())
        .with(g.n())
        .with(g.alpha())
        .with(g.a().buffer(), g.a().base())
        .with(g.a().rows())
        .with(g.b().buffer(), g.b().base())
        .with(g.b().columns())
        .number(g.beta())
        .with(g.c())
        .call("Gemm", "outer");
  }

  void symmetric(Step.Symmetric s) {
    with(s.m()).with(s.k()).number(1).with(s.a());
    s.weights().ifPresent(b -> with(b, Affine.ZERO).with(1));
    number(0).with(s.c()).workspace();
    call("Gemm", s.weights().isPresent() ? "weightedGram" : "gram");
  }

  void rows(Step.Rows r) {
    if (r.function() == Step.RowFunction.NORM) {
      norms(r);
      return;
    }
    with(r.rows()).with(r.length()).with(r.in(), Affine.ZERO).with(r.length());
    with(r.out(), Affine.ZERO);
    switch (r.function()) {
      case SOFTMAX -> with(r.length()).workspace().call("Rows", "softmax");
      case LOG_SUM_EXP -> workspace().call("Rows", "logSumExp");
      case NORM -> throw new IllegalStateException(r.toString());
    }
  }

  private void norms(Step.Rows r) {
    Var row = new Var(-1, r.rows(), Optional.empty());
    w.loop(
        row,
        () -> {
          w.loadArray(r.out());
          w.address(Affine.of(row, 1));
          with(r.length()).with(r.in(), Affine.of(row, r.length()));
          var type = MethodTypeDesc.of(w.types.number(), types);
          w.code.invokestatic(w.types.kernel("Reduce"), "norm2", type);
          types.clear();
          w.arrayStore();
        });
  }

  void square(Step.Square s) {
    with(s.n()).with(s.in(), Affine.ZERO).with(s.out(), Affine.ZERO).workspace();
    call(
        "Square",
        switch (s.function()) {
          case FACTOR -> "factor";
          case INVERSE -> "inverse";
          case DETERMINANT -> "determinant";
          case LOG_DETERMINANT -> "logAbsDeterminant";
        });
  }

  void solve(Step.Solve s) {
    with(s.n()).with(s.columns()).with(s.factors(), Affine.ZERO).with(s.b());
    with(s.out(), Affine.ZERO).workspace();
    call("Square", s.transposed() ? "solveTransposed" : "solve");
  }
}
