package dev.jacobi.learn.data;

import java.util.Arrays;
import java.util.List;

/// Labels spread out: of as many numbers as there are classes, 1 at the place of the label, else 0.
public final class OneHot implements Column {
  private final Column labels;
  private final int classes;

  /// @throws DataException when the column has no labels
  public OneHot(Column labels) {
    if (labels.classes().isEmpty() || labels.width() != 1)
      throw new DataException(labels.name() + " holds no labels, which one-hot rows are made of");
    this.labels = labels;
    this.classes = labels.classes().size();
  }

  @Override
  public String name() {
    return labels.name();
  }

  @Override
  public List<Integer> sides() {
    return List.of(classes);
  }

  @Override
  public List<String> classes() {
    return labels.classes();
  }

  /// The labels come first, packed at the end of their place, and are spread from the front: each
  /// is read before its place is needed.
  @Override
  public void gather(int[] examples, int from, int count, float[] into, int at) {
    int packed = at + count * (classes - 1);
    labels.gather(examples, from, count, into, packed);
    for (int q = 0; q < count; q++) {
      int label = (int) into[packed + q];
      int row = at + q * classes;
      Arrays.fill(into, row, row + classes, 0);
      into[row + label] = 1;
    }
  }

  @Override
  public void gather(int[] examples, int from, int count, double[] into, int at) {
    int packed = at + count * (classes - 1);
    labels.gather(examples, from, count, into, packed);
    for (int q = 0; q < count; q++) {
      int label = (int) into[packed + q];
      int row = at + q * classes;
      Arrays.fill(into, row, row + classes, 0);
      into[row + label] = 1;
    }
  }
}
