package dev.jacobi.engine.plan;

import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Function;
import java.util.List;

/// One number of a loop's body: what is computed for each value of the loop's variables. Nodes are
/// made by [Scalars], which keeps equal ones once; so a body is a graph, and each node is computed
/// once.
public abstract sealed class Scalar {
  public final int id;

  /// The variables it depends on.
  public final List<Var> vars;

  /// Roughly how many additions it costs, shared parts counted each time.
  public final int cost;

  Scalar(int id, List<Var> vars, int cost) {
    this.id = id;
    this.vars = vars;
    this.cost = cost;
  }

  /// What it is computed from.
  public abstract List<Scalar> parts();

  /// A constant.
  public static final class Num extends Scalar {
    public final double value;

    Num(int id, double value) {
      super(id, List.of(), 0);
      this.value = value;
    }

    @Override
    public List<Scalar> parts() {
      return List.of();
    }
  }

  /// An entry of a buffer.
  public static final class Load extends Scalar {
    public final Buffer buffer;
    public final Affine address;

    Load(int id, Buffer buffer, Affine address) {
      super(id, address.vars(), 1);
      this.buffer = buffer;
      this.address = address;
    }

    @Override
    public List<Scalar> parts() {
      return List.of();
    }
  }

  /// The arithmetic of the machine.
  public enum Operator {
    ADD,
    SUB,
    MUL,
    DIV,
    NEG,
    SQRT,
    MAX,
    MIN,
    POW,
    /// The second, but 0 where the first is.
    GATE
  }

  /// An operation on one or two numbers.
  public static final class Op extends Scalar {
    public final Operator operator;
    private final List<Scalar> parts;

    Op(int id, Operator operator, List<Scalar> parts, List<Var> vars, int cost) {
      super(id, vars, cost);
      this.operator = operator;
      this.parts = parts;
    }

    @Override
    public List<Scalar> parts() {
      return parts;
    }
  }

  /// A row of the function table.
  public static final class Call extends Scalar {
    public final Function function;
    private final Scalar argument;

    Call(int id, Function function, Scalar argument, int cost) {
      super(id, argument.vars, cost);
      this.function = function;
      this.argument = argument;
    }

    public Scalar argument() {
      return argument;
    }

    @Override
    public List<Scalar> parts() {
      return List.of(argument);
    }
  }

  /// The value where all conditions hold, else 0; it is not computed where one fails.
  public static final class Choose extends Scalar {
    public final List<Condition> conditions;
    public final Scalar value;
    private final List<Scalar> parts;

    Choose(
        int id,
        List<Condition> conditions,
        Scalar value,
        List<Scalar> parts,
        List<Var> vars,
        int cost) {
      super(id, vars, cost);
      this.conditions = conditions;
      this.value = value;
      this.parts = parts;
    }

    @Override
    public List<Scalar> parts() {
      return parts;
    }
  }

  /// How a number compares with zero. What is no number passes the opposites, and only these.
  public enum Test {
    POSITIVE,
    NOT_NEGATIVE,
    ZERO,
    NOT_POSITIVE,
    NEGATIVE,
    NOT_ZERO;

    static Test of(Comparison c) {
      return switch (c) {
        case POSITIVE -> POSITIVE;
        case NOT_NEGATIVE -> NOT_NEGATIVE;
        case ZERO -> ZERO;
      };
    }

    public Test opposite() {
      return switch (this) {
        case POSITIVE -> NOT_POSITIVE;
        case NOT_NEGATIVE -> NEGATIVE;
        case ZERO -> NOT_ZERO;
        case NOT_POSITIVE -> POSITIVE;
        case NEGATIVE -> NOT_NEGATIVE;
        case NOT_ZERO -> ZERO;
      };
    }

    /// Whether it is what another one is not.
    public boolean isOpposite() {
      return ordinal() > ZERO.ordinal();
    }
  }

  /// What may hold or not.
  public sealed interface Condition {
    /// A relation between loop variables: `place = 0` or `place ≥ 0`.
    record Holds(Affine place, boolean equality) implements Condition {}

    /// A number compared with zero.
    record Compares(Scalar number, Test test) implements Condition {
      Compares(Scalar number, Comparison comparison) {
        this(number, Test.of(comparison));
      }

      Compares opposite() {
        return new Compares(number, test.opposite());
      }
    }
  }
}
