package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `derive C wrt W1, b1`, `hessian C wrt u and v`, `vjp y wrt x with g`.
final class Requests {
  private final Cursor cursor;
  private final Formulas formulas;

  Requests(Cursor cursor, Formulas formulas) {
    this.cursor = cursor;
    this.formulas = formulas;
  }

  Statement.Request read() {
    Token kind = cursor.next();
    Syntax of = target("what to derive");
    List<Syntax> wrt = new ArrayList<>(4);
    boolean mixed = false;
    if (cursor.atWord("wrt")) {
      cursor.next();
      do {
        wrt.add(target("a name after `wrt`"));
      } while (cursor.skip(Kind.COMMA));
      mixed = cursor.atWord("and");
      if (mixed) {
        secondOfPair(kind, wrt);
      }
    }
    Optional<Syntax> with = with(kind);
    if (!cursor.at(Kind.END)) {
      throw cursor.expected(wrt.isEmpty() ? "`wrt`" : "`,` or the end of the statement");
    }
    return new Statement.Request(kind.text(), of, wrt, mixed, with, cursor.since(kind));
  }

  private Syntax target(String what) {
    Token name = cursor.token();
    if (!name.is(Kind.NAME) || name.isWord("wrt") || name.isWord("with")) {
      throw new NotationException(
          name.place(),
          "expected " + what + ", found " + name.described(),
          "requests speak of names: give a formula one first");
    }
    return formulas.reference();
  }

  private void secondOfPair(Token kind, List<Syntax> wrt) {
    Token and = cursor.next();
    if (!kind.isWord("hessian") || wrt.size() != 1) {
      throw new NotationException(
          and.place(),
          "`and` joins the two names of a mixed hessian",
          "write hessian C wrt u and v");
    }
    wrt.add(target("the second name"));
  }

  private Optional<Syntax> with(Token kind) {
    boolean product = kind.text().endsWith("p");
    if (!cursor.atWord("with")) {
      if (product) {
        throw new NotationException(
            cursor.token().place(), kind.text() + " needs its factor", "end with `with g`");
      }
      return Optional.empty();
    }
    Token with = cursor.next();
    if (!product) {
      throw new NotationException(
          with.place(), kind.text() + " takes no `with`", "products are vjp, jvp and hvp");
    }
    return Optional.of(formulas.formula());
  }
}
