package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.document.Document;
import dev.jacobi.document.Document.Part;
import dev.jacobi.document.Documents;
import org.junit.jupiter.api.Test;

class NotebookTest {
  private static final String NOTEBOOK =
      """
      {"nbformat": 4, "cells": [
        {"cell_type": "markdown", "source": ["# Loss\\n", "Let $C = \\\\|s\\\\|^2$."]},
        {"cell_type": "code", "source": "dW = d @ x.T\\n\\n# ``` here", "outputs": []},
        {"cell_type": "raw", "source": ["$no$"]},
        {"cell_type": "markdown", "source": ["$$\\n", "a = b\\n", "$$"]}
      ]}
      """;

  private static Notebook read(String text) {
    return Notebook.read(new Source("a.ipynb", text));
  }

  @Test
  void cellsBecomeMarkdownAndFencedCode() {
    Document document = Documents.read("a.md", read(NOTEBOOK).markdown());
    assertThat(document.parts().stream().map(NotebookTest::shown))
        .containsExactly(
            "Loss", "Let", "C = \\|s\\|^2", ".", "python: dW = d @ x.T\n\n# ``` here", "a = b");
  }

  private static String shown(Part part) {
    return switch (part) {
      case Part.Heading h -> h.title();
      case Part.Prose p -> p.line();
      case Part.Math m -> m.tex();
      case Part.Code c -> c.language() + ": " + c.code();
    };
  }

  @Test
  void everyLineKnowsItsCell() {
    Notebook notebook = read(NOTEBOOK);
    Document document = Documents.read("a.md", notebook.markdown());
    assertThat(notebook.origins()).hasSize((int) notebook.markdown().lines().count());
    Part last = document.parts().getLast();
    assertThat(notebook.origin(document.place(last.from(), 1).line()))
        .isEqualTo(new Notebook.Origin(4, 2));
    assertThat(notebook.origin(2)).isEqualTo(new Notebook.Origin(1, 2));
    assertThat(notebook.origin(0)).isEqualTo(new Notebook.Origin(0, 0));
  }

  @Test
  void whatIsNoNotebookIsRefused() {
    assertThatThrownBy(() -> read("{\"cells\": "))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.ipynb:1:")
        .hasMessageContaining("not a notebook");
    assertThatThrownBy(() -> read("[1]"))
        .isInstanceOf(InputException.class)
        .hasMessage("a.ipynb: not a notebook (it has no cells)");
  }
}
