package dev.jacobi.engine.saved;

import dev.jacobi.engine.emit.Emitter;
import dev.jacobi.engine.emit.Loader;
import dev.jacobi.engine.emit.VectorWidth;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.lang.model.SourceVersion;

/// Writes a saved function as a jar: the same bytes each time.
public final class JarWriter {
  private static final String OURS = "dev/jacobi/";
  private static final List<Integer> WIDTHS = List.of(0, 4, 8, 16); // of vectors, in floats

  private final SavedFunction f;
  private final String className;
  private final Map<String, byte[]> classes = new TreeMap<>(); // by the names they have here
  private final Map<Integer, ClassDesc> codes = new TreeMap<>();

  private JarWriter(SavedFunction f, String className) {
    this.f = f;
    this.className = className;
  }

  /// Writes a jar with one class for people, of this name.
  ///
  /// @throws IllegalArgumentException when that is no name for a class
  public static void write(SavedFunction f, String className, Path jar) throws IOException {
    if (!SourceVersion.isName(className) || className.startsWith("dev.jacobi."))
      throw new IllegalArgumentException(
          className + " is no name for a class of yours: say org.example.Step");
    new JarWriter(f, className).write(jar);
  }

  private void write(Path jar) throws IOException {
    emit();
    collect();
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file)) {
      manifest(out);
      String readme = Readme.of(f, className, packageOf(parts()));
      entry(out, "README.md", readme.getBytes(StandardCharsets.UTF_8));
      var facade = new FacadeWriter(f, ClassDesc.of(className), codes);
      put(out, className.replace('.', '/'), facade.bytes());
      for (var c : classes.entrySet()) put(out, c.getKey(), c.getValue());
    }
  }

  // ---- what goes in

  /// The code for each width of vectors. Where two are the same, as in a program without loops,
  /// they are one class.
  private void emit() throws IOException {
    String emitted = Loader.name().replace('.', '/');
    for (int width : WIDTHS) {
      byte[] bytes =
          Emitter.emit(f.program(), Loader.name(), f.isDouble(), f.isDouble() ? width / 2 : width);
      String name = emitted + (width == 0 ? "" : width);
      if (width != 0 && Arrays.equals(bytes, classes.get(emitted))) name = emitted;
      String own = name;
      classes.put(name, Relocation.renamed(bytes, s -> s.equals(emitted) ? own : s));
      codes.put(width, ClassDesc.ofInternalName(name));
    }
  }

  /// Adds every class of ours that is spoken of.
  private void collect() throws IOException {
    Deque<String> open = new ArrayDeque<>(classes.keySet());
    open.add(FacadeWriter.desc(VectorWidth.class).descriptorString().replaceAll("^L|;$", ""));
    Class<?> frame = f.isDouble() ? DoubleFrame.class : FloatFrame.class;
    open.add(frame.getName().replace('.', '/'));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!classes.containsKey(name)) classes.put(name, own(name));
      for (PoolEntry e : ClassFile.of().parse(classes.get(name)).constantPool())
        if (e instanceof ClassEntry c) {
          String used = c.asInternalName();
          if (used.startsWith(OURS) && !classes.containsKey(used)) open.add(used);
        }
    }
  }

  private static byte[] own(String name) throws IOException {
    try (InputStream in = JarWriter.class.getResourceAsStream("/" + name + ".class")) {
      if (in == null) throw new IOException("the class " + name + " is missing");
      return in.readAllBytes();
    }
  }

  // ---- the file

  /// The package that everything but the class itself goes to: `org/example/step_parts/`.
  private String parts() {
    int dot = className.lastIndexOf('.') + 1;
    String simple = className.substring(dot).toLowerCase(Locale.ROOT);
    return (className.substring(0, dot) + simple + "_parts.").replace('.', '/');
  }

  private static String packageOf(String folder) {
    return folder.substring(0, folder.length() - 1).replace('/', '.');
  }

  private void manifest(JarOutputStream out) throws IOException {
    var m = new Manifest();
    Attributes all = m.getMainAttributes();
    all.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    all.putValue("Created-By", "Jacobi");
    all.putValue("Jacobi-Class", className);
    all.putValue("Build-Jdk-Spec", "25");
    out.putNextEntry(stamped("META-INF/MANIFEST.MF"));
    m.write(out);
    out.closeEntry();
  }

  private void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    String target = parts();
    entry(
        out,
        name.replace(OURS, target) + ".class",
        Relocation.renamed(bytes, s -> s.replace(OURS, target)));
  }

  private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(stamped(name));
    out.write(bytes);
    out.closeEntry();
  }

  private static ZipEntry stamped(String name) {
    var e = new ZipEntry(name);
    e.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    return e;
  }
}
