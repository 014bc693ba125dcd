package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Statement.Declaration;
import dev.jacobi.notation.Statement.Equation;
import dev.jacobi.notation.Statement.Fact;
import dev.jacobi.notation.Statement.Request;
import dev.jacobi.notation.Statement.Role;
import dev.jacobi.notation.Statement.ShapeClaim;
import dev.jacobi.notation.Statement.UnknownFunction;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static List<String> read(String text) {
    Parsed parsed = Parser.parse(text);
    assertThat(parsed.problems()).as(text).isEmpty();
    return parsed.statements().stream().map(StatementTest::shape).toList();
  }

  private static String shape(Statement statement) {
    return switch (statement) {
      case Declaration d ->
          names(d.names()) + " in " + d.set() + "[" + Shapes.list(d.extents()) + "]";
      case UnknownFunction u ->
          u.name().text() + "(" + names(u.arguments()) + ") in R[" + Shapes.list(u.extents()) + "]";
      case Equation e ->
          e.sides().stream().map(Shapes::of).collect(Collectors.joining(" = "))
              + e.condition().map(c -> " if " + Shapes.of(c)).orElse("");
      case ShapeClaim s -> Shapes.of(s.of()) + " in R[" + Shapes.list(s.extents()) + "]";
      case Fact f -> "assume " + Shapes.of(f.left()) + " = " + Shapes.of(f.right());
      case Statement.Alias a -> "alias " + a.name() + " = " + Shapes.of(a.formula());
      case Role r -> r.role() + " " + names(r.names());
      case Request r ->
          r.kind()
              + " "
              + Shapes.of(r.of())
              + " wrt "
              + Shapes.list(r.wrt())
              + (r.mixed() ? " mixed" : "")
              + r.with().map(w -> " with " + Shapes.of(w)).orElse("");
    };
  }

  private static String names(List<Syntax.Name> names) {
    return names.stream().map(Syntax.Name::text).collect(Collectors.joining(","));
  }

  @Test
  void severalDeclarationsShareALine() {
    assertThat(read("W1 in R[a, n],  b1, b2 in R[a]  # comment"))
        .containsExactly("W1 in R[a,n]", "b1,b2 in R[a]");
  }

  @Test
  void shapesHaveManySpellings() {
    for (String shape :
        List.of("R[a, n]", "ℝ^(a×n)", "R^{a x n}", "R^(a, n)", "ℝ^a×n", "ℝ^{a×n}", "R[a×n]")) {
      assertThat(read("W ∈ " + shape)).as(shape).containsExactly("W in R[a,n]");
    }
    assertThat(read("x in R^n")).containsExactly("x in R[n]");
    assertThat(read("x ∈ ℝⁿ")).containsExactly("x in R[n]");
    assertThat(read("x ∈ ℝ²")).containsExactly("x in R[2]");
    assertThat(read("x in R[2n + 1]")).containsExactly("x in R[{{2 n} + 1}]");
    assertThat(read("b in R")).containsExactly("b in R[]");
  }

  @Test
  void everyValueSetIsRead() {
    assertThat(read("x in R+[n]")).containsExactly("x in R+[n]");
    assertThat(read("p in (0, 1)[n], q in [0,1][n]"))
        .containsExactly("p in (0,1)[n]", "q in [0,1][n]");
    assertThat(read("m in {0,1}[n], s in {-1, 1}[n]"))
        .containsExactly("m in {0,1}[n]", "s in {-1,1}[n]");
    assertThat(read("p in simplex[K], T in onehot[N, K]"))
        .containsExactly("p in simplex[K]", "T in onehot[N,K]");
    assertThat(read("A in sym[n], B in psd[n], D in inv[n]"))
        .containsExactly("A in sym[n]", "B in psd[n]", "D in inv[n]");
    assertThat(read("k in 1..K")).containsExactly("k in integers[1,K]");
  }

  @Test
  void aPositiveScalarDoesNotCarryTheLineOn() {
    assertThat(read("beta in R+\nx in R[n]")).containsExactly("beta in R+[]", "x in R[n]");
  }

  @Test
  void unknownFunctionsAndShapeClaims() {
    assertThat(read("x, y in R[n]\nL(y) in R\ng(x, y) in R[m]\ndL/dy in R[n]"))
        .endsWith("L(y) in R[]", "g(x,y) in R[m]", "d(L)/d(y) in R[n]");
  }

  @Test
  void definitionsByEntryAndOfFunctions() {
    assertThat(read("s[i] = sum[j] W[i,j] x[j]\nf(u) = u(1 + exp(-u))\ny = e[k, n]"))
        .containsExactly("s[i] = sum[j]{W[i,j] x[j]}", "f(u) = {u {1 + exp({-u})}}", "y = e[k,n]");
  }

  @Test
  void functionsMayBeDefinedByEntry() {
    assertThat(read("g(x)[i] = x(x[i] + 1)")).containsExactly("g(x)[i] = {x {x[i] + 1}}");
  }

  @Test
  void namesMayBeUsedBeforeTheyAreDeclared() {
    assertThat(read("y = W(x + b)\nC = f(y)\nf(u) = u\nW in R[n, n]").getFirst())
        .isEqualTo("y = {W {x + b}}");
  }

  @Test
  void aFunctionIsCalledEvenWhenItIsAValueToo() {
    assertThat(read("x in R[a]\nf(x) = W1 x\nh = f(x) + f")).endsWith("h = {f(x) + f}");
  }

  @Test
  void chainsGoOnOverLines() {
    assertThat(read("C in R\nW in R\ndC/dW = a +\n b\n\n  = (c\n d)\n  if i != j\nz = 1"))
        .endsWith("d(C)/d(W) = {a + b} = {c d} if {i != j}", "z = 1");
  }

  @Test
  void factsAndRoles() {
    assertThat(read("assume sum(t) = 1\ninput x\ntarget y\nparameter W1,\n b1"))
        .containsExactly("assume sum(t) = 1", "input x", "target y", "parameter W1,b1");
  }

  @Test
  void keywordsAreNamesWhereTheyAreUsedAsNames() {
    assertThat(read("target in R[n]\ninput = 2 target\nC = input' target"))
        .endsWith("input = {2 target}", "C = {{input'} target}");
  }

  @Test
  void everyRequestIsRead() {
    assertThat(
            read(
                """
                derive C wrt W1[i,j], b1
                derive C
                jacobian y wrt x
                hessian C wrt W1, b1
                hessian C wrt u and v
                vjp y wrt x with g
                jvp y wrt x with 2 v
                hvp C wrt w with v
                """))
        .containsExactly(
            "derive C wrt W1[i,j],b1",
            "derive C wrt ",
            "jacobian y wrt x",
            "hessian C wrt W1,b1",
            "hessian C wrt u,v mixed",
            "vjp y wrt x with g",
            "jvp y wrt x with {2 v}",
            "hvp C wrt w with v");
  }

  @Test
  void aDerivativeWinsOverANameThatLooksLikeOne() {
    assertThat(read("x in R\nC = x^2\ndC = 2\nq = dC/dx")).endsWith("q = d(C)/d(x)");
  }

  @Test
  void placesPointAtWhatWasWritten() {
    Equation equation = (Equation) Parser.parse("\n  s1 = W1 x + b1").statements().getFirst();
    Syntax.Binary sum = (Syntax.Binary) equation.sides().get(1);
    assertThat(equation.place()).isEqualTo(new Place(2, 3, 14));
    assertThat(sum.place()).isEqualTo(new Place(2, 13, 1));
    assertThat(sum.left().place()).isEqualTo(new Place(2, 8, 4));
  }

  @Test
  void aliasesNameFormulasByNameOrInWords() {
    assertThat(read("alias w = W, \"f output\" = a1"))
        .containsExactly("alias w = W", "alias f output = a1");
  }
}
