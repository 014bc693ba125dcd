package dev.jacobi.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What runs: steps over buffers of known sizes.
///
/// - `inputs`: the declared names that are read, in the order of the model
/// - `outputs`: what was asked for, in the order asked
public record Program(List<Buffer> inputs, List<Buffer> outputs, List<Step> steps) {
  public Program {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    steps = List.copyOf(steps);
  }

  /// All buffers: inputs, outputs, then temporaries in the order in which they are written.
  public List<Buffer> buffers() {
    Set<Buffer> all = new LinkedHashSet<>(inputs);
    all.addAll(outputs);
    for (Step s : steps) {
      all.addAll(s.reads());
      all.add(s.out());
    }
    return new ArrayList<>(all);
  }

  public double operations() {
    return steps.stream().mapToDouble(Step::operations).sum();
  }

  /// The same for programs that do the same at the same sizes.
  public String key() {
    return Keys.of(this);
  }

  /// A line for each step: what it computes, how, and what that costs.
  ///
  /// @param bytes of one number
  public String text(int bytes) {
    return ProgramText.of(this, bytes);
  }
}
