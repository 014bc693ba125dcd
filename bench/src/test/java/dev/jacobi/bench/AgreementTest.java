package dev.jacobi.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jacobi.bench.floor.Floor;
import dev.jacobi.bench.ours.Ours;
import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is timed beside each other does the same.
class AgreementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny",
        "two-layer",
        "mlp:batch=7,in=13,width=9,layers=2,out=5",
        "mlp:batch=70,in=40,width=33,layers=1,out=10",
        "softmax-jacobian:n=10",
        "softmax-jacobian:n=37",
        "logistic-hessian:m=21,n=13",
        "logistic-hessian:m=50,n=70",
        "logistic-hvp:m=21,n=13",
        "net-hessian",
        "attention:n=19,d=8",
        "layer-norm:b=5,n=37"
      })
  void byHandAndCompiledAreAlike(String text) {
    Task task = Task.read(text);
    Map<String, double[]> floor = results(new Floor(), task);
    Map<String, double[]> ours = results(new Ours(), task);
    assertEquals(floor.keySet(), ours.keySet());
    floor.forEach((name, values) -> {
      double size = 0;
      for (double v : values) size = Math.max(size, Math.abs(v));
      for (int i = 0; i < values.length; i++)
        assertEquals(values[i], ours.get(name)[i], 1e-5 * size, name + " at " + i);
    });
  }

  private static Map<String, double[]> results(Contender contender, Task task) {
    Work work = contender.open(task).values().iterator().next();
    work.run();
    var all = new HashMap<String, double[]>();
    for (Work.Array a : work.results()) all.put(a.name(), a.values());
    return all;
  }
}
