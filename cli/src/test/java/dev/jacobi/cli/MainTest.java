package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {
  static List<String> commands() {
    return Main.COMMANDS.stream().map(Command::name).toList();
  }

  @Test
  void helpNamesEveryCommand() {
    var run = Run.of("--help");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains(commands());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelp(String command) {
    var run = Run.of(command, "--help");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).startsWith("Usage: jacobi " + command);
    assertThat(Run.of("help", command)).isEqualTo(run);
  }

  @Test
  void versionNamesTheProgram() {
    assertThat(Run.of("--version").out()).startsWith("jacobi ");
  }

  @Test
  void nothingToDoShowsHelpAndFails() {
    var run = Run.of();
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).startsWith("Usage: jacobi");
  }

  @Test
  void unknownCommandListsTheKnown() {
    var run = Run.of("differentiate");
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err())
        .contains("no command 'differentiate'")
        .contains("derive, check, describe");
  }

  @Test
  void fileWithoutCommandIsOfferedToDerive() {
    assertThat(Run.of("net.jacobi").err()).contains("try: jacobi derive net.jacobi");
  }

  @Test
  void unknownOptionIsBadInput() {
    var run = Run.of("derive", "--fast", "net.jacobi");
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("--fast").contains("try: jacobi derive --help");
  }

  @Test
  void unknownWordListsTheKnown() {
    var run = Run.of("derive", "--to", "word", "net.jacobi");
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("'word' is none of text, latex, latex-document");
  }

  @Test
  void missingFileIsBadInputWithoutTrace() {
    var run = Run.of("derive", "no/such.jacobi");
    assertThat(run).isEqualTo(new Run(Exit.BAD_INPUT, "", run.err()));
    assertThat(run.err().strip()).isEqualTo("jacobi: no/such.jacobi: no such file");
  }

  @Test
  void argumentIsNeverExpanded() {
    assertThat(Run.of("derive", "@args").err()).contains("@args: no such file");
  }
}
