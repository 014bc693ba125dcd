package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Affine;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Step.Reduction;
import dev.jacobi.engine.plan.Var;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes one method: arrays and variables in locals, addresses, loops, arithmetic of the precision
/// at hand.
final class Writer {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  final CodeBuilder code;
  final Types types;
  private final List<Buffer> buffers;
  private final int parameter;
  private final Map<Buffer, Integer> arrays = new HashMap<>();
  private final Map<Var, Integer> variables = new HashMap<>();
  private final Map<Var, Integer> fixed = new HashMap<>();

  /// @param parameter the local that holds the arrays of all buffers
  Writer(CodeBuilder code, Types types, List<Buffer> buffers, int parameter) {
    this.parameter = parameter;
    this.code = code;
    this.types = types;
    this.buffers = buffers;
  }

  /// Makes the method too large to be inlined into what calls it: the limit of HotSpot's compiler
  /// is 325 bytes.
  void alone() {
    for (int q = 0; q < 330; q++) code.nop();
  }

  // ---- locals

  /// Loads arrays, and declared integers, into locals once.
  void open(List<Buffer> used, List<Var> vars) {
    for (Buffer b : used) array(b);
    for (Var v : vars) if (!v.isLoop()) readInteger(v);
  }

  private int array(Buffer b) {
    return arrays.computeIfAbsent(
        b,
        _ -> {
          int slot = code.allocateLocal(TypeKind.REFERENCE);
          code.aload(parameter).loadConstant(buffers.indexOf(b)).aaload().astore(slot);
          return slot;
        });
  }

  private void readInteger(Var v) {
    if (variables.containsKey(v)) return;
    Buffer source = v.source().orElseThrow();
    loadArray(source);
    code.iconst_0().arrayLoad(types.kind());
    if (types.isDouble()) code.d2i();
    else code.f2i();
    code.iconst_1().isub();
    int slot = code.allocateLocal(TypeKind.INT);
    code.istore(slot);
    variables.put(v, slot);
  }

  void loadArray(Buffer b) {
    code.aload(array(b));
  }

  int variable(Var v) {
    return variables.computeIfAbsent(v, _ -> code.allocateLocal(TypeKind.INT));
  }

  int number() {
    return code.allocateLocal(types.kind());
  }

  void store(int slot) {
    code.storeLocal(types.kind(), slot);
  }

  void load(int slot) {
    code.loadLocal(types.kind(), slot);
  }

  // ---- addresses and loops

  /// Lets a variable stand for a number from here on.
  void fix(Var v, int value) {
    fixed.put(v, value);
  }

  /// Pushes `offset + Σ stride · variable`.
  void address(Affine a) {
    boolean any = false;
    int offset = a.offset();
    for (Var v : a.vars()) {
      Integer value = fixed.get(v);
      if (value != null) {
        offset += a.stride(v) * value;
        continue;
      }
      code.iload(variable(v));
      int s = a.stride(v);
      if (s != 1) code.loadConstant(s).imul();
      if (any) code.iadd();
      any = true;
    }
    if (!any) code.loadConstant(offset);
    else if (offset != 0) code.loadConstant(offset).iadd();
  }

  /// `for (v = from; v <= last; v += step) body`, where the variable's local holds its start.
  void loop(Var v, int last, int step, Runnable body) {
    int slot = variable(v);
    Label top = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(top);
    code.iload(slot).loadConstant(last).if_icmpgt(end);
    body.run();
    code.iinc(slot, step).goto_(top);
    code.labelBinding(end);
  }

  /// A loop over all of a variable.
  void loop(Var v, Runnable body) {
    code.iconst_0().istore(variable(v));
    if (v.extent() == 1) body.run();
    else loop(v, v.extent() - 1, 1, body);
  }

  void loops(List<Var> vars, Runnable body) {
    if (vars.isEmpty()) body.run();
    else loop(vars.getFirst(), () -> loops(vars.subList(1, vars.size()), body));
  }

  /// The lesser of two whole numbers.
  void least() {
    ClassDesc i = ConstantDescs.CD_int;
    code.invokestatic(MATH, "min", Types.method(i, i, i));
  }

  // ---- arithmetic

  void constant(double x) {
    if (types.isDouble()) code.loadConstant(x);
    else code.loadConstant((float) x);
  }

  void arrayLoad() {
    code.arrayLoad(types.kind());
  }

  void arrayStore() {
    code.arrayStore(types.kind());
  }

  void add() {
    if (types.isDouble()) code.dadd();
    else code.fadd();
  }

  void subtract() {
    if (types.isDouble()) code.dsub();
    else code.fsub();
  }

  void multiply() {
    if (types.isDouble()) code.dmul();
    else code.fmul();
  }

  void divide() {
    if (types.isDouble()) code.ddiv();
    else code.fdiv();
  }

  void negate() {
    if (types.isDouble()) code.dneg();
    else code.fneg();
  }

  void squareRoot() {
    ClassDesc d = ConstantDescs.CD_double;
    if (!types.isDouble()) code.f2d();
    code.invokestatic(MATH, "sqrt", Types.method(d, d));
    if (!types.isDouble()) code.d2f();
  }

  void combine(Reduction r) {
    switch (r) {
      case SUM -> add();
      case PRODUCT -> multiply();
      case MAX -> math("max");
      case MIN -> math("min");
    }
  }

  /// `a b + c` in one.
  void fma() {
    ClassDesc n = types.number();
    code.invokestatic(MATH, "fma", Types.method(n, n, n, n));
  }

  void math(String name) {
    ClassDesc n = types.number();
    code.invokestatic(MATH, name, Types.method(n, n, n));
  }

  /// A function of one number, by its name in the kernels.
  void scalar(String name) {
    ClassDesc n = types.number();
    code.invokestatic(Types.SCALAR, name, Types.method(n, n));
  }

  void scalar2(String name) {
    ClassDesc n = types.number();
    code.invokestatic(Types.SCALAR, name, Types.method(n, n, n));
  }

  /// Compares with zero: what is not a number fails every comparison.
  void compareWithZero(boolean greater) {
    if (types.isDouble()) {
      code.dconst_0();
      if (greater) code.dcmpl();
      else code.dcmpg();
    } else {
      code.fconst_0();
      if (greater) code.fcmpl();
      else code.fcmpg();
    }
  }
}
