package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Program;
import dev.jacobi.engine.plan.Step;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// Makes a class of a program: a method for each step, and one that calls them in order.
public final class Emitter {
  private static final int FLAGS = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

  private final Program program;
  private final Types types;
  private final int lanes;
  private final List<Buffer> buffers;

  private Emitter(Program program, boolean isDouble, int lanes) {
    this.program = program;
    this.types = new Types(isDouble);
    this.lanes = lanes;
    this.buffers = program.buffers();
  }

  /// The bytes of a class of this name, which implements [FloatCode] or [DoubleCode].
  ///
  /// @param lanes how many numbers of the precision one vector holds; 0 for code without vectors
  public static byte[] emit(Program p, String name, boolean isDouble, int lanes) {
    return emit(p, name, isDouble, lanes, false);
  }

  /// The same, where every buffer may have to be written.
  ///
  /// @param keepsAll whether every buffer has to be written, also where its numbers could stay in
  ///   registers
  public static byte[] emit(Program p, String name, boolean isDouble, int lanes, boolean keepsAll) {
    var e = new Emitter(p, isDouble, lanes);
    return keepsAll ? e.stepByStep(ClassDesc.of(name)) : e.bytes(ClassDesc.of(name));
  }

  /// A method of more bytes than this is never compiled by the JVM.
  private static final int LARGEST = 8000;

  private byte[] bytes(ClassDesc self) {
    Optional<List<Unrolling.Store>> stores = Unrolling.of(program);
    if (stores.isPresent()) {
      byte[] one = unrolled(self, stores.get());
      if (isShort(one)) return one;
    }
    return stepByStep(self);
  }

  private static boolean isShort(byte[] bytes) {
    for (MethodModel m : ClassFile.of().parse(bytes).methods()) {
      var code = m.findAttribute(Attributes.code());
      if (code.isPresent() && code.get().codeLength() >= LARGEST) return false;
    }
    return true;
  }

  private byte[] unrolled(ClassDesc self, List<Unrolling.Store> stores) {
    return ClassFile.of()
        .build(
            self,
            c -> {
              open(c);
              c.withMethodBody(
                  "run",
                  types.step(),
                  ClassFile.ACC_PUBLIC,
                  code -> {
                    new UnrolledWriter(new Writer(code, types, buffers, 1)).write(stores);
                    code.return_();
                  });
            });
  }

  private void open(ClassBuilder c) {
    c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
    c.withInterfaceSymbols(types.code());
    constructor(c);
  }

  private byte[] stepByStep(ClassDesc self) {
    return ClassFile.of()
        .build(
            self,
            c -> {
              open(c);
              run(c, self);
              int q = 0;
              for (Step s : program.steps()) step(c, "s" + q++, s);
            });
  }

  private static void constructor(ClassBuilder c) {
    var type = MethodTypeDesc.of(ConstantDescs.CD_void);
    c.withMethodBody(
        ConstantDescs.INIT_NAME,
        type,
        ClassFile.ACC_PUBLIC,
        code ->
            code.aload(0)
                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, type)
                .return_());
  }

  /// As many steps as one method calls: it must not grow too long either.
  private static final int CALLS = 500;

  private void run(ClassBuilder c, ClassDesc self) {
    int n = program.steps().size();
    int parts = (n + CALLS - 1) / CALLS;
    for (int q = 0; q < parts; q++) {
      int from = q * CALLS;
      int to = Math.min(n, from + CALLS);
      c.withMethodBody(
          "r" + q,
          types.step(),
          FLAGS,
          code -> {
            for (int k = from; k < to; k++)
              code.aload(0).aload(1).invokestatic(self, "s" + k, types.step());
            code.return_();
          });
    }
    c.withMethodBody(
        "run",
        types.step(),
        ClassFile.ACC_PUBLIC,
        code -> {
          for (int q = 0; q < parts; q++)
            code.aload(1).aload(2).invokestatic(self, "r" + q, types.step());
          code.return_();
        });
  }

  /// A step is so much code, together with the kernels it calls, that the compiler must not put it
  /// into the method that calls the steps: there it would stop half way, and make objects of
  /// vectors.
  private void step(ClassBuilder c, String name, Step s) {
    c.withMethodBody(
        name,
        types.step(),
        FLAGS,
        code -> {
          var w = new Writer(code, types, buffers, 0);
          w.open(s.reads(), List.of());
          w.open(List.of(s.out()), List.of());
          w.alone();
          switch (s) {
            case Step.Nest n -> new NestWriter(w, n, lanes).write();
            case Step.Gemm g -> new KernelWriter(w).gemm(g);
            case Step.Symmetric x -> new KernelWriter(w).symmetric(x);
            case Step.Rows r -> new KernelWriter(w).rows(r);
            case Step.Square x -> new KernelWriter(w).square(x);
            case Step.Solve x -> new KernelWriter(w).solve(x);
          }
          code.return_();
        });
  }
}
