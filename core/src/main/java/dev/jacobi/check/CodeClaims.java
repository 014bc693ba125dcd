package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.PythonLine;
import dev.jacobi.notation.PythonReader;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads code line by line against a key. A line that gives a value to a name of the key, or to a
/// derivative of its cost, is a claim; any other name is the author's own and stands for what it
/// was given last.
final class CodeClaims {
  private final String text;
  private final Lines lines;
  private final CodeOwn own = new CodeOwn();

  private CodeNames names;
  private CodePlaces places;
  private String section = "";
  private String function = "";
  private boolean wholeFile;
  private List<PythonLine> code = List.of();
  private int at;
  private CodeLoop loop = CodeLoop.NONE;
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
    this.places = new CodePlaces(text, lines, from);
    this.section = section;
    this.wholeFile = section.isEmpty();
    this.function = section;
    this.code = PythonReader.read(block);
    this.loop = CodeLoop.NONE;
    this.torch = CodeClass.NONE;
    this.judges = new ArrayList<>();
    own.begin(code, names);
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
    if (!loop.holds(line)) loop = CodeLoop.NONE;
    if (line.place().column() <= torch.column()) torch = CodeClass.NONE;
    if (own.isHelper(function, at)) return;
    switch (line) {
      case PythonLine.Assignment a -> assignment(a);
      case PythonLine.Given g -> given(g);
      case PythonLine.Saved s -> torch.save(s.values().stream().map(own::put).toList());
      case PythonLine.Function f -> function(f);
      case PythonLine.Return r -> returned(r);
      case PythonLine.Block b -> block(b);
      case PythonLine.Unread u -> unread(u);
    }
  }

  // ---- what stands around

  private void block(PythonLine.Block b) {
    if (b.keyword().equals("class")) torch = CodeClass.at(code, at);
    if (loop == CodeLoop.NONE) loop = CodeLoop.at(b, places.stretch(b), own.all());
  }

  private void function(PythonLine.Function f) {
    loop = CodeLoop.NONE;
    function = f.name();
    f.parameters().forEach(own::forget);
    if (torch.isIn("backward", f.name())) upstream(f.parameters(), torch.outputs());
    else if (names.isCostOpen() && f.name().toLowerCase(Locale.ROOT).contains("backward"))
      upstream(f.parameters().stream().filter(CodeNames::isUpstream).limit(1).toList(), List.of());
    if (torch.isIn("forward", f.name())) torch.inputs(f.parameters());
  }

  /// The derivatives of the cost by what the function gives.
  private void upstream(List<String> parameters, List<String> outputs) {
    for (int q = 0; q < parameters.size(); q++) {
      String p = parameters.get(q);
      if (names.value(p).isPresent() || names.setting().cost().isEmpty()) continue;
      if (names.by(p).isPresent() && outputs.isEmpty()) continue;
      Optional<String> by = q < outputs.size() ? Optional.of(outputs.get(q)) : names.output();
      by.ifPresent(name -> own.give(p, names.derivative(name, Place.NONE)));
    }
  }

  // ---- lines

  private void assignment(PythonLine.Assignment a) {
    if (isSame(a)) return;
    String target = a.target();
    if (names.isGiven(target)) {
      definition(a, a.value());
      return;
    }
    Optional<Syntax> meant = names.of(target, a.place());
    boolean again = mentions(a.value(), target);
    Optional<Problem> problem = problem(a.value(), places.place(a));
    if (meant.isPresent() && again && loop.collects(target, own))
      problem = Optional.of(new Problem(places.place(a), "a sum in a loop is not read", ""));
    if (problem.isPresent()) {
      own.lose(target, problem.get());
      if (meant.isPresent()) unread(a, problem.get());
      return;
    }
    Syntax value = own.put(a.value());
    boolean derivative = meant.isPresent() && meant.get() instanceof Syntax.Derivative;
    boolean reused = again && !derivative && !own.has(target);
    if (meant.isEmpty() || reused || isProvisional(a)) {
      own.give(target, value);
      definition(a, value);
      return;
    }
    own.forget(target);
    pair(Sign.EQUALS, places.place(a), meant.get(), value, places.stretch(a));
  }

  /// Whether a later line of the function goes on from this one: `dW += …`, `dz[z < 0] = 0`.
  private boolean isProvisional(PythonLine.Assignment a) {
    for (int q = at + 1; q < code.size(); q++) {
      PythonLine l = code.get(q);
      if (l instanceof PythonLine.Function) return false;
      if (l instanceof PythonLine.Unread u && CodeText.target(places.stretch(u)).equals(a.target()))
        return CodeText.goesOn(places.stretch(u));
      if (!(l instanceof PythonLine.Assignment b) || isSame(b)) continue;
      if (b.target().equals(a.target()))
        return mentions(b.value(), a.target()) || isConstant(a.value());
    }
    return false;
  }

  private static boolean mentions(Syntax s, String name) {
    return CodeOwn.names(s).contains(name);
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
    List<Syntax> values = g.source().equals("saved_tensors") ? torch.saved() : List.of();
    for (int q = 0; q < g.names().size(); q++) {
      own.forget(g.names().get(q));
      if (q < values.size()) own.give(g.names().get(q), values.get(q));
    }
  }

  /// A line about something else is told of only when a claim rests on it.
  private void unread(PythonLine.Unread u) {
    String target = CodeText.target(places.stretch(u));
    Place place = places.place(u, u.problem().place());
    var p = new Problem(place, u.problem().message(), u.problem().hint());
    if (!target.isEmpty() && names.isGiven(target)) return; // data
    if (!target.isEmpty()) own.lose(target, p);
    if (target.isEmpty() || names.of(target, place).isPresent()) unread(u, p);
  }

  private void unread(PythonLine line, Problem problem) {
    Run run = run();
    var side = new Written.Side.Unread(problem);
    run.sides.add(new Run.Side(Sign.FIRST, side, places.place(line), places.stretch(line)));
    add(run);
  }

  // ---- what functions give back

  private void returned(PythonLine.Return r) {
    if (torch.isIn("forward", function)) forward(r);
    else if (torch.isIn("backward", function)) backward(r);
    else if (r.values().size() == 1)
      names.by(function).ifPresent(by -> claim(r, names.derivative(by, r.place()), 0));
  }

  /// What a PyTorch function gives is a definition of the key, whichever it equals.
  private void forward(PythonLine.Return r) {
    List<String> outputs = new ArrayList<>();
    for (int q = 0; q < r.values().size(); q++) {
      Syntax v = r.values().get(q);
      boolean named = v instanceof Syntax.Name n && !own.has(n.text());
      Optional<String> output =
          named ? names.value(((Syntax.Name) v).text()) : names.equal(own.put(v));
      if (output.isEmpty()) {
        output = names.output();
        if (output.isPresent()) claim(r, new Syntax.Name(output.get(), r.place()), q);
      }
      output.ifPresent(outputs::add);
    }
    torch.outputs(outputs);
  }

  /// The derivatives by the inputs, in their order.
  private void backward(PythonLine.Return r) {
    if (names.setting().cost().isEmpty()) return;
    List<String> inputs = torch.inputs();
    for (int q = 0; q < Math.min(inputs.size(), r.values().size()); q++) {
      Syntax v = r.values().get(q);
      Optional<String> by = names.value(inputs.get(q));
      if (by.isEmpty() || isSaid(v, by.get())) continue;
      claim(r, names.derivative(by.get(), r.place()), q);
    }
  }

  /// `None`, and what was judged where it was made.
  private boolean isSaid(Syntax v, String by) {
    if (!(v instanceof Syntax.Name n)) return false;
    boolean derivative = names.by(n.text()).equals(Optional.of(by));
    return n.text().equals("None") || derivative && !own.has(n.text()) && !own.isLost(n.text());
  }

  // ---- claims

  /// What a line gives back in one of its places.
  private void claim(PythonLine.Return line, Syntax left, int which) {
    Syntax written = line.values().get(which);
    CodeText.Item item = places.item(line, which);
    Optional<Problem> problem = problem(written, places.place(line));
    if (problem.isPresent()) unread(line, problem.get());
    else pair(Sign.EQUALS, places.place(line, item), left, own.put(written), item.text());
  }

  private Optional<Problem> problem(Syntax s, Place place) {
    return loop.problem(s, place).or(() -> own.problem(s, place));
  }

  private void definition(PythonLine.Assignment a, Syntax value) {
    Place place = places.place(a);
    pair(Sign.OTHER, place, new Syntax.Name(a.target(), place), value, places.stretch(a));
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
}
