package dev.jacobi.notation;

/// One word or sign of a formula. A tokenizer makes these from its spelling ([TextTokens] from
/// plain text); the grammar sees nothing else, so that every spelling is read by the same rules.
///
/// `spaced` says that white space stands before it: `f (x)` is a product and `f(x)` a call, `A [1;
/// 2]` a product and `A[1,2]` an entry.
record Token(Kind kind, String text, Place place, boolean spaced) {

  /// The token table: a row a kind, with every plain-text spelling of it. A new sign is one row.
  enum Kind {
    NAME,
    NUMBER,
    /// A power written as superscripts: `²`, `⁻¹`; the text is the power in plain digits.
    SUPERSCRIPT,
    /// A quoted text; only keys have them.
    QUOTED,
    /// What the tokenizer could not read and has already reported.
    UNREADABLE,
    NEWLINE,
    END,
    /// LaTeX alone has these: a derivative by a fraction, with `(of, wrt)` after it; `∂/∂x` before
    /// what it differentiates, with `(wrt)` after it; a product that is a function, `⊗`.
    DERIVATIVE,
    DIFFERENTIATE,
    CALL,

    RANGE("..", "…"),
    HADAMARD(".*", "⊙", "∘"),
    ENTRY_QUOTIENT("./", "⊘"),
    ENTRY_POWER(".^"),
    EQUAL("==", "≡"),
    DIFFERENT("!=", "≠"),
    AT_MOST("<=", "≤", "⩽"),
    AT_LEAST(">=", "≥", "⩾"),
    LESS("<"),
    MORE(">"),
    EQUALS("="),
    DOUBLE_BAR("||", "‖", "∥"),
    BAR("|", "∣"),
    POSITIVE_PART("^+", "⁺"),
    POWER("^"),
    PLUS("+"),
    MINUS("-", "−", "–"),
    TIMES("*", "·", "⋅"),
    /// A product in formulas, and between extents what a comma is: `R^(a×n)`.
    CROSS("×"),
    QUOTIENT("/", "÷"),
    PRIME("'", "′", "’", "ᵀ", "⊤"),
    COMMA(","),
    SEMICOLON(";"),
    COLON(":"),
    UNDERSCORE("_"),
    ROOT("√"),
    PARTIAL("∂"),
    IN("∈"),
    IF,
    OPEN("("),
    CLOSE(")"),
    OPEN_SQUARE("["),
    CLOSE_SQUARE("]"),
    OPEN_CURLY("{"),
    CLOSE_CURLY("}");

    final String[] spellings;

    Kind(String... spellings) {
      this.spellings = spellings;
    }

    boolean opens() {
      return this == OPEN || this == OPEN_SQUARE || this == OPEN_CURLY;
    }

    boolean closes() {
      return this == CLOSE || this == CLOSE_SQUARE || this == CLOSE_CURLY;
    }

    boolean closes(Kind opener) {
      return switch (opener) {
        case OPEN -> this == CLOSE;
        case OPEN_SQUARE -> this == CLOSE_SQUARE;
        case OPEN_CURLY -> this == CLOSE_CURLY;
        default -> false;
      };
    }

    /// Stands between two operands and only there, so that a line that ends or begins with it goes
    /// on.
    boolean isInfix() {
      return switch (this) {
        case EQUALS, PLUS, MINUS, TIMES, CROSS, HADAMARD, QUOTIENT, ENTRY_QUOTIENT, POWER -> true;
        case ENTRY_POWER, EQUAL, DIFFERENT, AT_MOST, AT_LEAST, LESS, MORE, RANGE, IN, IF -> true;
        default -> false;
      };
    }
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /// How an error message calls it.
  String described() {
    return switch (kind) {
      case END, NEWLINE -> "the end of the statement";
      case QUOTED -> "the quoted text \"" + text + "\"";
      default -> "`" + text + "`";
    };
  }
}
