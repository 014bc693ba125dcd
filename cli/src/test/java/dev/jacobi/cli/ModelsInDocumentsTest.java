package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notebooks that are checked, and models that stand in documents.
class ModelsInDocumentsTest {
  private static final String KEY =
      """
      x in R[n],  y in R[K]
      W in R[K, n]
      z = W x
      J = 1/2 ||z - y||^2
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aNotebookIsCheckedAndSaysCellAndLine() throws IOException {
    var notebook =
        file(
            "hw.ipynb",
            """
            {"nbformat": 4, "cells": [
              {"cell_type": "markdown", "source": ["# Backward\\n", "$dz = y - z$"]},
              {"cell_type": "code", "source": "import numpy as np\\ndW = np.outer(z - y, x)"},
              {"cell_type": "code", "source": "dx = W @ dz"}]}
            """);
    var run = Run.of("check", "--key", file("key.jacobi", KEY), notebook);
    assertThat(run.exit()).isEqualTo(Exit.WRONG);
    assertThat(run.out())
        .contains("refuted (sign): cell 1, line 2: `y` and `z` are exchanged: the sign is wrong")
        .contains("malformed (transpose): cell 3, line 1: ")
        .contains("3 relations: 1 proved, 1 refuted, 1 malformed");
  }

  @Test
  void aModelIsDerivedFromTheBlocksOfADocument() throws IOException {
    var text = "# Model\n\n```jacobi\n" + KEY + "```\n\nThen\n\n```jacobi\nderive J wrt W\n```\n";
    var run = Run.of("derive", file("notes.md", text));
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("dJ/dW = dJ/dz x'").doesNotContain("dJ/dx");
  }

  @Test
  void aProblemInABlockStandsOnTheLineOfTheDocument() throws IOException {
    var run = Run.of("derive", file("notes.md", "# Model\n\n```jacobi\nx in R[n\n```\n"));
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("notes.md:4:");
  }

  @Test
  void aDocumentsOwnMathematicsIsAModel() throws IOException {
    var text =
        """
        \\documentclass{article}
        \\begin{document}
        Let $x \\in \\mathbb{R}^n$, $W \\in \\mathbb{R}^{K \\times n}$ and $y \\in \\mathbb{R}^K$.
        \\[ z = W x \\]
        \\[ J = \\|z - y\\|^2 \\]
        \\end{document}
        """;
    var run = Run.of("derive", "--wrt", "W", file("notes.tex", text));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("dJ/dW = dJ/dz x'").contains("= 2 (z - y) x'");
  }

  @Test
  void aDocumentWithoutAModelSaysSo() throws IOException {
    var run = Run.of("derive", file("notes.md", "Nothing but words.\n"));
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("notes.md: no model in it");
  }
}
