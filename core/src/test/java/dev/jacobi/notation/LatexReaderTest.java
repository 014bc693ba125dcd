package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Written.Link;
import dev.jacobi.notation.Written.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How displays are cut into chains, and what happens to what cannot be read.
class LatexReaderTest {
  private static final LatexNames NAMES =
      LatexTexts.names("W1:2 W2:2 W:2 b:1 b1:1 x:1 y:1 A:2 u:0 v:0 C:0 J:0 n:0 K:0 N:0 Dx:0", "f");

  private static void says(String tex, String text) {
    assertThat(LatexTexts.read(tex, NAMES)).as(tex).isEqualTo(text);
  }

  @Test
  void aRowThatBeginsWithARelationContinuesTheChain() {
    says("\\begin{aligned} C &= u \\\\ &= v \\\\ J &= C \\end{aligned}", "C = u = v; J = C");
    says("= u v", "… = u v");
    says("C = u \\\\ = v \\\\ J = u", "C = u = v; J = u");
    says("\\begin{eqnarray} C &=& u \\\\ &=& v \\nonumber \\end{eqnarray}", "C = u = v");
    says("\\begin{array}{rcl} C & = & u \\\\[2pt] & = & v \\end{array}", "C = u = v");
    says("\\begin{align} C &= u \\\\ &\\quad + v \\\\ &\\quad - 1 \\end{align}", "C = u + v - 1");
    says("C &= (u \\\\ &\\quad + v)", "C = u + v");
    says("C = \\begin{aligned}[t] & u \\\\ &= v \\end{aligned}", "C = u = v");
  }

  @Test
  void cellsCommasAndWordsPartStatements() {
    says("C &= u & J &= v", "C = u; J = v");
    says("C = u, \\quad J = v", "C = u; J = v");
    says("C = u \\text{ and } J = v", "C = u; J = v");
    says("C = u \\Rightarrow J = v", "C = u; J = v");
    says("C = u \\\\ \\intertext{where} J = v", "C = u; J = v");
    says("C = u.", "C = u");
    says("C = u, (1)", "C = u");
    says("C = u \\quad (1)", "C = u");
    says("\\boxed{C = u}", "C = u");
    says("- dx = u", "-dx = u");
  }

  @Test
  void conditionsStandBesideTheirChain() {
    says("C = u \\quad \\text{if } i \\neq j", "C = u | i != j");
    says("C = u, i \\neq j", "C = u | i != j");
    says("\\text{if } i = j: C = u", "C = u | i == j");
    says("x_i = u \\quad \\forall i", "x[i] = u");
    says("x_i = u, \\quad i = 1, \\dots, n", "x[i] = u");
    says("i \\neq j", "i != j");
    says("C = x \\text{ (summed over the batch)}", "C = x | (summed over the batch)");
  }

  @Test
  void rangesOfAnIndexAreMemberships() {
    says("k = 1, \\dots, K", "k in integers[1, K]");
    says("i = 1 \\cdots n", "i in integers[1, n]");
    says("C = u, k = 1, \\dots, K", "C = u");
  }

  @Test
  void namesInWordsAreNames() {
    says("\\text{Linear}_1 \\text{ input} &= x", "Linear_1 input = x");
    says("f \\text{ output} = u", "f output = u");
    says("\\text{Loss output} = u", "Loss output = u");
    says("\\text{Loss} = u", "Loss = u");
  }

  @Test
  void membershipsNameShapes() {
    says("x, y \\in \\mathbb{R}^2", "x in R[2]; y in R[2]");
    says("W_1 \\in \\mathbb R^{K\\times n}", "W1 in R[K, n]");
    says("W_1 \\in [D_x, H], b_1 \\in [H]", "W1 in R[Dx, H]; b1 in R[H]");
    says("u \\in \\mathbb{R}", "u in R");
    says("u \\in \\mathbb{R}_+", "u in R+");
    says("y \\in \\{0,1\\}^K", "y in {0,1}[K]");
    says("u \\in (0,1)", "u in (0,1)");
    says("k \\in \\{1,\\dots,K\\}", "k in integers[1, K]");
    says("\\frac{\\partial C}{\\partial x} \\in \\mathbb{R}^{1 \\times n}", "dC/dx in R[1, n]");
    says("f: \\mathbb{R}^n \\to \\mathbb{R}", "f ~ R[n] ~ R");
  }

  @Test
  void everySignIsRead() {
    says("C := u", "C := u");
    says("C \\triangleq u", "C := u");
    says("C \\equiv u", "C := u");
    says("C \\approx u", "C ~ u");
    says("C \\propto u", "C ~ u");
    says("u \\le v", "u <= v");
    says("u < v", "u < v");
    says("\\overset{!}{=} u", "… = u");
    says("u \\neq v", "u != v");
  }

  @Test
  void aSideThatCannotBeReadSpoilsNoOther() {
    says("C = (u \\\\ J = v", "C = (unread: this `(` is never closed); J = v");
    says("C = \\unknown{u} = v", "C = (unread: the command `\\unknown` is not known) = v");
    says("C = \\mathbb{E}[x] = v", "C = (unread: expectations and probabilities are not read) = v");
    says("p(y|x) = u", "(unread: probabilities are not read) = u");
    says("C =", "C = (unread: nothing follows this sign)");
  }

  @Test
  void placesCountInWhatWasWritten() {
    Written read = LatexReader.read("C = u +\n  \\oops v", Map.of(), NAMES);
    Link side = read.chains().getFirst().links().getLast();
    assertThat(List.of(side.from(), side.to())).containsExactly(2, 17);
    assertThat(side.side())
        .isInstanceOfSatisfying(
            Side.Unread.class,
            unread -> assertThat(unread.problem().place()).isEqualTo(new Place(2, 3, 5)));
  }

  @Test
  void whatAMacroMadeStandsWhereItWasUsed() {
    Map<String, LatexMacro> macros =
        Map.of(
            "\\d", new LatexMacro(2, "\\frac{\\partial #1}{\\partial #2}"),
            "R", new LatexMacro(0, "\\mathbb{R}"),
            "\\norm", new LatexMacro(2, Optional.of("2"), "\\|#2\\|_#1"));
    Written read = LatexReader.read("u = \\d{C}{x} + \\norm[1]x, x\\in\\R^n", macros, NAMES);
    assertThat(LatexTexts.of(read)).isEqualTo("u = dC/dx + ||x||_1; x in R[n]");
    Link side = read.chains().getFirst().links().getLast();
    assertThat(side.side())
        .isInstanceOfSatisfying(
            Side.Formula.class,
            formula ->
                assertThat(((Syntax.Binary) formula.syntax()).left().place())
                    .isEqualTo(new Place(1, 5, 8)));
  }

  @Test
  void macrosThatGrowWithoutEndAreRefused() {
    Map<String, LatexMacro> macros = Map.of("\\a", new LatexMacro(0, "\\a\\a"));
    assertThat(LatexTexts.of(LatexReader.read("\\a", macros, NAMES))).contains("without end");
  }
}
