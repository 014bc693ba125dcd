import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes out what javac leaves to the first run: the choice among types in a `switch`, and a
/// record's `equals` and `hashCode`. Left so, each place makes a class of its own while the program
/// runs, which no start-up cache keeps.
///
/// The build runs it on the compiled classes, in place: `java WrittenOut.java target/classes`. What
/// has been written out already stays as it is.
final class WrittenOut {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc CHOICE = MethodTypeDesc.of(CD_int, CD_Object, CD_int);

  private final ClassFile format;

  private WrittenOut(ClassLoader hierarchy) {
    this.format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(hierarchy)));
  }

  public static void main(String[] folders) throws IOException {
    for (String name : folders) {
      Path folder = Path.of(name);
      if (!Files.isDirectory(folder)) continue;
      URL[] path = {URI.create(folder.toUri() + "/").toURL()};
      try (var loader = new URLClassLoader(path);
          Stream<Path> files = Files.walk(folder)) {
        var work = new WrittenOut(loader);
        for (Path p : files.filter(f -> f.toString().endsWith(".class")).toList()) work.on(p);
      }
    }
  }

  private void on(Path file) throws IOException {
    ClassModel model = format.parse(file);
    if (model.methods().stream().noneMatch(WrittenOut::concerns)) return;
    List<List<ConstantDesc>> choices = new ArrayList<>();
    ClassTransform each = (to, e) -> element(model, to, e, choices);
    ClassTransform last = ClassTransform.endHandler(to -> addChoices(to, choices));
    Files.write(file, format.transformClass(model, each.andThen(last)));
  }

  private static boolean concerns(MethodModel m) {
    return m.code().stream()
        .flatMap(CodeModel::elementStream)
        .anyMatch(e -> e instanceof InvokeDynamicInstruction i && (isChoice(i) || isRecords(i)));
  }

  private static void element(
      ClassModel model, ClassBuilder to, ClassElement e, List<List<ConstantDesc>> choices) {
    if (!(e instanceof MethodModel m) || !concerns(m)) {
      to.with(e);
      return;
    }
    to.transformMethod(
        m,
        (method, part) -> {
          if (part instanceof CodeModel code)
            method.withCode(b -> code.forEach(i -> instruction(model, b, i, choices)));
          else method.with(part);
        });
  }

  private static void instruction(
      ClassModel model,
      CodeBuilder b,
      java.lang.classfile.CodeElement e,
      List<List<ConstantDesc>> choices) {
    ClassDesc me = model.thisClass().asSymbol();
    if (!(e instanceof InvokeDynamicInstruction i)) {
      b.with(e);
    } else if (isChoice(i)) {
      b.invokestatic(me, name(choices.size()), CHOICE, isInterface(model));
      choices.add(i.bootstrapArgs());
    } else if (isRecords(i)) {
      List<DirectMethodHandleDesc> parts = new ArrayList<>();
      for (ConstantDesc d : i.bootstrapArgs())
        if (d instanceof DirectMethodHandleDesc h) parts.add(h);
      if (i.name().equalsString("equals")) equal(b, me, parts);
      else hash(b, me, parts);
    } else {
      b.with(e);
    }
  }

  // ---- a choice among types

  /// Where all labels are types: those with constants are rare, and stay.
  private static boolean isChoice(InvokeDynamicInstruction i) {
    return i.bootstrapMethod().owner().equals(SWITCHES)
        && i.bootstrapMethod().methodName().equals("typeSwitch")
        && i.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
  }

  private static boolean isInterface(ClassModel model) {
    return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
  }

  private static String name(int choice) {
    return "$choice$" + choice;
  }

  private static void addChoices(ClassBuilder to, List<List<ConstantDesc>> choices) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    for (int q = 0; q < choices.size(); q++) {
      List<ConstantDesc> labels = choices.get(q);
      to.withMethodBody(name(q), CHOICE, flags, b -> choose(b, labels));
    }
  }

  /// The place of the first type, from a given place on, that the object has; −1 for null, and the
  /// number of types for none.
  private static void choose(CodeBuilder b, List<ConstantDesc> labels) {
    var notNull = b.newLabel();
    b.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int q = 0; q < labels.size(); q++) {
      var next = b.newLabel();
      b.iload(1).loadConstant(q).if_icmpgt(next);
      b.aload(0).instanceOf((ClassDesc) labels.get(q)).ifeq(next);
      b.loadConstant(q).ireturn().labelBinding(next);
    }
    b.loadConstant(labels.size()).ireturn();
  }

  // ---- records

  private static boolean isRecords(InvokeDynamicInstruction i) {
    return i.bootstrapMethod().owner().equals(RECORDS)
        && (i.name().equalsString("equals") || i.name().equalsString("hashCode"));
  }

  /// On the stack: this record and the other object.
  private static void equal(CodeBuilder b, ClassDesc me, List<DirectMethodHandleDesc> parts) {
    int other = b.allocateLocal(TypeKind.REFERENCE);
    int self = b.allocateLocal(TypeKind.REFERENCE);
    var no = b.newLabel();
    var end = b.newLabel();
    b.astore(other).astore(self);
    b.aload(other).instanceOf(me).ifeq(no);
    b.aload(other).checkcast(me).astore(other);
    for (DirectMethodHandleDesc p : parts) {
      ClassDesc type = type(p);
      b.aload(self).getfield(me, p.methodName(), type);
      b.aload(other).getfield(me, p.methodName(), type);
      if (!type.isPrimitive()) {
        b.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
        b.ifeq(no);
      } else {
        b.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(CD_int, type, type));
        b.ifne(no);
      }
    }
    b.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
  }

  /// On the stack: this record.
  private static void hash(CodeBuilder b, ClassDesc me, List<DirectMethodHandleDesc> parts) {
    int self = b.allocateLocal(TypeKind.REFERENCE);
    b.astore(self).iconst_0();
    for (DirectMethodHandleDesc p : parts) {
      ClassDesc type = type(p);
      b.loadConstant(31).imul().aload(self).getfield(me, p.methodName(), type);
      ClassDesc by = type.isPrimitive() ? wrapper(type) : OBJECTS;
      ClassDesc of = type.isPrimitive() ? type : CD_Object;
      b.invokestatic(by, "hashCode", MethodTypeDesc.of(CD_int, of)).iadd();
    }
  }

  private static ClassDesc type(DirectMethodHandleDesc field) {
    return field.invocationType().returnType();
  }

  private static ClassDesc wrapper(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
      case BYTE -> ClassDesc.of("java.lang.Byte");
      case CHAR -> ClassDesc.of("java.lang.Character");
      case SHORT -> ClassDesc.of("java.lang.Short");
      case INT -> ClassDesc.of("java.lang.Integer");
      case LONG -> ClassDesc.of("java.lang.Long");
      case FLOAT -> ClassDesc.of("java.lang.Float");
      case DOUBLE -> ClassDesc.of("java.lang.Double");
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
