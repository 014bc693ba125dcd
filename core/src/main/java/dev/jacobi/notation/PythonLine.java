package dev.jacobi.notation;

import java.util.List;

/// What one logical line of Python says of a backward pass; `from` and `to` are offsets in the code
/// that was read.
public sealed interface PythonLine {
  int from();

  int to();

  Place place();

  /// `dW = X.T @ d`; `dW += …` has `dW + …` for its value. Of `W.grad` and `grads["W"]` the target
  /// is `dW`, of `self.W` and `cache["W"]` it is `W`.
  record Assignment(String target, Syntax value, int from, int to, Place place)
      implements PythonLine {}

  /// `x, W = ctx.saved_tensors`: names for what was made elsewhere.
  record Given(List<String> names, String source, int from, int to, Place place)
      implements PythonLine {
    public Given {
      names = List.copyOf(names);
    }
  }

  /// `ctx.save_for_backward(x, W)`.
  record Saved(List<Syntax> values, int from, int to, Place place) implements PythonLine {
    public Saved {
      values = List.copyOf(values);
    }
  }

  /// `def backward(x, W):`; `self` and `ctx` are left out.
  record Function(String name, List<String> parameters, int from, int to, Place place)
      implements PythonLine {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /// `return dx, dW`; `None` is the name `None`.
  record Return(List<Syntax> values, int from, int to, Place place) implements PythonLine {
    public Return {
      values = List.copyOf(values);
    }
  }

  /// `for`, `while`, `if`, `else`, `with`, `class`: what is indented below follows, as if done
  /// once.
  record Block(String keyword, int from, int to, Place place) implements PythonLine {}

  /// Not understood; the problem stands at the token that stopped the reader.
  record Unread(Problem problem, int from, int to, Place place) implements PythonLine {}
}
