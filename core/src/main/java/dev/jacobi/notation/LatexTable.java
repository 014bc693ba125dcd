package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import java.util.HashMap;
import java.util.Map;

/// Every LaTeX command that is understood, a row each: what it does, how many arguments it takes,
/// and what it means in plain text.
final class LatexTable {
  /// What a command does.
  enum Does {
    /// Is one sign, of the role given.
    SIGN,
    /// Is gone, with its arguments.
    VANISH,
    /// Is blank.
    BLANK,
    /// Changes how its argument looks and no more.
    STYLE,
    /// Shows its last argument as one thing.
    SHOW,
    ACCENT,
    WORDS,
    FRACTION,
    ROOT,
    /// Is its second argument: `\overset{!}{=}`.
    OVER,
    /// Is its second argument, with the first below.
    UNDER,
    STACK,
    OPEN,
    CLOSE,
    BAR
  }

  record Row(Does does, int arguments, Role role, String text) {}

  private static final Map<String, Row> ROWS = new HashMap<>();

  static {
    signs(
        Role.SIGN,
        "cdot · times × ast * star * odot ⊙ circ ∘ bullet * * * otimes ⊗ div / oslash ./");
    signs(Role.SIGN, "bigodot ⊙ setminus \\ pm ± mp ∓ oplus ⊕ colon : neg ¬ lnot ¬ wedge ∧ land ∧");
    signs(Role.SIGN, "over over slash / vee ∨ lor ∨ cap ∩ cup ∪");
    signs(Role.RELATION, "in ∈ neq != ne != leq <= le <= leqslant <= geq >= ge >= geqslant >=");
    signs(
        Role.RELATION, "lt < gt > triangleq := coloneqq := coloneq := doteq := equiv := eqdef :=");
    signs(
        Role.RELATION, "approx ~ sim ~ simeq ~ cong ~ propto ~ to ~ rightarrow ~ longrightarrow ~");
    signs(Role.RELATION, "mapsto ~ leftarrow ~ gets ~ ll ~ gg ~ subset ~ subseteq ~ notin ~ ni ~");
    signs(Role.RELATION, "approxeq ~ asymp ~ gtrsim ~ lesssim ~ perp ~ succ ~ prec ~ succeq ~");
    signs(Role.RELATION, "preceq ~ longmapsto ~ eqqcolon ~ models ~ vdash ~ uparrow ~ downarrow ~");
    signs(Role.ARROW, "Rightarrow ⇒ implies ⇒ iff ⇒ Leftrightarrow ⇒ Longrightarrow ⇒ therefore ∴");
    signs(Role.ARROW, "Longleftrightarrow ⇒ because ∵ Leftarrow ⇒ impliedby ⇒ forall ∀");
    signs(Role.LARGE, "sum sum prod prod max max min min");
    signs(Role.FUNCTION, "log log ln log exp exp sin sin cos cos tan tan sinh sinh cosh cosh");
    signs(Role.FUNCTION, "tanh tanh arcsin asin arccos acos arctan atan det det tr tr Tr tr");
    signs(Role.FUNCTION, "trace tr diag diag lg log10 argmax argmax softmax softmax relu relu");
    signs(
        Role.FUNCTION,
        "ReLU relu sigmoid sigmoid vec vec erf erf sgn sign sign sign logdet logdet");
    signs(Role.PARTIAL, "partial ∂ part ∂");
    signs(Role.STOP, "& ,");
    signs(Role.NABLA, "nabla ∇ triangledown ∇ bigtriangledown ∇");
    signs(
        Role.DOTS,
        "dots … ldots … cdots … vdots … ddots … dotsc … dotsb … dotsm … hdots … iddots …");
    signs(Role.WIDE, "quad _ qquad _");
    signs(Role.SET, "R R Reals R reals R Re R N N Z Z");
    signs(Role.MARK, "top T intercal T transpose T prime ' dagger T transp T tran T");
    signs(Role.MARK, "square ∎ Box ∎ blacksquare ∎ qed ∎ QED ∎ qedsymbol ∎ qedhere ∎");
    signs(Role.LETTER, "infty inf imath i jmath j hbar h");
    signs(
        Role.LETTER,
        "Alpha Alpha Beta Beta Epsilon Epsilon Zeta Zeta Eta Eta Iota Iota Kappa Kappa");
    signs(Role.LETTER, "Mu Mu Nu Nu Omicron Omicron Rho Rho Tau Tau Chi Chi");
    for (String greek : greek().split(" ")) {
      ROWS.put(greek, new Row(Does.SIGN, 0, Role.LETTER, greek));
      ROWS.put("var" + greek, new Row(Does.SIGN, 0, Role.LETTER, greek));
    }
    signs(Role.LETTER, "varsigma varsigma"); // people tell it from σ: softmax beside a sigmoid
    all(Does.VANISH, 1, "label tag hspace vspace phantom hphantom vphantom color ref eqref cite");
    all(Does.VANISH, 1, "require footnote vskip hskip cline raisebox arraystretch kern mkern");
    all(Does.VANISH, 2, "setlength rule addtolength");
    all(Does.BLANK, 0, ", ; ! : > space thinspace medspace thickspace negthinspace enspace");
    all(Does.BLANK, 0, "limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle");
    all(
        Does.BLANK,
        0,
        "notag nonumber allowbreak nobreak noindent centering hfill hline bf rm it sf");
    all(Does.BLANK, 0, "tt cal boldmath mathstrut strut relax null smallskip medskip bigskip par");
    all(Does.BLANK, 0, "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm");
    all(Does.BLANK, 0, "middle biggm protect toprule");
    all(Does.BLANK, 0, "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge");
    ROWS.put(" ", new Row(Does.BLANK, 0, Role.WIDE, ""));
    all(Does.STYLE, 1, "mathbf boldsymbol bm pmb mathcal mathscr mathfrak vec underline mathbb");
    all(
        Does.STYLE,
        1,
        "mathds mathbbm ensuremath mathord mathbin mathrel mathopen mathclose uline");
    all(Does.STYLE, 1, "mathinner mathpunct mathclap mathllap mathrlap smash bold mathbfit");
    all(Does.STYLE, 1, "symbf symbb symcal overrightarrow overleftarrow vv");
    all(Does.SHOW, 1, "boxed fbox underbrace overbrace cancel bcancel xcancel framebox highlight");
    all(Does.SHOW, 1, "bbox");
    all(Does.SHOW, 2, "textcolor colorbox cancelto");
    all(Does.WORDS, 1, "text mbox hbox textrm textbf textit textsf texttt textnormal textsc emph");
    all(Does.WORDS, 1, "intertext shortintertext operatorname operatorname* mathrm mathit mathsf");
    all(Does.WORDS, 1, "mathtt mathop mathnormal symrm symit rmfamily textmd");
    accents("hat hat widehat hat tilde tilde widetilde tilde bar bar overline bar dot dot");
    accents("ddot ddot check check breve breve");
    all(Does.FRACTION, 2, "frac dfrac tfrac cfrac sfrac nicefrac");
    all(Does.ROOT, 1, "sqrt");
    all(Does.OVER, 2, "overset stackrel");
    all(Does.UNDER, 2, "underset");
    all(Does.STACK, 1, "substack");
    fences(Does.OPEN, "{ { lbrace { langle < lang < lbrack [ lfloor _ lparen ( lvert | lVert ||");
    fences(Does.CLOSE, "} { rbrace { rangle < rang < rbrack [ rfloor _ rparen ( rvert | rVert ||");
    fences(Does.BAR, "| || Vert || vert | mid |");
  }

  private LatexTable() {}

  private static String greek() {
    return "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        + "sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi "
        + "Psi Omega ell";
  }

  private static void signs(Role role, String pairs) {
    String[] words = pairs.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      ROWS.put(words[i], new Row(Does.SIGN, 0, role, words[i + 1]));
    }
  }

  private static void accents(String pairs) {
    String[] words = pairs.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      ROWS.put(words[i], new Row(Does.ACCENT, 1, Role.LETTER, words[i + 1]));
    }
  }

  private static void fences(Does does, String pairs) {
    String[] words = pairs.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      ROWS.put(words[i], new Row(does, 0, Role.SIGN, words[i + 1]));
    }
  }

  private static void all(Does does, int arguments, String words) {
    for (String word : words.split(" ")) {
      ROWS.put(word, new Row(does, arguments, Role.SIGN, ""));
    }
  }

  /// The row of a command, without its backslash; of [Role#BAD] when there is none.
  static Row row(String command) {
    Row row = ROWS.get(command);
    return row != null
        ? row
        : new Row(Does.SIGN, 0, Role.BAD, "the command `\\" + command + "` is not known");
  }

  /// The command that a character of Unicode stands for; empty when it is none.
  static String commandOf(int c) {
    return switch (c) {
      case '∂' -> "partial";
      case '∇' -> "nabla";
      case '∑' -> "sum";
      case '∏' -> "prod";
      case '·', '⋅', '∙' -> "cdot";
      case '×' -> "times";
      case '⊙', '◦' -> c == '⊙' ? "odot" : "circ";
      case '∘' -> "circ";
      case '⊗' -> "otimes";
      case '÷' -> "div";
      case '≠' -> "neq";
      case '≤', '⩽' -> "leq";
      case '≥', '⩾' -> "geq";
      case '≈' -> "approx";
      case '∼' -> "sim";
      case '∝' -> "propto";
      case '≡' -> "equiv";
      case '≜' -> "triangleq";
      case '→' -> "to";
      case '←' -> "gets";
      case '↦' -> "mapsto";
      case '⇒', '⟹' -> "Rightarrow";
      case '⇔', '⟺' -> "iff";
      case '∈' -> "in";
      case '∀' -> "forall";
      case '∵' -> "because";
      case '∴' -> "therefore";
      case '∞' -> "infty";
      case '‖', '∥' -> "Vert";
      case '∣' -> "mid";
      case 'ᵀ', '⊤' -> "top";
      case '…', '⋯', '⋮', '⋱' -> "dots";
      case 'ℝ' -> "R";
      case 'ℓ' -> "ell";
      case '∎', '■', '□' -> "qed";
      case '⟨' -> "langle";
      case '⟩' -> "rangle";
      case '√' -> "sqrt";
      default -> "";
    };
  }
}
