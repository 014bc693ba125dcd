package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Step.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A program as a person reads it: a line for each step, what it computes, how, how many operations
/// it takes and how many numbers it reads and writes.
final class ProgramText {
  private static final String LETTERS = "ijklmnpqrstuvwxyz";

  private final Program program;
  private final int bytes;
  private final Map<Var, String> letters = new HashMap<>();

  private ProgramText(Program program, int bytes) {
    this.program = program;
    this.bytes = bytes;
  }

  /// @param bytes of one number
  static String of(Program p, int bytes) {
    return new ProgramText(p, bytes).text();
  }

  private String text() {
    List<String[]> rows = new ArrayList<>();
    int q = 0;
    for (Step s : program.steps()) {
      letters.clear();
      rows.add(
          new String[] {
            Integer.toString(++q), what(s), how(s), number(s.operations()), number(bytes(s))
          });
    }
    rows.addFirst(new String[] {"", "computes", "by", "operations", "bytes"});
    double memory = 0;
    for (Buffer b : program.buffers()) memory += (double) b.size * bytes;
    return table(rows)
        + String.format(
            Locale.ROOT,
            "%d steps, %s operations, %s bytes of arrays%n",
            program.steps().size(),
            number(program.operations()),
            number(memory));
  }

  private double bytes(Step s) {
    double n = s.out().size;
    for (Buffer b : s.reads()) n += b.size;
    return n * bytes;
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, "%,.0f", x).replace(',', ' ');
  }

  private static String table(List<String[]> rows) {
    int[] widths = new int[5];
    for (String[] r : rows)
      for (int c = 0; c < 5; c++) widths[c] = Math.max(widths[c], Math.min(60, r[c].length()));
    var s = new StringBuilder();
    for (String[] r : rows)
      s.append(
              String.format(
                      Locale.ROOT,
                      "%" + widths[0] + "s  %-" + widths[1] + "s  %-" + widths[2] + "s  %"
                          + widths[3] + "s  %" + widths[4] + "s",
                      (Object[]) r)
                  .stripTrailing())
          .append('\n');
    return s.toString();
  }

  // ---- what a step computes

  private String what(Step s) {
    return switch (s) {
      case Step.Nest n -> {
        String left = entry(n.out(), n.address());
        String over = letters(n.inner());
        String sum = n.inner().isEmpty() ? "" : n.reduction().name().toLowerCase(Locale.ROOT);
        String right = (sum.isEmpty() ? "" : sum + "[" + over + "] ") + of(n.body(), 0);
        yield left + (n.accumulates() ? " += " : " = ") + right;
      }
      case Step.Gemm g ->
          g.c().buffer()
              + (g.beta() == 0 ? " = " : " += ")
              + factor(g.alpha())
              + matrix(g.a(), g.m(), g.k())
              + " "
              + matrix(g.b(), g.k(), g.n());
      case Step.Symmetric x ->
          x.out()
              + " = "
              + matrix(x.a().transposed(), x.m(), x.k())
              + x.weights().map(w -> " diag(" + w + ")").orElse("")
              + " "
              + matrix(x.a(), x.k(), x.m());
      case Step.Rows r -> r.out() + " = " + row(r.function()) + "(" + r.in() + ")";
      case Step.Square x -> x.out() + " = " + square(x.function()) + "(" + x.in() + ")";
      case Step.Solve x ->
          x.out()
              + " = solve("
              + x.factors()
              + (x.transposed() ? "', " : ", ")
              + matrix(x.b(), x.n(), x.columns())
              + ")";
    };
  }

  private static String row(Step.RowFunction f) {
    return switch (f) {
      case SOFTMAX -> "softmax";
      case LOG_SUM_EXP -> "logsumexp";
      case NORM -> "norm2";
    };
  }

  private static String square(Step.MatrixFunction f) {
    return switch (f) {
      case FACTOR -> "lu";
      case INVERSE -> "inv";
      case DETERMINANT -> "det";
      case LOG_DETERMINANT -> "logdet";
    };
  }

  private static String factor(Step.Factor f) {
    String number = f.number().map(b -> b + " ").orElse("");
    if (f.constant() == 1) return number;
    if (f.constant() == -1) return "-" + number;
    return constant(f.constant()) + " " + number;
  }

  private String matrix(Matrix m, int rows, int columns) {
    boolean turned = m.rows() == 1 && m.columns() >= rows && rows > 1 && columns > 1;
    String part = m.base().equals(Affine.ZERO) ? "" : "[" + affine(m.base()) + "]";
    return m.buffer() + part + (turned ? "'" : "");
  }

  // ---- how

  private String how(Step s) {
    return switch (s) {
      case Step.Nest n -> {
        String loop = "loop " + extents(n.outer());
        yield n.inner().isEmpty() ? loop : loop + " over " + extents(n.inner());
      }
      case Step.Gemm g -> {
        String size = g.m() + " x " + g.k() + " x " + g.n();
        String name = g.n() == 1 || g.m() == 1 ? "gemv " : g.k() == 1 ? "outer " : "gemm ";
        yield g.batch().isEmpty() ? name + size : extents(g.batch()) + " " + name + size;
      }
      case Step.Symmetric x -> "one triangle " + x.m() + " x " + x.k() + " x " + x.m();
      case Step.Rows r -> "rows " + r.rows() + " x " + r.length();
      case Step.Square x -> "square " + x.n();
      case Step.Solve x -> "triangles " + x.n() + ", " + x.columns() + " columns";
    };
  }

  private static String extents(List<Var> vars) {
    return vars.isEmpty()
        ? "1"
        : String.join(" x ", vars.stream().map(v -> Integer.toString(v.extent())).toList());
  }

  // ---- bodies

  private String letters(List<Var> vars) {
    return String.join(",", vars.stream().map(this::letter).toList());
  }

  private String letter(Var v) {
    return letters.computeIfAbsent(
        v,
        _ ->
            letters.size() < LETTERS.length()
                ? LETTERS.substring(letters.size(), letters.size() + 1)
                : "v" + v.id());
  }

  private String entry(Buffer b, Affine address) {
    if (b.size == 1) return b.name();
    if (b.shape.size() == 2) {
      int columns = b.shape.get(1);
      Affine row = Affine.of(address.offset() / columns);
      Affine column = Affine.of(address.offset() % columns);
      boolean splits = true;
      for (Var v : address.vars()) {
        int s = address.stride(v);
        splits &= v.extent() <= columns || s % columns == 0;
        if (s % columns == 0) row = row.plus(Affine.of(v, s / columns));
        else column = column.plus(Affine.of(v, s));
      }
      if (splits && column.greatest() < columns)
        return b + "[" + affine(row) + "," + affine(column) + "]";
    }
    return b + "[" + affine(address) + "]";
  }

  private String affine(Affine a) {
    var s = new StringBuilder();
    for (Var v : a.vars()) {
      int c = a.stride(v);
      s.append(s.isEmpty() ? (c < 0 ? "-" : "") : c < 0 ? " - " : " + ");
      s.append(Math.abs(c) == 1 ? "" : Math.abs(c) + " ").append(letter(v));
    }
    if (s.isEmpty()) return Integer.toString(a.offset());
    if (a.offset() != 0) s.append(a.offset() < 0 ? " - " : " + ").append(Math.abs(a.offset()));
    return s.toString();
  }

  private static String constant(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e9 ? Long.toString((long) x) : Double.toString(x);
  }

  /// In brackets where it binds less than what stands around it: 1 sums, 2 products, 3 powers.
  private String of(Scalar s, int around) {
    return switch (s) {
      case Scalar.Num n -> constant(n.value);
      case Scalar.Load l -> entry(l.buffer, l.address);
      case Scalar.Call c -> c.function.text + "(" + of(c.argument(), 0) + ")";
      case Scalar.Op o -> operation(o, around);
      case Scalar.Choose c -> {
        List<String> all = new ArrayList<>();
        for (Condition x : c.conditions) all.add(condition(x));
        String one = "1[" + String.join(" and ", all) + "]";
        yield c.value instanceof Scalar.Num n && n.value == 1
            ? one
            : bracketed(of(c.value, 2) + " " + one, around > 2);
      }
    };
  }

  private String condition(Condition x) {
    return switch (x) {
      case Condition.Holds h -> affine(h.place()) + (h.equality() ? " = 0" : " >= 0");
      case Condition.Compares p ->
          of(p.number(), 0)
              + switch (p.test()) {
                case POSITIVE -> " > 0";
                case NOT_NEGATIVE -> " >= 0";
                case ZERO -> " = 0";
                case NOT_POSITIVE -> " <= 0";
                case NEGATIVE -> " < 0";
                case NOT_ZERO -> " /= 0";
              };
    };
  }

  private String operation(Scalar.Op o, int around) {
    List<Scalar> p = o.parts();
    return switch (o.operator) {
      case ADD -> bracketed(of(p.get(0), 1) + " + " + of(p.get(1), 1), around > 1);
      case SUB -> bracketed(of(p.get(0), 1) + " - " + of(p.get(1), 2), around > 1);
      case MUL -> bracketed(of(p.get(0), 2) + " " + of(p.get(1), 2), around > 2);
      case DIV -> bracketed(of(p.get(0), 2) + " / " + of(p.get(1), 3), around > 2);
      case NEG -> bracketed("-" + of(p.get(0), 2), around > 1);
      case SQRT -> "sqrt(" + of(p.get(0), 0) + ")";
      case MAX -> "max(" + of(p.get(0), 0) + ", " + of(p.get(1), 0) + ")";
      case MIN -> "min(" + of(p.get(0), 0) + ", " + of(p.get(1), 0) + ")";
      case POW -> of(p.get(0), 3) + "^" + of(p.get(1), 3);
      case GATE -> of(p.get(1), around); // which begins with what must not be 0
    };
  }

  private static String bracketed(String s, boolean needed) {
    return needed ? "(" + s + ")" : s;
  }
}
