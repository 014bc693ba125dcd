package dev.jacobi.check;

import dev.jacobi.elaborate.Manner.Layout;
import java.util.ArrayList;
import java.util.List;

/// Finds the layout that makes most of a document's relations with derivatives right.
final class Layouts {
  /// A side of a chain: is it equal to the head?
  private record Question(Judge judge, int side) {
    boolean isRightIn(Layout layout) {
      return judge.isRightIn(layout, side);
    }
  }

  private Layouts() {}

  /// The default among equals. Most documents are right in it nearly throughout: what is wrong
  /// there comes first in the others, which mostly shows at once that they cannot have more.
  static Layout of(List<Judge> judges) {
    List<Question> all = new ArrayList<>();
    for (Judge j : judges)
      if (j.layoutMatters()) for (int side : j.judged()) all.add(new Question(j, side));
    Layout best = Layout.ML;
    List<Question> right = all.stream().filter(x -> x.isRightIn(Layout.ML)).toList();
    int most = right.size();
    List<Question> wrongFirst = new ArrayList<>(all);
    wrongFirst.removeAll(right);
    wrongFirst.addAll(right);
    for (Layout l : Layout.values()) {
      int n = l == best ? most : rightIn(l, wrongFirst, most);
      if (n > most) {
        most = n;
        best = l;
      }
    }
    return best;
  }

  /// How many are right; any number up to `most` where they are not more than that.
  private static int rightIn(Layout layout, List<Question> all, int most) {
    int right = 0;
    int left = all.size();
    for (Question x : all) {
      if (right + left <= most) break;
      left--;
      if (x.isRightIn(layout)) right++;
    }
    return right;
  }
}
