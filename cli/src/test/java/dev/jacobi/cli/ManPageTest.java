package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManPageTest {
  @Test
  void everyCommandAndOptionStandsInTheManual() {
    var page = ManPage.roff();
    for (var command : Main.COMMANDS) {
      assertThat(page).contains(".SS jacobi " + command.name());
      for (var option : command.spec().options()) {
        assertThat(page).contains(option.longestName().replace("-", "\\-"));
      }
    }
  }
}
