package dev.jacobi.engine.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// OpenBLAS, for whoever has it and asks for it: `-Djacobi.blas=/path/to/libopenblas.so.0`, with
/// `--enable-native-access`. Never needed. It runs on the thread that calls and reads the arrays
/// where they lie; large products are shared out as without it.
///
/// @param floats `cblas_sgemm`
/// @param doubles `cblas_dgemm`
record Blas(MethodHandle floats, MethodHandle doubles) {
  /// CBLAS's names of a layout by rows, and of an operand as it lies or transposed.
  static final int BY_ROWS = 101;

  static final int AS_IT_LIES = 111;
  static final int TRANSPOSED = 112;

  /// Multiply-adds below which our own loops were as fast; a call holds up garbage collection.
  static final long LARGE = 1L << 24;

  /// The library that the command line names, if it can be had; if not, that is said.
  static Optional<Blas> named() {
    String path = System.getProperty("jacobi.blas");
    return path == null ? Optional.empty() : load(Path.of(path));
  }

  @SuppressWarnings("restricted") // a library that the user named
  static Optional<Blas> load(Path path) {
    try {
      SymbolLookup library = SymbolLookup.libraryLookup(path, Arena.global());
      Linker linker = Linker.nativeLinker();
      var threads = library.findOrThrow("openblas_set_num_threads");
      linker.downcallHandle(threads, FunctionDescriptor.ofVoid(JAVA_INT)).invoke(1);
      var critical = Linker.Option.critical(true);
      return Optional.of(
          new Blas(
              linker.downcallHandle(library.findOrThrow("cblas_sgemm"), gemm(JAVA_FLOAT), critical),
              linker.downcallHandle(
                  library.findOrThrow("cblas_dgemm"), gemm(JAVA_DOUBLE), critical)));
    } catch (Throwable t) {
      System.getLogger("dev.jacobi.engine")
          .log(
              System.Logger.Level.WARNING, "no OpenBLAS from " + path + ", going on without: " + t);
      return Optional.empty();
    }
  }

  private static FunctionDescriptor gemm(MemoryLayout number) {
    return FunctionDescriptor.ofVoid(
        JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, number, ADDRESS, JAVA_INT,
        ADDRESS, JAVA_INT, number, ADDRESS, JAVA_INT);
  }
}
