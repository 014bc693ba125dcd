package dev.jacobi.learn.train;

import java.util.List;

/// Others that compute at the same time, on this machine or elsewhere. Each answers by a [Part].
///
/// How many parts there are decides what is computed; who does which, and how often anew, does not.
public interface Crew extends AutoCloseable {
  int parts();

  /// Hands each part its work, and waits for all.
  ///
  /// @return the answers in the order of the parts, in which they are added up
  /// @throws dev.jacobi.learn.LearnException when one cannot be had
  List<Part.Answer> answers(List<Part.Work> work);

  /// Lets them go.
  @Override
  default void close() {}
}
