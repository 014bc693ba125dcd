package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From names of a model to columns of data.
class PreparationTest {
  private static final String ONE =
      """
      x in R[n], t in onehot[K]
      W in R[K, n], b in R[K]
      p = softmax(W x + b)
      C = ce(p, t)
      """;
  private static final String BATCH =
      """
      X in R[N, n], T in onehot[N, K]
      W in R[n, K]
      P = softmax(X W)
      C = -mean(rowsum(T .* log(P)))
      """;
  private static final String REGRESSION =
      """
      x in R[n], y in R
      w in R[n], c in R
      p = w' x + c
      C = (p - y)^2
      """;
  private static final Dataset PEOPLE =
      new Dataset(
          "people.csv",
          4,
          List.of(
              Stored.of("age", new double[] {10, 20, 30, 40}),
              Stored.labels("town", new int[] {0, 1, 1, 0}, List.of("Bern", "Ulm")),
              Stored.of("height", new double[] {1, 2, 3, 4}),
              Stored.of("pay", new double[] {5, 6, 7, 8})));

  private static Model model(String text) {
    var model = Jacobi.read("m", text);
    assertThat(model.problems()).isEmpty();
    return model;
  }

  private static Roles roles(String text, String... parameters) {
    var model = model(text);
    return Roles.of(model, model.read().model().variables().keySet(), List.of(parameters));
  }

  private static Preparation learn(
      String text, Words words, Dataset data, Map<String, Integer> sizes, String... parameters) {
    return Preparation.learn(
        model(text),
        roles(text, parameters),
        words,
        data,
        data.all(),
        sizes,
        Preparation.Scaling.NONE);
  }

  private static double[] row(Dataset d, String name, int example) {
    double[] row = new double[d.column(name).width()];
    d.column(name).gather(new int[] {example}, 0, 1, row, 0);
    return row;
  }

  @Test
  void aTargetIsWhatThePredictionDoesNotRestOn() {
    assertThat(roles(ONE, "W", "b").targets()).containsExactly("t");
    assertThat(roles(ONE, "W", "b").inputs()).containsExactly("x");
    assertThat(roles(ONE, "W", "b").batch()).isEmpty();
    assertThat(roles(BATCH, "W").targets()).containsExactly("T");
    assertThat(roles(BATCH, "W").batch()).contains("N");
    assertThat(roles("input t\ntarget x\n" + ONE, "W", "b").targets()).containsExactly("x");
  }

  @Test
  void picturesAreFlattenedAndLabelsSpread() {
    var p = learn(ONE, Words.NONE, Digits.read(), Map.of(), "W", "b");
    assertThat(p.sizes()).containsEntry("n", 64).containsEntry("K", 10);
    assertThat(p.classes()).hasSize(10);
    var d = p.apply(model(ONE), Digits.read(), true);
    assertThat(d.column("x").sides()).containsExactly(64);
    assertThat(row(d, "t", 1)).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(p.apply(model(ONE), Digits.read(), false).columns()).hasSize(1);
  }

  @Test
  void aModelForManyExamplesTakesTheSameColumns() {
    var p = learn(BATCH, Words.NONE, Digits.read(), Map.of(), "W");
    var d = p.apply(model(BATCH), Digits.read(), true);
    assertThat(p.batch()).contains("N");
    assertThat(d.column("X").sides()).containsExactly(64);
    assertThat(d.column("T").sides()).containsExactly(10);
  }

  @Test
  void wordsChooseColumnsAndRangesOfThem() {
    var words = Words.parse(List.of("x=age..height"), List.of("pay"));
    var p = learn(REGRESSION, words, PEOPLE, Map.of(), "w", "c");
    var d = p.apply(model(REGRESSION), PEOPLE, true);
    assertThat(row(d, "x", 1)).containsExactly(20, 0, 1, 2);
    assertThat(row(d, "y", 1)).containsExactly(6);
    assertThat(p.sizes()).containsEntry("n", 4);
  }

  @Test
  void theTargetIsTheLastColumn() {
    var numbers =
        new Dataset(
            "d", 4, List.of(PEOPLE.column("age"), PEOPLE.column("height"), PEOPLE.column("pay")));
    var d =
        learn(REGRESSION, Words.NONE, numbers, Map.of(), "w", "c")
            .apply(model(REGRESSION), numbers, true);
    assertThat(row(d, "x", 3)).containsExactly(40, 4);
    assertThat(row(d, "y", 3)).containsExactly(8);
    // Two classes are 0 and 1 for one number.
    var words = Words.parse(List.of(), List.of("town"));
    var p = learn(REGRESSION, words, PEOPLE, Map.of(), "w", "c");
    assertThat(row(p.apply(model(REGRESSION), PEOPLE, true), "y", 2)).containsExactly(1);
  }

  @Test
  void inputsAreStandardisedAsTheTrainingPartWas() {
    var words = Words.parse(List.of("x=age,height"), List.of("y=pay"));
    var p =
        Preparation.learn(
            model(REGRESSION),
            roles(REGRESSION, "w", "c"),
            words,
            PEOPLE,
            new int[] {0, 2},
            Map.of(),
            Preparation.Scaling.AUTO);
    var d = p.apply(model(REGRESSION), PEOPLE, true);
    assertThat(row(d, "x", 3)).containsExactly(2, 2);
    assertThat(row(d, "y", 3)).containsExactly(8);
  }

  @Test
  void wholeNumbersAreClassesWhereTheModelWantsThem() {
    var d =
        new Dataset(
            "d",
            3,
            List.of(
                Stored.of("a", new double[] {1, 2, 3}), Stored.of("c", new double[] {7, 3, 7})));
    var p = learn(ONE, Words.NONE, d, Map.of(), "W", "b");
    assertThat(p.classes()).containsExactly("3", "7");
    assertThat(row(p.apply(model(ONE), d, true), "t", 0)).containsExactly(0, 1);
    String counted = "x in R[n]\nk in 1..K\nW in R[K, n]\nz = W x\nC = logsumexp(z) - z[k]\n";
    var q = learn(counted, Words.NONE, d, Map.of("K", 2), "W");
    assertThat(row(q.apply(model(counted), d, true), "k", 0)).containsExactly(2);
    String signs = "x in R[n]\ny in {-1,1}\nw in R[n]\ns = w' x\nC = relu(1 - y s)\n";
    var r = learn(signs, Words.parse(List.of("age"), List.of("town")), PEOPLE, Map.of(), "w");
    assertThat(row(r.apply(model(signs), PEOPLE, true), "y", 0)).containsExactly(-1);
  }

  @Test
  void otherDataAreReadByTheClassesOfTheTrainingData() {
    var train =
        new Dataset(
            "train",
            2,
            List.of(
                PEOPLE.column("age"),
                Stored.labels("kind", new int[] {0, 2}, List.of("cat", "dog", "owl"))));
    var test =
        new Dataset(
            "test",
            2,
            List.of(
                PEOPLE.column("age"),
                Stored.labels("kind", new int[] {0, 1}, List.of("dog", "owl"))));
    var p = learn(ONE, Words.NONE, train, Map.of(), "W", "b");
    assertThat(row(p.apply(model(ONE), test, true), "t", 0)).containsExactly(0, 1, 0);
    var other =
        new Dataset(
            "other",
            1,
            List.of(PEOPLE.column("age"), Stored.labels("kind", new int[] {0}, List.of("fox"))));
    assertThatThrownBy(() -> p.apply(model(ONE), other, true))
        .hasMessage(
            "other: kind of example 1 is `fox`, which is not among the classes of the training data: cat, dog, owl");
  }

  @Test
  void whatWasLearnedIsReadAgainToTheBit() {
    var p =
        Preparation.learn(
            model(ONE),
            roles(ONE, "W", "b"),
            Words.NONE,
            Digits.read(),
            new int[] {1, 2, 3, 5},
            Map.of(),
            Preparation.Scaling.ENTRIES);
    String text = PreparationJson.text(p);
    var read = PreparationJson.read("data.json", text);
    assertThat(PreparationJson.text(read)).isEqualTo(text);
    assertThat(row(read.apply(model(ONE), Digits.read(), true), "x", 77))
        .isEqualTo(row(p.apply(model(ONE), Digits.read(), true), "x", 77));
    for (String wrong : List.of("", "[]", "{}", "{\"sizes\": {}, \"names\": [1]}", "{\"sizes\""))
      assertThatThrownBy(() -> PreparationJson.read("data.json", wrong))
          .hasMessageContaining("data.json: does not say");
  }

  @Test
  void whatDoesNotFitIsToldWithWhatWould() {
    assertThatThrownBy(() -> learn(ONE, Words.NONE, Digits.read(), Map.of("K", 3), "W", "b"))
        .hasMessage(
            "digits: t is in onehot[K], with K = 3, for one example, and the label of label has 10 numbers (its classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)");
    assertThatThrownBy(() -> learn(ONE, Words.NONE, Digits.read(), Map.of("n", 5), "W", "b"))
        .hasMessageContaining(
            "x is in R[n], with n = 5, for one example, and image has 8 × 8 numbers: bind other columns with --input x=…");
    assertThatThrownBy(() ->
            learn(
                ONE, Words.parse(List.of("q=image"), List.of()), Digits.read(), Map.of(), "W", "b"))
        .hasMessage("--input q=image: the model has no such name to be given by data; there is x");
    assertThatThrownBy(() ->
            learn(
                ONE, Words.parse(List.of("t=label"), List.of()), Digits.read(), Map.of(), "W", "b"))
        .hasMessage("--input t=label: t has the other role in the model: use the other option");
    assertThatThrownBy(() ->
            learn(
                ONE,
                Words.parse(List.of("x=pixels"), List.of()),
                Digits.read(),
                Map.of(),
                "W",
                "b"))
        .hasMessage("digits: no column `pixels`; there are image, label");
    assertThatThrownBy(() -> Words.parse(List.of("=a"), List.of()))
        .hasMessageContaining("--input x=age,height");
    assertThatThrownBy(() -> Words.parse(List.of("x=a", "x=b"), List.of()))
        .hasMessageContaining("twice");
    assertThatThrownBy(() ->
            learn(
                REGRESSION,
                Words.parse(List.of("x=pay..age"), List.of()),
                PEOPLE,
                Map.of(),
                "w",
                "c"))
        .hasMessageContaining("turn them round");
  }

  @Test
  void valuesOutsideTheDeclaredSetAndNaNAreRefusedByExample() {
    String bce =
        "x in R[n]\ny in {0,1}\nw in R[n]\np = sigmoid(w' x)\nC = -y log(p) - (1 - y) log(1 - p)\n";
    var data =
        new Dataset(
            "d",
            2,
            List.of(Stored.of("a", new double[] {1, 2}), Stored.of("y", new double[] {1, 2})));
    assertThatThrownBy(() -> learn(bce, Words.NONE, data, Map.of(), "w"))
        .hasMessage("d: example 2 of y is 2, and y is declared in {0,1}");
    var nan = data.with(Stored.of("a", new double[] {1, Double.NaN}));
    assertThatThrownBy(() -> learn(bce, Words.NONE, nan, Map.of(), "w"))
        .hasMessageContaining("d: example 2 of x is NaN");
    String simplex = "x in R[n]\nt in simplex[K]\nW in R[K, n]\np = softmax(W x)\nC = ce(p, t)\n";
    var sums =
        new Dataset(
            "d",
            2,
            List.of(
                Stored.of("x", new double[] {1, 2}),
                Stored.of("t", new double[] {1, 0, 0.5, 0.4}, 2)));
    assertThatThrownBy(() -> learn(simplex, Words.NONE, sums, Map.of(), "W"))
        .hasMessage("d: t is declared in simplex, and the numbers of example 2 sum to 0.9");
  }

  @Test
  void aNameWithoutAColumnIsAskedFor() {
    String two = "u in R\nv in R\ny in R\na in R\np = a u + v\nC = (p - y)^2\n";
    var data =
        new Dataset("d", 1, List.of(Stored.of("r", new double[1]), Stored.of("s", new double[1])));
    assertThatThrownBy(() -> learn(two, Words.NONE, data, Map.of(), "a"))
        .hasMessage(
            "d: no column stands for u, nor for v: add --input u=COLUMN; there are r, s; or, for a"
                + " number that all examples share, --set NAME=0.01");
  }
}
