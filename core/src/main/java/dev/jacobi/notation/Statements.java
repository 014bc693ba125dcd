package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The grammar of statements. One of these reads one statement, which may declare several things.
final class Statements {
  private static final Map<String, String> ADJECTIVES =
      Map.of(
          "symmetric", "sym",
          "posdef", "psd",
          "psd", "psd",
          "spd", "psd",
          "positive", "R+",
          "invertible", "inv");

  private final List<Token> tokens;
  private final Cursor cursor;
  private final Formulas formulas;
  private final List<Statement> read = new ArrayList<>(2);

  private Statements(List<Token> tokens, Names names) {
    this.tokens = tokens;
    this.cursor = new Cursor(tokens);
    this.formulas = new Formulas(cursor, names);
  }

  /// Reads the tokens of one statement.
  ///
  /// @throws NotationException when they are none
  static List<Statement> read(List<Token> tokens, Names names) {
    Statements statements = new Statements(tokens, names);
    statements.statement();
    return statements.read;
  }

  private void statement() {
    Token first = cursor.token();
    if (isKeyword()) {
      if (Vocabulary.REQUESTS.contains(first.text())) {
        request();
      } else if (Vocabulary.ROLES.contains(first.text())) {
        role();
      } else if (first.isWord("assume")) {
        fact();
      } else if (first.isWord("alias")) {
        aliases();
      } else {
        refuse(first);
      }
    } else if (FirstPass.outer(tokens, 0, Kind.IN) >= 0) {
      declarations();
    } else {
      equation();
    }
    if (!cursor.at(Kind.END)) {
      throw leftOver();
    }
  }

  private NotationException leftOver() {
    String hint =
        cursor.at(Kind.SEMICOLON)
            ? "a statement ends with its line; declarations on one line have a comma between them"
            : "";
    return new NotationException(
        cursor.token().place(),
        "expected an operator or the end of the statement, found " + cursor.token().described(),
        hint);
  }

  /// A keyword begins a statement unless what follows shows that it is used as a name.
  private boolean isKeyword() {
    if (!cursor.at(Kind.NAME) || !Vocabulary.KEYWORDS.contains(cursor.token().text())) {
      return false;
    }
    Token next = cursor.ahead(1);
    return switch (next.kind()) {
      case EQUALS, IN, COMMA, PRIME -> false;
      case PLUS, TIMES, CROSS, HADAMARD, QUOTIENT, ENTRY_QUOTIENT, POWER, ENTRY_POWER -> false;
      case MINUS -> cursor.atWord("assume");
      case OPEN, OPEN_SQUARE -> next.spaced();
      default -> true;
    };
  }

  private static void refuse(Token keyword) {
    String message =
        keyword.isWord("for")
            ? "families (`for`) are not read yet"
            : "`section` divides a key, and stands on a line of its own";
    throw new NotationException(keyword.place(), message, "section \"Question 1\"");
  }

  private void declarations() {
    do {
      Token start = cursor.token();
      List<Syntax> declared = new ArrayList<>(2);
      do {
        declared.add(declared());
      } while (cursor.skip(Kind.COMMA));
      cursor.expect(Kind.IN, "`in` and a value set");
      Token setStart = cursor.token();
      ValueSets.ValueSet set = new ValueSets(cursor, formulas).read();
      if (ADJECTIVES.containsKey(cursor.token().text())) throw adjective(declared, set);
      Place place = cursor.since(start);
      addDeclaration(declared, set, place);
      for (Syntax other : declared) {
        addOther(other, set, setStart, place);
      }
    } while (cursor.skip(Kind.COMMA));
  }

  /// `S in R[n, n] posdef`: what a matrix is like is its value set.
  private NotationException adjective(List<Syntax> declared, ValueSets.ValueSet set) {
    Token word = cursor.token();
    String kind = ADJECTIVES.get(word.text());
    String extent =
        set.extents().isEmpty() ? "n" : TextSpelling.PLAIN.spell(set.extents().getFirst());
    String names =
        declared.stream().map(TextSpelling.PLAIN::spell).collect(Collectors.joining(", "));
    return new NotationException(
        word.place(),
        "`" + word.text() + "` is said by the value set",
        "`" + names + " in " + kind + "[" + extent + "]`");
  }

  /// A name, an unknown function as a call, or a formula whose shape is claimed.
  private Syntax declared() {
    Token first = cursor.token();
    if (first.is(Kind.NAME)) {
      Token next = cursor.ahead(1);
      if (next.is(Kind.COMMA) || next.is(Kind.IN)) {
        cursor.next();
        return new Syntax.Name(first.text(), first.place());
      }
      if (next.is(Kind.OPEN)) {
        return unknownFunction();
      }
    }
    return formulas.formula(Formulas.SUM);
  }

  private Syntax unknownFunction() {
    Token name = cursor.next();
    Token opener = cursor.next();
    List<Syntax> arguments = new ArrayList<>(2);
    do {
      Token argument = cursor.expect(Kind.NAME, "the name of an argument");
      arguments.add(new Syntax.Name(argument.text(), argument.place()));
    } while (cursor.skip(Kind.COMMA));
    cursor.close(Kind.CLOSE, opener);
    return new Syntax.Call(name.text(), arguments, name.place());
  }

  private void addDeclaration(List<Syntax> declared, ValueSets.ValueSet set, Place place) {
    List<Syntax.Name> names = new ArrayList<>(declared.size());
    for (Syntax one : declared) {
      if (one instanceof Syntax.Name name) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      read.add(new Statement.Declaration(names, set.set(), set.extents(), place));
    }
  }

  private void addOther(Syntax other, ValueSets.ValueSet set, Token setStart, Place place) {
    if (other instanceof Syntax.Name) {
      return;
    }
    if (!set.set().equals("R")) {
      throw new NotationException(
          setStart.place(), "only a declared name has a value set other than R", "");
    }
    if (other instanceof Syntax.Call call) {
      List<Syntax.Name> arguments = new ArrayList<>(call.arguments().size());
      for (Syntax argument : call.arguments()) {
        arguments.add((Syntax.Name) argument);
      }
      Syntax.Name name = new Syntax.Name(call.function(), call.place());
      read.add(new Statement.UnknownFunction(name, arguments, set.extents(), place));
    } else {
      read.add(new Statement.ShapeClaim(other, set.extents(), place));
    }
  }

  private void equation() {
    Token start = cursor.token();
    bindLocals();
    List<Syntax> sides = new ArrayList<>(2);
    do {
      sides.add(formulas.formula());
    } while (cursor.skip(Kind.EQUALS));
    if (sides.size() == 1) {
      throw alone(start);
    }
    Optional<Syntax> condition = Optional.empty();
    if (cursor.at(Kind.IF) || (cursor.at(Kind.COMMA) && cursor.ahead(1).is(Kind.IF))) {
      cursor.skip(Kind.COMMA);
      cursor.next();
      refuseElse();
      condition = Optional.of(formulas.condition());
    }
    read.add(new Statement.Equation(sides, condition, cursor.since(start)));
  }

  /// `x if x > 0 else 0`, as Python has it, is no case of a claim.
  private void refuseElse() {
    for (int q = 0; !cursor.ahead(q).is(Kind.END); q++)
      if (cursor.ahead(q).is(Kind.NAME) && cursor.ahead(q).text().equals("else")) {
        throw new NotationException(
            cursor.ahead(q).place(),
            "`if` and `else` make no formula",
            "one value or another is `where(condition, a, b)`");
      }
  }

  /// The parameters of `f(u) = …` and the indices of `s[i] = …` are values in the statement.
  private void bindLocals() {
    boolean byEntry = cursor.ahead(1).is(Kind.OPEN_SQUARE) && FirstPass.isBeforeEquals(tokens);
    if (byEntry || FirstPass.definesFunction(tokens)) {
      int closing = cursor.closing(1);
      for (int i = 2; i < closing; i++) {
        if (cursor.ahead(i).is(Kind.NAME)) {
          formulas.bind(cursor.ahead(i).text());
        }
      }
    }
  }

  private NotationException alone(Token start) {
    if (!cursor.at(Kind.END)) {
      return cursor.expected("`=`, `in` or an operator");
    }
    Optional<String> keyword = meantKeyword(start.text());
    if (keyword.isPresent()) {
      return new NotationException(
          start.place(),
          start.described() + " begins no statement",
          "did you mean `" + keyword.get() + "`?");
    }
    return new NotationException(
        cursor.since(start),
        "a formula alone states nothing",
        "write name = …, or claim that it equals something");
  }

  private static Optional<String> meantKeyword(String word) {
    for (String keyword : Vocabulary.KEYWORDS) {
      if (keyword.length() > 4 && word.startsWith(keyword.substring(0, keyword.length() - 1))) {
        return Optional.of(keyword);
      }
    }
    return Nearest.to(word, Vocabulary.KEYWORDS);
  }

  private void fact() {
    Token start = cursor.next();
    Syntax left = formulas.formula(Formulas.SUM);
    if (!cursor.at(Kind.EQUALS)) {
      throw new NotationException(
          cursor.token().place(),
          "a fact is an equality, found " + cursor.token().described(),
          "a sign or a range is declared: x in R+[n], p in (0,1)[n]");
    }
    cursor.next();
    Syntax right = formulas.formula(Formulas.SUM);
    read.add(new Statement.Fact(left, right, cursor.since(start)));
  }

  /// `alias w = W, "f output" = a1`: what a document calls a name otherwise.
  private void aliases() {
    cursor.next();
    do {
      Token name = cursor.token();
      if (!name.is(Kind.NAME) && !name.is(Kind.QUOTED))
        throw cursor.expected("a name, or words in quotes");
      cursor.next();
      cursor.expect(Kind.EQUALS, "`=`");
      read.add(
          new Statement.Alias(name.text(), formulas.formula(Formulas.SUM), cursor.since(name)));
    } while (cursor.skip(Kind.COMMA));
  }

  private void role() {
    Token role = cursor.next();
    List<Syntax.Name> names = new ArrayList<>(2);
    do {
      Token name = cursor.expect(Kind.NAME, "a name");
      names.add(new Syntax.Name(name.text(), name.place()));
    } while (cursor.skip(Kind.COMMA));
    read.add(new Statement.Role(role.text(), names, cursor.since(role)));
  }

  private void request() {
    read.add(new Requests(cursor, formulas).read());
  }
}
