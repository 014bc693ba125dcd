package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Written.Chain;
import dev.jacobi.notation.Written.Link;
import dev.jacobi.notation.Written.Side;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads LaTeX mathematics as people and OCR write it, without its delimiters, into [Written].
///
/// What it says is turned into the tokens of the one grammar ([Formulas]), so that LaTeX and plain
/// text mean the same. Nothing is refused as a whole: a side that cannot be read is a [Side.Unread]
/// with the sign that stopped it, and the sides and rows around it are read.
public final class LatexReader {
  private final LatexNames names;
  private final LatexPlaces places;
  private final LatexStatements statements = new LatexStatements();
  private LatexHead head = LatexHead.NONE;

  private LatexReader(String tex, LatexNames names) {
    this.names = names;
    this.places = new LatexPlaces(tex);
  }

  /// What a stretch of mathematics says. Places and offsets count in `tex`; what an author's macro
  /// made stands where the macro was used. Never throws.
  ///
  /// - `macros`: what the author defined, by name, with or without the backslash
  /// - `names`: what is known so far
  public static Written read(String tex, Map<String, LatexMacro> macros, LatexNames names) {
    LatexReader reader = new LatexReader(tex, names);
    try {
      return reader.written(LatexTree.read(tex, macros, reader.places::of));
    } catch (NotationException refused) {
      Link unread = new Link(Sign.FIRST, new Side.Unread(refused.problem()), 0, tex.length());
      return new Written(List.of(new Chain(false, List.of(unread), List.of())));
    }
  }

  /// Whether it is a sign of operation or relation and nothing else, `\cdot`: text speaks of the
  /// sign then.
  public static boolean isSign(String tex) {
    try {
      List<Tex> items = LatexLayout.flat(LatexTree.read(tex, Map.of(), (_, _) -> Place.NONE));
      return items.size() == 1
          && (items.getFirst().is(Role.SIGN) || LatexStatements.relation(items.getFirst()) != null);
    } catch (NotationException refused) {
      return false;
    }
  }

  private Written written(List<Tex> items) {
    List<Chain> chains = new ArrayList<>();
    for (LatexStatements.Statement statement : statements.of(items)) {
      boolean words = statement.conditions().isEmpty() && LatexSides.isNothing(statement, names);
      Chain chain = words ? new Chain(false, List.of(), List.of()) : chain(statement);
      if (!chain.links().isEmpty() || !chain.conditions().isEmpty()) {
        split(chain, chains);
      }
    }
    return new Written(chains);
  }

  /// `a \le b = c` says that a is at most b, and that b is c.
  private static void split(Chain whole, List<Chain> into) {
    List<Link> links = whole.links();
    int from = 0;
    boolean continues = whole.continues();
    for (int q = 1; q + 1 < links.size(); q++) {
      Sign sign = links.get(q).sign();
      Sign next = links.get(q + 1).sign();
      boolean equal = sign == Sign.EQUALS || sign == Sign.DEFINES || sign == Sign.IN;
      if (equal || (next != Sign.EQUALS && next != Sign.DEFINES)) {
        continue;
      }
      into.add(new Chain(continues, first(links.subList(from, q + 1), from), whole.conditions()));
      from = q;
      continues = false;
    }
    List<Link> rest = first(links.subList(from, links.size()), from);
    into.add(new Chain(continues, rest, whole.conditions()));
  }

  /// The links of a chain that begins in the middle of another.
  private static List<Link> first(List<Link> links, int from) {
    if (from == 0) {
      return links;
    }
    List<Link> own = new ArrayList<>(links);
    Link head = own.getFirst();
    own.set(0, new Link(Sign.FIRST, head.side(), head.from(), head.to()));
    return own;
  }

  private Chain chain(LatexStatements.Statement written) {
    List<List<Tex>> where = new ArrayList<>(written.conditions());
    var statement =
        new LatexStatements.Statement(new LatexWhere(where).all(written.items()), where);
    List<Syntax> conditions = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    head = LatexHead.NONE;
    Sign sign = Sign.FIRST;
    int from = -1;
    List<Tex> side = new ArrayList<>();
    for (Tex item : LatexSides.withoutInstruction(statement.items(), names)) {
      Tex relation = LatexStatements.relation(item);
      if (relation == null) {
        side.add(item);
        continue;
      }
      add(links, sign, from, side, conditions);
      sign = LatexSides.sign(relation);
      from = relation.from();
      side = new ArrayList<>();
    }
    add(links, sign, from, side, conditions);
    for (List<Tex> condition : statement.conditions()) {
      conditions.add(condition(condition));
    }
    boolean continues = !links.isEmpty() && links.getFirst().sign() != Sign.FIRST;
    return new Chain(continues, links, conditions);
  }

  private void add(
      List<Link> links, Sign sign, int from, List<Tex> items, List<Syntax> conditions) {
    List<Tex> primed = new LatexPrimes(names).side(items, sign == Sign.FIRST);
    List<Tex> side = LatexSides.withoutRemarks(primed, names, this::name, conditions);
    if (side.isEmpty() && sign == Sign.FIRST) {
      return;
    }
    if (sign == Sign.FIRST) {
      side = LatexSides.withoutLabel(side, names);
      head = LatexHead.of(side, names);
    }
    int start = from >= 0 ? from : side.getFirst().from();
    int end = side.isEmpty() ? start + 1 : side.getLast().to();
    links.add(new Link(sign, side(sign, side, start), start, end));
  }

  private Side side(Sign sign, List<Tex> items, int from) {
    try {
      if (items.isEmpty()) {
        throw new NotationException(places.of(from, from + 1), "nothing follows this sign", "");
      }
      boolean set = sign == Sign.IN || LatexShapes.isSet(items);
      if (set) {
        return LatexShapes.read(items, names, places::of);
      }
      return new Side.Formula(
          LatexSides.isWords(items, names) && (sign == Sign.FIRST || items.getFirst().is(Role.WORD))
              ? name(items)
              : LatexFormula.side(items, sign == Sign.FIRST, head, names, places::of));
    } catch (NotationException refused) {
      return new Side.Unread(refused.problem());
    }
  }

  /// A name in words, `Linear_1 input`.
  private Syntax name(List<Tex> items) {
    StringBuilder words = new StringBuilder();
    for (Tex item : items) {
      words.append(words.isEmpty() ? "" : " ").append(LatexSides.words(item));
    }
    String known = words.toString();
    Place place = places.of(items.getFirst().from(), items.getLast().to());
    return new Syntax.Name(names.known(List.of(known)).orElse(known), place);
  }

  private Syntax condition(List<Tex> items) {
    try {
      boolean words = items.stream().anyMatch(item -> item.is(Role.WORD));
      return words ? name(items) : LatexFormula.condition(items, names, places::of);
    } catch (NotationException refused) {
      int from = items.getFirst().from();
      int to = items.getLast().to();
      return new Syntax.Name(places.text(from, to), places.of(from, to));
    }
  }
}
