package dev.jacobi.check;

import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.PythonLine;
import dev.jacobi.notation.PythonReader;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads code line by line against a key. A line that gives a value to a name of the key, or to a
/// derivative of its cost, is a claim; any other name is the author's own and stands for what it
/// was given last.
final class CodeClaims {
  private static final int LARGEST = 2000; // nodes of a formula with the author's names put in

  private final String text;
  private final Lines lines;
  private final Map<String, Syntax> own = new HashMap<>();
  private final Map<String, Problem> lost = new HashMap<>(); // names of what was not understood
  private final Map<String, CodeHelper> helpers = new HashMap<>();
  private final Set<String> outside = new HashSet<>(); // own names from before the loop

  private final Set<String> calling = new HashSet<>();

  private CodeNames names;
  private String section = "";
  private String function = "";
  private boolean wholeFile;
  private int from; // where the block begins in the text
  private List<PythonLine> code = List.of();
  private int at;
  private int loop; // the column of the loop around, 0 without one
  private Set<String> counters = Set.of();
  private CodeClass torch = CodeClass.NONE;
  private List<Judge> judges = new ArrayList<>();

  CodeClaims(String text, Lines lines) {
    this.text = text;
    this.lines = lines;
  }

  /// The claims of a block; what it gives names to is known in those that follow.
  ///
  /// - `section`: the heading above; in a file of nothing but code, empty, and functions serve
  List<Judge> read(String block, int from, Setting setting, String section) {
    this.names = new CodeNames(setting);
    this.section = section;
    this.wholeFile = section.isEmpty();
    this.function = section;
    this.from = from;
    this.code = PythonReader.read(block);
    this.loop = 0;
    this.torch = CodeClass.NONE;
    this.judges = new ArrayList<>();
    helpers.putAll(CodeHelper.in(code, names));
    for (at = 0; at < code.size(); at++) line(code.get(at));
    return judges;
  }

  /// Whether a block that does not say its language holds claims: all of it reads as code, and it
  /// speaks of the key.
  static boolean isCode(String block, Setting setting) {
    var names = new CodeNames(setting);
    List<PythonLine> all = PythonReader.read(block);
    return all.stream().noneMatch(PythonLine.Unread.class::isInstance)
        && all.stream()
            .anyMatch(l ->
                l instanceof PythonLine.Assignment a
                    && names.of(a.target(), a.place()).isPresent());
  }

  private void line(PythonLine line) {
    if (line.place().column() <= loop) {
      loop = 0;
      outside.clear();
    }
    if (line.place().column() <= torch.column()) torch = CodeClass.NONE;
    switch (line) {
      case PythonLine.Assignment a -> assignment(a);
      case PythonLine.Given g -> given(g);
      case PythonLine.Saved s -> torch.save(s.values().stream().map(this::put).toList());
      case PythonLine.Function f -> function(f);
      case PythonLine.Return r -> returned(r);
      case PythonLine.Block b -> block(b);
      case PythonLine.Unread u -> unread(u);
    }
  }

  // ---- what stands around

  private void block(PythonLine.Block b) {
    if (b.keyword().equals("class")) torch = CodeClass.at(code, at);
    boolean repeats = b.keyword().equals("for") || b.keyword().equals("while");
    if (!repeats || loop > 0) return;
    loop = b.place().column();
    outside.addAll(own.keySet());
    counters = new HashSet<>();
    String head = text.substring(from + b.from(), from + b.to());
    int in = head.indexOf(" in ");
    if (b.keyword().equals("for") && in > 0)
      for (String w : head.substring("for".length(), in).split("[^\\p{L}\\p{N}_]+"))
        if (!w.isEmpty() && !w.equals("_")) counters.add(w);
  }

  private void function(PythonLine.Function f) {
    loop = 0;
    function = f.name();
    for (String p : f.parameters()) {
      own.remove(p);
      lost.remove(p);
    }
    if (torch.isBackward(f)) upstream(f.parameters(), torch.outputs());
    else if (f.name().toLowerCase(java.util.Locale.ROOT).contains("backward"))
      upstream(f.parameters().stream().filter(CodeNames::isUpstream).limit(1).toList(), List.of());
    if (torch.isForward(f)) torch.inputs(f.parameters());
  }

  /// The derivatives of the cost by what the function gives.
  private void upstream(List<String> parameters, List<String> outputs) {
    for (int q = 0; q < parameters.size(); q++) {
      String p = parameters.get(q);
      if (names.value(p).isPresent() || names.setting().cost().isEmpty()) continue;
      if (names.by(p).isPresent() && outputs.isEmpty()) continue;
      Optional<String> by = q < outputs.size() ? Optional.of(outputs.get(q)) : names.output();
      by.ifPresent(name -> own.put(p, names.derivative(name, Place.NONE)));
    }
  }

  private boolean inHelper() {
    CodeHelper h = helpers.get(function);
    return h != null && at > h.begins() && at <= h.ends();
  }

  // ---- lines

  private void assignment(PythonLine.Assignment a) {
    if (inHelper() || isSame(a)) return;
    String target = a.target();
    Optional<Syntax> meant = names.of(target, a.place());
    boolean differential = meant.isPresent() && meant.get() instanceof Syntax.Derivative;
    boolean again = mentions(a.value(), target);
    if (names.isGiven(target)) {
      definition(a.place(), a, a.value());
      return;
    }
    Optional<Problem> problem = problem(a.value(), a.place());
    if (loop > 0
        && again
        && (outside.contains(target) || !own.containsKey(target))
        && meant.isPresent())
      problem = Optional.of(new Problem(a.place(), "a sum in a loop is not read", ""));
    if (problem.isPresent()) {
      lost(target, problem.get());
      unread(a, problem.get(), meant.isPresent());
      return;
    }
    Syntax value = put(a.value());
    if (Trees.size(value) > LARGEST) {
      var large = new Problem(a.place(), "it is too large with all names put in", "");
      lost(target, large);
      unread(a, large, meant.isPresent());
      return;
    }
    lost.remove(target);
    boolean reused = again && !differential && !own.containsKey(target);
    if (meant.isEmpty() || reused || isProvisional(a)) {
      own.put(target, value);
      definition(a.place(), a, value);
      return;
    }
    own.remove(target);
    claim(a, meant.get(), value);
  }

  /// Whether a later line of the function goes on from this one: `dW += …`, `dz[z < 0] = 0`.
  private boolean isProvisional(PythonLine.Assignment a) {
    for (int q = at + 1; q < code.size(); q++) {
      PythonLine l = code.get(q);
      if (l instanceof PythonLine.Function) return false;
      if (l instanceof PythonLine.Unread u && CodeText.target(stretch(u)).equals(a.target()))
        return CodeText.goesOn(stretch(u));
      if (!(l instanceof PythonLine.Assignment b) || isSame(b)) continue;
      if (!b.target().equals(a.target())) continue;
      return mentions(b.value(), a.target()) || isConstant(a.value());
    }
    return false;
  }

  /// `{"W1": dW1}`: nothing that the name does not say.
  private static boolean isSame(PythonLine.Assignment a) {
    return a.value() instanceof Syntax.Name n && n.text().equals(a.target());
  }

  private static boolean isConstant(Syntax s) {
    return s instanceof Syntax.Num
        || s instanceof Syntax.Call c && c.function().equals("zeros")
        || s instanceof Syntax.Binary b
            && b.left() instanceof Syntax.Num n
            && n.digits().equals("0");
  }

  private void given(PythonLine.Given g) {
    if (inHelper()) return;
    List<Syntax> values = g.source().equals("saved_tensors") ? torch.saved() : List.of();
    for (int q = 0; q < g.names().size(); q++) {
      String name = g.names().get(q);
      own.remove(name);
      lost.remove(name);
      if (q < values.size()) own.put(name, values.get(q));
    }
  }

  private void unread(PythonLine.Unread u) {
    if (inHelper()) return;
    String target = CodeText.target(stretch(u));
    boolean assigned = !target.isEmpty();
    Problem p =
        new Problem(place(u, u.problem().place()), u.problem().message(), u.problem().hint());
    if (assigned && names.isGiven(target)) return; // data
    boolean known = names.of(target, u.place()).isPresent();
    own.remove(target);
    if (assigned && !known) lost.put(target, p);
    // a line about something else is told of when a claim rests on it
    if (!assigned || known) unread(u, p, true);
  }

  private void lost(String target, Problem p) {
    own.remove(target);
    if (names.of(target, Place.NONE).isEmpty()) lost.put(target, p);
  }

  private void unread(PythonLine line, Problem problem, boolean said) {
    if (!said) return;
    Run run = run();
    run.sides.add(
        new Run.Side(Sign.FIRST, new Written.Side.Unread(problem), place(line), stretch(line)));
    add(run);
  }

  private void returned(PythonLine.Return r) {
    if (inHelper()) return;
    if (torch.isIn("forward", function)) forward(r);
    else if (torch.isIn("backward", function)) backward(r);
    else if (r.values().size() == 1 && names.by(function).isPresent())
      claim(r, names.derivative(names.by(function).get(), r.place()), r.values().get(0), 0);
  }

  /// What a PyTorch function gives is a definition of the key, whichever it equals.
  private void forward(PythonLine.Return r) {
    List<String> outputs = new ArrayList<>();
    for (Syntax v : r.values()) {
      Optional<String> output =
          v instanceof Syntax.Name n && !own.containsKey(n.text())
              ? names.value(n.text())
              : equal(put(v));
      if (output.isEmpty()) {
        output = names.output();
        output.ifPresent(o -> claim(r, new Syntax.Name(o, r.place()), v, 0));
      }
      output.ifPresent(outputs::add);
    }
    torch.outputs(outputs);
  }

  private Optional<String> equal(Syntax value) {
    var comparison =
        new Comparison(
            names.setting(),
            new dev.jacobi.elaborate.Claims.Letters(List.of()),
            List.of(),
            Layout.ML,
            Comparison.Reading.CODE);
    var interpreter = new Interpreter(names.setting());
    return names.definitions().stream()
        .filter(d -> !names.setting().cost().equals(Optional.of(d)))
        .filter(d ->
            comparison
                .compare(new Syntax.Name(d, Place.NONE), interpreter.apply(value, List.of()))
                .isEqual())
        .findFirst();
  }

  /// The derivatives by the inputs, in their order.
  private void backward(PythonLine.Return r) {
    List<String> inputs = torch.inputs();
    for (int q = 0; q < r.values().size(); q++) {
      Syntax v = r.values().get(q);
      boolean none = v instanceof Syntax.Name n && n.text().equals("None");
      if (none || q >= inputs.size() || names.setting().cost().isEmpty()) continue;
      Optional<String> by = names.value(inputs.get(q));
      if (by.isEmpty()) continue;
      boolean said =
          v instanceof Syntax.Name n && !own.containsKey(n.text()) && names.by(n.text()).equals(by);
      if (said && !lost.containsKey(((Syntax.Name) v).text())) continue; // judged where it is made
      claim(r, names.derivative(by.get(), r.place()), v, q);
    }
  }

  // ---- claims

  /// What a line gives back in one of its places.
  private void claim(PythonLine line, Syntax left, Syntax written, int which) {
    Optional<Problem> problem = problem(written, line.place());
    Syntax value = put(written);
    if (problem.isEmpty() && Trees.size(value) > LARGEST)
      problem = Optional.of(new Problem(line.place(), "it is too large with all names put in", ""));
    if (problem.isPresent()) {
      unread(line, problem.get(), true);
      return;
    }
    List<CodeText.Item> items = CodeText.items(stretch(line));
    CodeText.Item item = items.get(Math.min(which, items.size() - 1));
    String s = item.text();
    int end = s.indexOf('\n');
    Place place = lines.place(from + line.from() + item.from(), end < 0 ? s.length() : end);
    pair(Sign.EQUALS, place, left, value, s);
  }

  private void claim(PythonLine.Assignment a, Syntax left, Syntax value) {
    pair(Sign.EQUALS, place(a), left, value, stretch(a));
  }

  private void definition(Place place, PythonLine.Assignment a, Syntax value) {
    pair(Sign.OTHER, place(a), new Syntax.Name(a.target(), place), value, stretch(a));
  }

  private void pair(Sign sign, Place place, Syntax left, Syntax right, String written) {
    Run run = run();
    run.sides.add(new Run.Side(Sign.FIRST, new Written.Side.Formula(left), place, ""));
    run.sides.add(new Run.Side(sign, new Written.Side.Formula(right), place, written));
    add(run);
  }

  private Run run() {
    var run = new Run(names.setting(), wholeFile ? function : section, "text");
    run.code = true;
    return run;
  }

  private void add(Run run) {
    var judge = new Judge(run);
    judge.read();
    judges.add(judge);
  }

  // ---- names

  /// A formula in the names of the key, with the author's own put in.
  private Syntax put(Syntax s) {
    return Trees.map(s, this::node);
  }

  private Syntax node(Syntax s) {
    return switch (s) {
      case Syntax.Name n ->
          own.containsKey(n.text()) ? own.get(n.text()) : names.of(n.text(), n.place()).orElse(n);
      case Syntax.Call c when helpers.containsKey(c.function()) -> called(c);
      case Syntax.Call c -> names.size(c);
      default -> s;
    };
  }

  private Syntax called(Syntax.Call c) {
    CodeHelper h = helpers.get(c.function());
    if (c.arguments().size() != h.parameters().size() || !calling.add(c.function())) return c;
    Syntax body = put(h.value());
    calling.remove(c.function());
    Syntax value = h.called(body, c.arguments());
    return Trees.size(value) > LARGEST ? c : value;
  }

  private static boolean mentions(Syntax s, String name) {
    return names(s).contains(name);
  }

  private static Set<String> names(Syntax s) {
    Set<String> all = new LinkedHashSet<>();
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Name n) all.add(n.text());
        });
    return all;
  }

  /// What a formula rests on that was not understood.
  private Optional<Problem> problem(Syntax s, Place place) {
    for (String n : names(s)) {
      if (loop > 0 && counters.contains(n))
        return Optional.of(new Problem(place, "a loop over `" + n + "` is not read", ""));
      Problem p = lost.get(n);
      if (p == null) continue;
      return Optional.of(
          new Problem(place, "`" + n + "` of line " + p.place().line() + ": " + p.message(), ""));
    }
    return Optional.empty();
  }

  // ---- places

  private String stretch(PythonLine line) {
    return text.substring(from + line.from(), from + line.to());
  }

  /// Where a line stands in the text; of one over several lines, its first.
  private Place place(PythonLine line) {
    String s = stretch(line);
    int end = s.indexOf('\n');
    return lines.place(from + line.from(), Math.max(1, end < 0 ? s.length() : end));
  }

  /// A place of the block as one of the text.
  private Place place(PythonLine line, Place inner) {
    Place begin = place(line);
    int down = inner.line() - line.place().line();
    int column =
        down == 0 ? begin.column() + inner.column() - line.place().column() : inner.column();
    return new Place(begin.line() + down, Math.max(1, column), inner.length());
  }
}
