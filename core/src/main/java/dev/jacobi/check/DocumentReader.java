package dev.jacobi.check;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import dev.jacobi.notation.CaseWords;
import dev.jacobi.notation.LatexMacro;
import dev.jacobi.notation.LatexReader;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goes through a document and collects its chains: which section each stands in, what the words
/// around it say, and where one goes on in the next display.
final class DocumentReader {
  private static final int MOST_BESIDE = 12; // a number, brackets and signs

  private static final Set<String> SUPPOSING =
      Set.of("if", "when", "whenever", "unless", "suppose", "assume", "assuming", "provided");

  private static final Set<String> LETTING =
      Set.of("let", "take", "choose", "suppose", "assume", "consider", "given", "example", "say");

  private static final Set<String> REASONS =
      Set.of(
          "since", "because", "as", "using", "where", "with", "note", "porque", "pues", "ya", "da",
          "weil", "car", "puisque", "pois", "poiché", "因为", "由于");

  private final Document document;
  private final Key key;
  private final Sections sections;
  private final Lines lines;
  private final Optional<OwnNames> own;
  private final CodeClaims code;
  private final Map<String, LatexMacro> macros = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<Judge> judges = new ArrayList<>();

  private final Set<String> vocabulary = new HashSet<>();
  private final Set<String> hot;
  private final boolean timeless;
  private String heading = "";
  private final StatedCases stated = new StatedCases();
  private int lastMath = -1; // where the mathematics before began
  private String before = ""; // the words since the last mathematics
  private String lead = ""; // the words of their line, beside the mathematics in it
  private boolean symmetric; // that line has said so of a matrix, by a formula
  private Optional<Run> shown = Optional.empty(); // in the last display
  private Optional<Run> aside = Optional.empty(); // the last reason given in the text
  private Optional<Run> open = Optional.empty(); // what a display that begins with `=` goes on from

  /// With a key; or without, by the document's own names.
  DocumentReader(Document document, Optional<Key> given) {
    Key key = given.orElseGet(() -> Key.read(""));
    this.document = document;
    this.key = key;
    this.sections = new Sections(key);
    this.lines = new Lines(document.text());
    this.hot = HotLetters.of(document, lines);
    this.timeless = DocumentNames.isTimeless(document.text());
    this.code = new CodeClaims(document.text(), lines);
    document.macros().forEach((name, m) -> macros.put(name, macro(m)));
    this.own = given.isPresent() ? Optional.empty() : Optional.of(new OwnNames(document, macros));
  }

  private static LatexMacro macro(Document.Macro m) {
    return new LatexMacro(m.arguments(), m.optional(), m.body());
  }

  /// What was taken for granted; nothing where there is a key.
  List<String> assumptions() {
    return own.map(OwnNames::assumptions).orElse(List.of());
  }

  /// The chains in the order of the text, each read among the names known up to there.
  List<Judge> read() {
    for (int q = 0; q < document.parts().size(); q++) {
      switch (document.parts().get(q)) {
        case Part.Heading h -> heading(h);
        case Part.Prose p -> prose(p, q);
        case Part.Math m -> math(m);
        case Part.Code c -> code(c);
      }
    }
    flush();
    return judges;
  }

  // ---- words

  private void heading(Part.Heading h) {
    flush();
    heading = h.title();
    sections.line(h.title(), true);
    stated.forget();
    int line = lines.place(h.from(), 1).line();
    for (String tex : Words.formulas(h.title()))
      Conditions.of(latex(tex, setting(h.from())), setting(h.from()))
          .ifPresent(c -> stated.lasts(Run.Case.of(c, line)));
    Words.diagonal(h.title()).ifPresent(r -> stated.lasts(new Run.Case(r, List.of(), line)));
    before = "";
    leaveLine();
  }

  private void leaveLine() {
    lead = "";
    symmetric = false;
  }

  private void prose(Part.Prose p, int at) {
    String line = p.line().strip();
    for (String w : line.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) vocabulary.add(w);
    if (line.isEmpty()) return;
    boolean alone = !lines.hasMath(document, p.from());
    if (alone || !lines.onSameLine(document, at)) {
      List<String> was = sections.current();
      if (alone) sections.line(line, false);
      else sections.item(line);
      if (!was.equals(sections.current())) {
        flush();
        heading = line;
        stated.forget();
      }
    }
    open.ifPresent(r -> r.words.append(' ').append(line.toLowerCase(Locale.ROOT)));
    Words.diagonal(line)
        .ifPresent(r -> {
          flush();
          stated.lasts(new Run.Case(r, List.of(), lines.place(p.from(), 1).line()));
        });
    if (!lines.onSameLine(document, at) && Words.endsCases(line)) stated.forgetCases();
    if (alone && !isPunctuation(line)) {
      Optional<Syntax.Compare> c = conditionInWords(line, p.from());
      if (c.isPresent()) stated.state(c.get(), lines.place(p.from(), 1).line());
      else stated.textGoesOn(line);
      if (!isPunctuation(line) && !line.endsWith("=")) endChain(line);
    }
    boolean goesOn = lines.onSameLine(document, at);
    if (!goesOn) leaveLine();
    before = goesOn ? before + " " + line : line;
    lead = goesOn ? lead + " " + line : line;
  }

  /// Words between two displays end the chain, unless they only lead on.
  private void endChain(String line) {
    if (line.length() > 40 || line.endsWith(".") || line.endsWith(":")) flush();
  }

  private static boolean isPunctuation(String s) {
    return s.chars().noneMatch(Character::isLetterOrDigit);
  }

  /// "if j = k:", "for i ≠ j" without mathematics.
  private Optional<Syntax.Compare> conditionInWords(String line, int offset) {
    int space = line.indexOf(' ');
    if (space < 0 || !CaseWords.isOne(line.substring(0, space))) return Optional.empty();
    String rest = line.substring(space).strip();
    while (!rest.isEmpty() && ":,.".indexOf(rest.charAt(rest.length() - 1)) >= 0)
      rest = rest.substring(0, rest.length() - 1).strip();
    if (rest.length() > 12) return Optional.empty();
    return Conditions.of(latex(rest, setting(offset)), setting(offset));
  }

  // ---- mathematics

  private Setting setting(int offset) {
    if (own.isPresent()) return own.get().at(offset);
    return key.setting(sections.found().orElse(List.of()));
  }

  private Written latex(String tex, Setting setting) {
    return LatexReader.read(tex, macros, new DocumentNames(setting, timeless));
  }

  private void math(Part.Math m) {
    if (Words.isNumbering(m.tex()) || LatexReader.isSign(m.tex())) return;
    Setting setting = setting(m.from());
    String prefix = leftInWords(m, setting);
    Written written = latex(prefix + m.tex(), setting);
    Optional<Syntax.Compare> c = Conditions.of(written, setting);
    boolean behind = c.isPresent() && isBehind(m);
    if (behind) open.ifPresent(r -> r.cases.add(c.get()));
    boolean supposed = !m.display() && Words.endsInOneOf(before, SUPPOSING);
    for (Written.Chain chain : written.chains()) {
      if (chain.links().isEmpty()) continue; // a condition alone
      Optional<Syntax.Compare> after = Conditions.of(chain, setting);
      if (after.isPresent() && open.isPresent() && chain != written.chains().getFirst()) {
        open.get().cases.add(after.get()); // `y_w = 0, w ≠ o`
        flush();
        continue;
      }
      boolean goesOn = chain.continues() || open.map(r -> r.awaits).orElse(false);
      if (chain.continues() && m.display()) resume(setting);
      boolean on = goesOn && open.isPresent() && open.get().sectionSetting == setting;
      if (!on) flush();
      Run run = on ? open.get() : newRun(setting, chain);
      boolean saysSo = symmetric || Symmetry.isSaid(lead);
      if (!on) begin(run, chain, m.display() || saysSo ? lead : before);
      int start = m.from() + Math.max(0, chain.links().getFirst().from() - prefix.length());
      if (!on && own.isPresent()) run.first = own.get().defines(start);
      add(run, chain, m, prefix.length());
      run.stated |= supposed && !on;
      run.stated |= start > m.from() && Words.endsInLet(document.text().substring(m.from(), start));
      open = Optional.of(run);
      run.symmetric |= Symmetry.isSaid(lines.around(m));
      if (m.display()) shown = open;
      else if (isAside(m)) aside = open;
    }
    if (behind) flush();
    else if (c.isPresent() && isStatedAsCondition(m)) {
      stated.state(c.get(), lines.place(m.from(), 1).line());
      flush();
    } else if (CaseWords.endIn(before)) {
      if (Symmetry.isEquation(written)) {
        symmetric = true;
      } else if (stated.suppose(written, setting)) {
        open.ifPresent(run -> run.stated = true);
        flush();
      }
    }
    lastMath = m.from();
    if (m.display()) leaveLine();
    before = "";
  }

  /// A display that begins with its sign goes on from the display before, not from the reason that
  /// stands in the text between.
  private void resume(Setting setting) {
    if (aside.isEmpty() || shown.isEmpty() || !open.equals(aside)) return;
    Run before = shown.get();
    if (before.sectionSetting != setting || before == aside.get()) return;
    flush();
    open = Optional.of(before.resumed());
  }

  /// `($\sum_i t_i = 1$)`, "since $\sum_i t_i = 1$".
  private boolean isAside(Part.Math m) {
    if (m.display()) return false;
    String words = before.strip();
    return words.endsWith("(") || Words.endsInOneOf(words, REASONS);
  }

  /// Under a hypothesis the names are those of a setting of its own.
  private Run newRun(Setting setting, Written.Chain chain) {
    Setting own = this.own.isPresent() ? setting : argument(setting, chain).orElse(setting);
    if (stated.hypothesis().isPresent())
      own =
          key.setting(sections.found().orElse(List.of()), stated.hypothesis().get())
              .orElse(setting);
    var run = new Run(own, heading, "tex");
    run.sectionSetting = setting;
    run.vocabulary = vocabulary;
    run.hot = hot;
    this.own.ifPresent(names -> run.assumed = names.assumed());
    run.ambiguous = this.own.map(OwnNames::ambiguous);
    return run;
  }

  /// `g'(u) = g(u) (1 - g(u))`: of what a function is said, where nothing else is called so.
  private static Optional<Setting> argument(Setting setting, Written.Chain chain) {
    if (!(chain.links().getFirst().side() instanceof Written.Side.Formula f))
      return Optional.empty();
    Syntax at =
        switch (f.syntax()) {
          case Syntax.Call c when c.arguments().size() == 1 && isOfNumbers(c.function(), setting) ->
              c.arguments().getFirst();
          case Syntax.Prime p -> p.at();
          default -> f.syntax();
        };
    boolean open =
        at != f.syntax()
            && at instanceof Syntax.Name n
            && n.text().length() == 1
            && Character.isLowerCase(n.text().charAt(0))
            && !setting.knows(n.text())
            && !setting.isExtent(n.text());
    return open ? setting.withNumber(((Syntax.Name) at).text()) : Optional.empty();
  }

  private static boolean isOfNumbers(String function, Setting setting) {
    return setting.isEntrywise(function)
        || setting.isFunction(function) && !setting.knows(function);
  }

  private void begin(Run run, Written.Chain chain, String words) {
    stated.giveTo(run);
    run.symmetric = symmetric;
    run.words.append(words.toLowerCase(Locale.ROOT));
    run.lets = Words.endsInOneOf(before, LETTING);
    for (Syntax s : chain.conditions()) if (s instanceof Syntax.Compare c) run.cases.add(c);
  }

  private void add(Run run, Written.Chain chain, Part.Math m, int shift) {
    for (Written.Link link : chain.links()) {
      int from = Math.max(0, link.from() - shift);
      int to = Math.max(from, Math.min(m.tex().length(), link.to() - shift));
      Place place = lines.place(m.from() + from, Math.max(1, to - from));
      String tex = m.tex().substring(from, to);
      Sign sign = link.sign();
      if (link.side() instanceof Written.Side.Unread && tex.strip().equals("=")) {
        run.awaits = true;
        continue;
      }
      if (sign == Sign.FIRST && run.awaits) sign = Sign.EQUALS;
      run.awaits = false;
      if (sign == Sign.FIRST && !run.sides.isEmpty()) continue; // said already
      run.sides.add(new Run.Side(sign, link.side(), place, tex));
    }
  }

  /// "$p_i (1 - p_i)$ if $i = j$": right after a formula of the same line, and its condition.
  private boolean isBehind(Part.Math m) {
    boolean beside = lastMath >= 0 && lines.line(lastMath) == lines.line(m.from());
    return CaseWords.standBetween(before)
        && (beside || CaseWords.goBack(before))
        && !m.display()
        && open.isPresent()
        && open.get().sides.size() > 1;
  }

  /// "For $i ≠ j$,", "I. $$i ≠ j$$": it stands before what it is a condition of.
  private boolean isStatedAsCondition(Part.Math m) {
    if (m.display() || isAlone(m) || CaseWords.endIn(before)) return true;
    return CaseWords.begin(before) && !lines.isHeading(m.from());
  }

  /// `1. $i \neq j$`: nothing but a number and signs stand beside it in its line.
  private boolean isAlone(Part.Math m) {
    String text = document.text();
    String line = lines.around(m);
    int before = m.from() - text.lastIndexOf('\n', m.from()) - 1;
    int after = Math.min(line.length(), before + m.tex().length());
    String beside = line.substring(0, before) + line.substring(after);
    return !lines.isHeading(m.from())
        && beside.length() <= MOST_BESIDE
        && beside.chars().noneMatch(c -> isLatin(c));
  }

  private static boolean isLatin(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /// A left side outside of the mathematics: `db2 = $$…$$`, `softmax $(x)_i = …$`.
  private String leftInWords(Part.Math m, Setting setting) {
    String s = before.strip();
    String tex = m.tex().stripLeading();
    if (s.endsWith("=") && !tex.startsWith("=") && !tex.startsWith("&")) {
      String left = s.substring(0, s.length() - 1).strip();
      int cut =
          Math.max(Math.max(left.lastIndexOf(':'), left.lastIndexOf(',')), left.lastIndexOf('.'));
      left = left.substring(cut + 1).strip();
      boolean words = left.split("\\s+").length <= 4 && !left.isEmpty();
      if (words) return (left.contains(" ") ? "\\text{" + left + "}" : left) + " = ";
    }
    if (tex.startsWith("(") && !m.display()) {
      String last = s.substring(s.lastIndexOf(' ') + 1);
      if (dev.jacobi.notation.Vocabulary.isFunction(last) || setting.isFunction(last))
        return "\\operatorname{" + last + "}";
    }
    return "";
  }

  // ---- code

  private void code(Part.Code c) {
    flush();
    Setting plain = setting(c.from());
    Setting setting = plain;
    if (own.isEmpty()) setting = key.withCost(sections.found().orElse(List.of())).orElse(plain);
    String block = c.code();
    boolean alone = document.parts().size() == 1;
    if (own.isPresent() && !alone && !c.language().equals("jacobi")) return; // nothing to judge by
    switch (c.language()) {
      case "python", "py", "python3", "ipython", "numpy", "torch", "pytorch" ->
          judges.addAll(code.read(block, c.from(), setting, heading));
      case "jacobi" ->
          judges.addAll(TextClaims.block(c, lines, plain, heading, key.isInDocument()));
      case "", "text" -> {
        if (TextClaims.isText(block, plain))
          judges.addAll(TextClaims.block(c, lines, plain, heading, key.isInDocument()));
        else if (CodeClaims.isCode(block, setting))
          judges.addAll(code.read(block, c.from(), setting, heading));
      }
      default -> {}
    }
  }

  private void flush() {
    for (Run run : open.map(Run::parts).orElse(List.of())) {
      runs.add(run);
      var judge = new Judge(run);
      judge.read();
      judges.add(judge);
    }
    open = Optional.empty();
  }
}
