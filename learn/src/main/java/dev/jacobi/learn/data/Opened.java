package dev.jacobi.learn.data;

import java.util.Optional;

/// Data that were opened: all of it, or what is to be learned from and what to be judged by where
/// they come apart.
public record Opened(Dataset data, Optional<Dataset> test) {
  Opened(Dataset data) {
    this(data, Optional.empty());
  }
}
