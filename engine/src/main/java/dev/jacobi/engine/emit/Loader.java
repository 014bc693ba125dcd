package dev.jacobi.engine.emit;

import java.lang.invoke.MethodHandles;

/// Loads emitted classes as hidden ones, which go when nobody uses them any more.
public final class Loader {
  private static final String NAME = Loader.class.getPackageName() + ".Emitted";

  private Loader() {}

  /// The name that a class to be loaded here has.
  public static String name() {
    return NAME;
  }

  /// An instance of an emitted class: a [FloatCode] or [DoubleCode].
  public static Object load(byte[] bytes) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(bytes, true)
          .lookupClass()
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an emitted class does not load", e);
    }
  }
}
