package dev.jacobi.document;

import static dev.jacobi.document.Parts.ofTex;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TexTest {
  @Test
  void thePreambleIsSkippedAndWhatFollowsTheEnd() {
    assertThat(
            ofTex(
                "\\documentclass{article}\n\\title{$a$}\n\\begin{document}\nHi $x$\n"
                    + "\\end{document}\n$y$"))
        .containsExactly("Hi", "$x$");
  }

  @Test
  void sectionsAreHeadings() {
    assertThat(
            ofTex(
                "\\section{One \\textbf{two}}\\subsection*{Three}\nx\n"
                    + "\\paragraph{Case $i=j$.} Then"))
        .containsExactly("# One two", "## Three", "x", "#### Case $i=j$.", "$i=j$", "Then");
  }

  @Test
  void environmentsOfProblemsAreHeadings() {
    assertThat(
            ofTex(
                "\\begin{problem}[Softmax]\nShow it.\n\\end{problem}\n"
                    + "\\begin{solution} $a$\n\\end{solution}"))
        .containsExactly("#### Problem Softmax", "Show it.", "#### Solution", "$a$");
    assertThat(ofTex("\\newtheorem{ex}{Exercise}\\begin{ex}\na\n\\end{ex}"))
        .containsExactly("#### Exercise", "a");
  }

  @Test
  void allDelimitersOfMathAreRead() {
    assertThat(
            ofTex(
                "a $b$ \\(c\\) \\[d\\] $$e$$ \\begin{equation}\nf\n\\end{equation}\n"
                    + "\\begin{eqnarray*} g &=& h \\end{eqnarray*}"))
        .containsExactly("a", "$b$", "$c$", "$$d$$", "$$e$$", "equation{f}", "eqnarray*{g &=& h}");
  }

  @Test
  void aDollarIsNeverMoneyUnlessEscaped() {
    assertThat(ofTex("pay \\$5 for $3 and more$")).containsExactly("pay $5 for", "$3 and more$");
  }

  @Test
  void aLineBreakWithASpaceIsNoDisplay() {
    assertThat(ofTex("one\\\\[2pt] two $x$")).containsExactly("one  two", "$x$");
  }

  @Test
  void commentsHideMathAndWords() {
    assertThat(ofTex("a % $b$ \\section{no}\nc 50\\% $d$ % e"))
        .containsExactly("a", "c 50%", "$d$");
    assertThat(ofTex("$a % $ \n b$ c")).containsExactly("$a % $ \n b$", "c");
  }

  @Test
  void verbatimIsCode() {
    assertThat(ofTex("\\begin{verbatim}\n$x$ % no\n\\end{verbatim}\ny"))
        .containsExactly(": $x$ % no", "y");
    assertThat(ofTex("\\begin{lstlisting}[language=Python]\ndW = x\n\\end{lstlisting}"))
        .containsExactly("python: dW = x");
    assertThat(ofTex("\\begin{minted}[linenos]{python}\ndW = x\n\\end{minted}"))
        .containsExactly("python: dW = x");
    assertThat(ofTex("use \\verb|$x$| here")).hasSize(1);
  }

  @Test
  void itemsAreBullets() {
    assertThat(
            ofTex(
                "\\begin{enumerate}[label=(\\alph*)]\n\\item One $x$ \\item[(b)] Two\n"
                    + "\\end{enumerate}\n\\question[10] Three"))
        .containsExactly("* One", "$x$", "* (b)", "Two", "* Three");
  }

  @Test
  void textCommandsLeaveTheirWords() {
    assertThat(
            ofTex(
                "\\textbf{Bold} and \\emph{soft}~word \\label{eq:a}\\vspace{1em} by "
                    + "\\eqref{eq:a} ``so'' \\& on \\noindent here"))
        .containsExactly("Bold and soft word  by  \"so\" & on here");
  }

  @Test
  void anUnclosedDisplayEndsWithItsParagraph() {
    assertThat(ofTex("\\[ a = b\n\nThen \\begin{align} c\n\nend $x$"))
        .containsExactly("$$a = b$$", "Then", "align{c}", "end", "$x$");
  }

  @Test
  void aBlankLineBeforeTheEndOfAnEnvironmentIsForgiven() {
    assertThat(ofTex("\\begin{align}\n\na &= b\n\n&= c\n\n\\end{align}\nd"))
        .containsExactly("align{a &= b\n\n&= c}", "d");
  }

  @Test
  void commentedEnvironmentsAreSkipped() {
    assertThat(ofTex("a\n\\begin{comment}\n$x$\n\\end{comment}\nb")).containsExactly("a", "b");
  }
}
