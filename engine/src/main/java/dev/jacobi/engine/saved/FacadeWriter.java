package dev.jacobi.engine.saved;

import dev.jacobi.engine.emit.VectorWidth;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the class that people call: a constructor, and `run` with an array for each name.
final class FacadeWriter {
  private static final int PIECE = 15_000; // letters of one constant, which has 65,535 bytes
  private static final int MOST = 254; // parameters of a method, beside `this`
  private static final ClassDesc WIDTH = desc(VectorWidth.class);

  private final SavedFunction f;
  private final ClassDesc self;
  private final Map<Integer, ClassDesc> codes; // by the width of vectors in floats; 0 for none
  private final ClassDesc numbers;
  private final ClassDesc frame;
  private final ClassDesc code;

  FacadeWriter(SavedFunction f, ClassDesc self, Map<Integer, ClassDesc> codes) {
    this.f = f;
    this.self = self;
    this.codes = codes;
    boolean d = f.isDouble();
    this.numbers = (d ? ConstantDescs.CD_double : ConstantDescs.CD_float).arrayType();
    this.frame = desc(d ? DoubleFrame.class : FloatFrame.class);
    this.code =
        desc(d ? dev.jacobi.engine.emit.DoubleCode.class : dev.jacobi.engine.emit.FloatCode.class);
  }

  static ClassDesc desc(Class<?> c) {
    return c.describeConstable().orElseThrow();
  }

  byte[] bytes() {
    return ClassFile.of()
        .build(
            self,
            c -> {
              c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
              c.withField("frame", frame, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
              constructor(c);
              c.withMethodBody(
                  "code",
                  MethodTypeDesc.of(code),
                  ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                  this::choose);
              if (f.arrays().size() <= MOST) byName(c);
              together(c);
            });
  }

  private void constructor(ClassBuilder c) {
    var none = MethodTypeDesc.of(ConstantDescs.CD_void);
    var type =
        MethodTypeDesc.of(
            ConstantDescs.CD_void, code, ConstantDescs.CD_int, ConstantDescs.CD_String);
    c.withMethodBody(
        ConstantDescs.INIT_NAME,
        none,
        ClassFile.ACC_PUBLIC,
        b -> {
          b.aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, none);
          b.aload(0).new_(frame).dup();
          b.invokestatic(self, "code", MethodTypeDesc.of(code)).loadConstant(f.threads());
          text(b);
          b.invokespecial(frame, ConstantDescs.INIT_NAME, type).putfield(self, "frame", frame);
          b.return_();
        });
  }

  /// Gives the code for the vectors of the machine it runs on.
  private void choose(CodeBuilder b) {
    Label otherwise = b.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int width : codes.keySet()) if (width != 0) cases.add(SwitchCase.of(width, b.newLabel()));
    b.invokestatic(WIDTH, "floats", MethodTypeDesc.of(ConstantDescs.CD_int));
    b.lookupswitch(otherwise, cases);
    for (SwitchCase x : cases) {
      b.labelBinding(x.target());
      make(b, codes.get(x.caseValue()));
    }
    b.labelBinding(otherwise);
    make(b, codes.get(0));
  }

  private static void make(CodeBuilder b, ClassDesc c) {
    var none = MethodTypeDesc.of(ConstantDescs.CD_void);
    b.new_(c).dup().invokespecial(c, ConstantDescs.INIT_NAME, none).areturn();
  }

  private void text(CodeBuilder b) {
    var join = MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String);
    String text = f.text();
    b.loadConstant(text.substring(0, Math.min(PIECE, text.length())));
    for (int q = PIECE; q < text.length(); q += PIECE) {
      b.loadConstant(text.substring(q, Math.min(q + PIECE, text.length())));
      b.invokevirtual(ConstantDescs.CD_String, "concat", join);
    }
  }

  // ---- run

  /// `run(float[] x, float[] W1, …, float[] C)`.
  private void byName(ClassBuilder c) {
    List<String> names = ParameterNames.of(f.arrays());
    var type = MethodTypeDesc.of(ConstantDescs.CD_void, Collections.nCopies(names.size(), numbers));
    method(
        c,
        type,
        names,
        b -> {
          var set = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, numbers);
          for (int q = 0; q < names.size(); q++) {
            frame(b);
            b.loadConstant(q).aload(q + 1).invokevirtual(frame, "set", set);
          }
        });
  }

  /// `run(float[][] inputs, float[][] results)`.
  private void together(ClassBuilder c) {
    ClassDesc many = numbers.arrayType();
    var type = MethodTypeDesc.of(ConstantDescs.CD_void, many, many);
    method(
        c,
        type,
        List.of("inputs", "results"),
        b -> {
          frame(b);
          b.aload(1).aload(2).invokevirtual(frame, "set", type);
        });
  }

  private void frame(CodeBuilder b) {
    b.aload(0).getfield(self, "frame", frame);
  }

  private void method(
      ClassBuilder c,
      MethodTypeDesc type,
      List<String> names,
      java.util.function.Consumer<CodeBuilder> arrays) {
    var parameters =
        MethodParametersAttribute.of(
            names.stream().map(n -> MethodParameterInfo.ofParameter(Optional.of(n), 0)).toList());
    c.withMethod(
        "run",
        type,
        ClassFile.ACC_PUBLIC,
        m -> {
          m.with(parameters);
          m.withCode(b -> {
            arrays.accept(b);
            frame(b);
            b.invokevirtual(frame, "run", MethodTypeDesc.of(ConstantDescs.CD_void)).return_();
          });
        });
  }
}
