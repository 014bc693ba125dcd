package dev.jacobi.learn.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A graph in ONNX's format while it is built: inputs, constants, and nodes in the order of their
/// computation, each of which gives one tensor a name.
///
/// Source: onnx/onnx, `onnx.proto`, IR version 8; operators of opset 17.
final class OnnxGraph {
  static final int OPSET = 17;
  private static final int IR_VERSION = 8;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /// An attribute of a node: a whole number, several, or a text.
  record Attribute(String name, Object value) {
    Proto proto() {
      var p = new Proto().text(1, name);
      return switch (value) {
        case Integer i -> p.number(3, i).number(20, 2);
        case String s -> p.text(4, s).number(20, 3);
        case int[] all -> {
          for (int i : all) p.number(8, i);
          yield p.number(20, 7);
        }
        default -> throw new IllegalArgumentException(name);
      };
    }
  }

  private static final class Node {
    final String operator;
    final List<String> inputs;
    final List<Attribute> attributes;
    String output;
    String doc = "";
    boolean named; // it is the result of a definition, and stays what it is

    Node(String operator, List<String> inputs, List<Attribute> attributes, String output) {
      this.operator = operator;
      this.inputs = new ArrayList<>(inputs);
      this.attributes = attributes;
      this.output = output;
    }

    Proto proto() {
      var p = new Proto();
      inputs.forEach(i -> p.text(1, i));
      p.text(2, output).text(3, output + "_" + operator).text(4, operator);
      attributes.forEach(a -> p.message(5, a.proto()));
      return doc.isEmpty() ? p : p.text(6, doc);
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Proto> constants = new LinkedHashMap<>();
  private final Map<String, String> known = new HashMap<>(); // constants by what they hold
  private final List<Proto> inputs = new ArrayList<>();
  private final List<Proto> outputs = new ArrayList<>();
  private final Map<String, String> same = new HashMap<>(); // nodes by what they compute
  private final Set<String> names = new HashSet<>();

  void input(String name, List<?> sides) {
    names.add(name);
    inputs.add(value(name, sides));
  }

  void output(String name, List<?> sides) {
    outputs.add(value(name, sides));
  }

  /// @param sides numbers, or names of those that are not known
  private static Proto value(String name, List<?> sides) {
    var shape = new Proto();
    for (Object s : sides) {
      var side = new Proto();
      shape.message(1, s instanceof Integer n ? side.number(1, n) : side.text(2, s.toString()));
    }
    var type = new Proto().message(1, new Proto().number(1, FLOAT).message(2, shape));
    return new Proto().text(1, name).message(2, type);
  }

  boolean isTaken(String name) {
    return names.contains(name);
  }

  /// A name like this one that nothing has yet.
  String free(String wish) {
    String name = wish;
    for (int q = 2; names.contains(name); q++) name = wish + "_" + q;
    names.add(name);
    return name;
  }

  void constant(String name, float[] data, int... sides) {
    names.add(name);
    constants.put(name, floats(name, data, sides));
  }

  private static Proto floats(String name, float[] data, int... sides) {
    var bytes = ByteBuffer.allocate(4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float x : data) bytes.putFloat(x);
    return tensor(name, FLOAT, bytes.array(), sides);
  }

  private static Proto tensor(String name, int type, byte[] raw, int... sides) {
    var p = new Proto();
    for (int s : sides) p.number(1, s);
    return p.number(2, type).text(8, name).bytes(9, raw);
  }

  /// The name of a constant of these numbers, made once.
  String number(float... data) {
    int[] sides = data.length == 1 ? new int[0] : new int[] {data.length};
    return array(data, sides);
  }

  String array(float[] data, int... sides) {
    String key = Arrays.toString(data) + Arrays.toString(sides);
    return known.computeIfAbsent(
        key,
        _ -> {
          String name = free("c");
          constants.put(name, floats(name, data, sides));
          return name;
        });
  }

  String whole(long[] data, int... sides) {
    String key = "whole " + Arrays.toString(data) + Arrays.toString(sides);
    return known.computeIfAbsent(
        key,
        _ -> {
          String name = free("i");
          var bytes = ByteBuffer.allocate(8 * data.length).order(ByteOrder.LITTLE_ENDIAN);
          for (long x : data) bytes.putLong(x);
          constants.put(name, tensor(name, INT64, bytes.array(), sides));
          return name;
        });
  }

  /// The result of an operator; the same of the same inputs is computed once.
  String node(String operator, List<String> inputs, Attribute... attributes) {
    var key = new StringBuilder(operator).append(inputs);
    for (Attribute a : attributes)
      key.append(a.name).append(a.value instanceof int[] all ? Arrays.toString(all) : a.value);
    return same.computeIfAbsent(
        key.toString(),
        _ -> {
          String name = free("t");
          nodes.add(new Node(operator, inputs, List.of(attributes), name));
          return name;
        });
  }

  String node(String operator, String... inputs) {
    return node(operator, List.of(inputs));
  }

  /// Adds a term to the product of two matrices in one operator, where that product is the last
  /// thing computed and has none yet.
  boolean addsInto(String product, String term) {
    if (nodes.isEmpty()) return false;
    Node last = nodes.getLast();
    if (last.named
        || !last.output.equals(product)
        || !last.operator.equals("Gemm")
        || last.inputs.size() != 2) return false;
    last.inputs.add(term);
    same.values().remove(product); // it is another result now
    return true;
  }

  /// Gives the result of a definition its name, and says what it is.
  void name(String tensor, String name, String doc) {
    Node last = nodes.isEmpty() ? null : nodes.getLast();
    if (last == null || !last.output.equals(tensor) || last.named) {
      last = new Node("Identity", List.of(tensor), List.of(), name);
      nodes.add(last);
    }
    last.output = name;
    last.doc = doc;
    last.named = true;
    same.values().remove(tensor);
    names.add(name);
  }

  /// The whole model.
  byte[] model(String name, String doc, Map<String, String> metadata) {
    var graph = new Proto();
    nodes.forEach(n -> graph.message(1, n.proto()));
    graph.text(2, name);
    constants.values().forEach(c -> graph.message(5, c));
    graph.text(10, doc);
    inputs.forEach(i -> graph.message(11, i));
    outputs.forEach(o -> graph.message(12, o));
    var model = new Proto().number(1, IR_VERSION).text(2, "jacobi").message(7, graph);
    model.message(8, new Proto().text(1, "").number(2, OPSET));
    metadata.forEach((k, v) -> model.message(14, new Proto().text(1, k).text(2, v)));
    return model.done();
  }
}
