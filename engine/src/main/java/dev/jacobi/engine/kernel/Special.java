package dev.jacobi.engine.kernel;

/// Functions that the JDK lacks, near the last bit of a double.
@SuppressWarnings("FloatingPointLiteralPrecision") // written in full, rounded by javac
final class Special {
  private Special() {}

  static double asinh(double x) {
    double a = Math.abs(x);
    double y =
        a > 0x1p28 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
    return Math.copySign(y, x);
  }

  static double acosh(double x) {
    if (x > 0x1p28) return Math.log(x) + Math.log(2);
    double t = x - 1;
    return Math.log1p(t + Math.sqrt(t) * Math.sqrt(t + 2));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
  }

  static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /// Up to 1 an odd polynomial, else `1 − exp(−x²) g(x)`, as the lanes do.
  static double erf(double x) {
    double a = Math.abs(x);
    if (!(a > 1)) return x * small(x * x);
    if (a > 6) return Math.copySign(1, x);
    return Math.copySign(1 - Math.exp(-a * a) * tail((a - 2.5) / (a + 2.5)), x);
  }

  private static double small(double s) {
    double y = 5.9571761477489114e-11 * s + -1.13728488567916737e-9;
    y = y * s + 1.46597752740474358e-8;
    y = y * s + -1.6350312701054695e-7;
    y = y * s + 1.6461000484121368e-6;
    y = y * s + -1.49255952668311816e-5;
    y = y * s + 1.20553311116427109e-4;
    y = y * s + -8.54832698083378991e-4;
    y = y * s + 0.00522397762481801447;
    y = y * s + -0.0268661706450767932;
    y = y * s + 0.112837916709548787;
    y = y * s + -0.376126389031837481;
    y = y * s + 1.12837916709551257;
    return y;
  }

  private static double tail(double t) {
    double y = 3.36570067362371038e-7 * t + 1.29669268253894164e-7;
    y = y * t + -1.79706306540687008e-6;
    y = y * t + -2.31409311509421767e-6;
    y = y * t + 7.55130177994425342e-6;
    y = y * t + 1.86170720819105961e-5;
    y = y * t + -3.41820635498021673e-5;
    y = y * t + -1.28877415363697358e-4;
    y = y * t + 2.28380365981531818e-4;
    y = y * t + 8.75915463079450729e-4;
    y = y * t + -0.00264236596378445305;
    y = y * t + -0.00399370116622315946;
    y = y * t + 0.0399225390755749339;
    y = y * t + -0.125033052378824686;
    y = y * t + 0.251713193217449375;
    y = y * t + -0.371736733948973369;
    y = y * t + 0.210806364061143581;
    return y;
  }
}
