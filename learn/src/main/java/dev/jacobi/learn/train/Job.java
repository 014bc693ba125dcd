package dev.jacobi.learn.train;

import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is trained, on what and how, as each of several machines has to know it.
///
/// @param parameters for their names and shapes
/// @param numbers of the examples to train on
/// @param every so many steps each machine makes before all go on from their average; 0 to add up
///   gradients at each step
public record Job(
    Task task,
    Settings settings,
    Sizes sizes,
    Map<String, Tensor> parameters,
    Dataset data,
    List<Integer> numbers,
    int every) {
  public Job {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters)); // in order
    numbers = List.copyOf(numbers);
  }

  /// Those that stand for names of the model.
  Map<String, Column> columns() {
    Map<String, Column> all = new LinkedHashMap<>();
    for (String name : task.data()) all.put(name, data.column(name));
    return all;
  }

  int[] examples() {
    return numbers.stream().mapToInt(n -> n).toArray();
  }

  boolean walks() {
    return every > 0;
  }
}
