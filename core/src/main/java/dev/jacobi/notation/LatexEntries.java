package dev.jacobi.notation;

import dev.jacobi.notation.LatexResolved.Base;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Subscripts of which a part is the name's and a part its index: `W_{2,j}`, `o_{out_1}`.
final class LatexEntries {
  private static final Tex COLON = new Leaf(Role.STOP, ":", true, 0, 0);

  private LatexEntries() {}

  /// `\mu_{\phi_l}`, `o_{out_1}`: an entry of `mu_phi`, of `o_out`, where that is known.
  static Optional<LatexResolved> lower(Base base, List<Tex> sub, LatexNames names) {
    if (!(sub.getLast() instanceof Tex.Scripted raw)) {
      return Optional.empty();
    }
    Tex.Scripted last = LatexScripts.merged(raw);
    if (last.sub().isEmpty() || !last.sup().isEmpty() || last.primes() > 0) {
      return Optional.empty();
    }
    List<Tex> marks = new ArrayList<>(sub.subList(0, sub.size() - 1));
    marks.add(last.base());
    String joined = LatexResolved.joined(marks);
    Optional<String> known = joined.isEmpty() ? Optional.empty() : names.known(base.with(joined));
    return known.map(name -> {
      List<Tex> below = LatexFormula.flat(last.sub());
      List<List<Tex>> indices = LatexScripts.indices(below, names.order(name));
      return new LatexResolved(base.stem(), name, indices, false);
    });
  }

  /// `W_{2,j}`, where W2 is known and W is not: its column j.
  static Optional<LatexResolved> ofNumbered(Base base, List<List<Tex>> indices, LatexNames names) {
    String first = LatexResolved.joined(indices.getFirst());
    Optional<String> known = first.isEmpty() ? Optional.empty() : names.known(base.with(first));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<List<Tex>> rest = indices.subList(1, indices.size());
    if (rest.size() == 1 && names.order(known.get()) == 1) {
      return Optional.of(new LatexResolved(base.stem(), known.get(), rest, false));
    }
    boolean number = first.chars().allMatch(Character::isDigit);
    if (rest.size() == 1 && names.order(known.get()) == 2 && number) {
      List<List<Tex>> flat = LatexScripts.indices(rest.getFirst(), 2);
      rest = flat.size() == 2 ? flat : List.of(List.of(COLON), rest.getFirst());
    }
    return Optional.of(new LatexResolved(base.stem(), known.get(), rest, false));
  }
}
