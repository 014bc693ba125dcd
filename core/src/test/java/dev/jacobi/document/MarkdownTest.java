package dev.jacobi.document;

import static dev.jacobi.document.Parts.ofMarkdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void wordsAroundAFormulaArePartsOfTheirOwn() {
    assertThat(ofMarkdown("The cost is $C = \\|s\\|^2$, and $s = Wx$ here."))
        .containsExactly("The cost is", "$C = \\|s\\|^2$", ", and", "$s = Wx$", "here.");
  }

  @Test
  void aDisplayMayStandOnTheLineOfItsWords() {
    assertThat(ofMarkdown("Hence $$dC/ds = 2s$$ as said.\nI. \n$$i = j$$\n"))
        .containsExactly("Hence", "$$dC/ds = 2s$$", "as said.", "I.", "$$i = j$$");
  }

  @Test
  void wordsAfterADisplayOfSeveralLinesAreRead() {
    assertThat(ofMarkdown("so\n$$\na = b\n$$ where $b$\n\nnext"))
        .containsExactly("so", "$$a = b$$", "where", "$b$", "next");
  }

  @Test
  void bracketsOfLatexAreDelimitersToo() {
    assertThat(ofMarkdown("with \\(s = Wx\\) and\n\\[ C = s^2 \\]"))
        .containsExactly("with", "$s = Wx$", "and", "$$C = s^2$$");
    assertThat(ofMarkdown("with \\\\(s\\\\) and \\\\[C\\\\]"))
        .containsExactly("with", "$s$", "and", "$$C$$");
  }

  @Test
  void escapedBracketsOfAReferenceAreNone() {
    assertThat(ofMarkdown("see \\[3\\] and \\(12\\)")).containsExactly("see [3] and (12)");
  }

  @Test
  void environmentsStandOutsideDollars() {
    assertThat(ofMarkdown("so\n\\begin{align*}\na &= b \\\\\n &= c\n\\end{align*}\ndone"))
        .containsExactly("so", "align*{a &= b \\\\\n &= c}", "done");
    assertThat(ofMarkdown("\\begin{aligned} a &= \\begin{cases} 1 \\end{cases} \\end{aligned}"))
        .containsExactly("aligned{a &= \\begin{cases} 1 \\end{cases}}");
    assertThat(ofMarkdown("\\begin{alignat}{2} a &= b \\end{alignat}"))
        .containsExactly("alignat{a &= b}");
  }

  @Test
  void anEnvironmentClosedByAnotherNameIsClosed() {
    assertThat(ofMarkdown("\\begin{align} a \\end{align*} b")).containsExactly("align{a}", "b");
  }

  @Test
  void anEnvironmentInDollarsStaysInItsFormula() {
    assertThat(ofMarkdown("$$\\begin{split} a &= b \\end{split}$$"))
        .containsExactly("$$\\begin{split} a &= b \\end{split}$$");
  }

  @Test
  void blankLinesInsideTheDelimitersOfADisplayDoNotEndIt() {
    assertThat(ofMarkdown("$$\n\na = b\n\n$$\ntext")).containsExactly("$$a = b$$", "text");
  }

  @Test
  void aPriceIsNoFormula() {
    assertThat(ofMarkdown("costs $5 and $6 a month")).containsExactly("costs $5 and $6 a month");
    assertThat(ofMarkdown("it was $5, now $x$ is")).containsExactly("it was $5, now", "$x$", "is");
    assertThat(ofMarkdown("from $5-$10 today")).containsExactly("from $5-$10 today");
    assertThat(ofMarkdown("US$ is what C$ is")).containsExactly("US$ is what C$ is");
    assertThat(ofMarkdown("pay \\$3 for $3$")).containsExactly("pay $3 for", "$3$");
  }

  @Test
  void spaceInsideTheDollarsIsAllowed() {
    assertThat(ofMarkdown("let $ x + 1 $ and $y $ be"))
        .containsExactly("let", "$x + 1$", "and", "$y$", "be");
    assertThat(ofMarkdown("$3 x$ and $2 relu(s)$")).containsExactly("$3 x$", "and", "$2 relu(s)$");
  }

  @Test
  void anInlineFormulaDoesNotRunOverABlankLine() {
    assertThat(ofMarkdown("let $W be\n\nso $x$")).containsExactly("let $W be", "so", "$x$");
  }

  @Test
  void aFormulaMayRunOverALineEnd() {
    assertThat(ofMarkdown("let $a =\nb$ be")).containsExactly("let", "$a =\nb$", "be");
  }

  @Test
  void anUnclosedDisplayEndsWithItsParagraph() {
    assertThat(ofMarkdown("$$ a = b\n\nThen $$ c = d $$ holds"))
        .containsExactly("$$a = b$$", "Then", "$$c = d$$", "holds");
    assertThat(ofMarkdown("a = b $$\n\nSome words follow here.\n\n$$\nc\n$$"))
        .containsExactly("a = b $$", "Some words follow here.", "$$c$$");
  }

  @Test
  void headingsAreOfBothKinds() {
    assertThat(ofMarkdown("# One\n#### **Two** ##\n##Three\n\nFour\n====\n\nFive\n---\ntext"))
        .containsExactly("# One", "#### Two", "## Three", "# Four", "## Five", "text");
  }

  @Test
  void formulasOfAHeadingFollowIt() {
    assertThat(ofMarkdown("## The case $i = j$\n"))
        .containsExactly("## The case $i = j$", "$i = j$");
  }

  @Test
  void aTableOfContentsIsProse() {
    assertThat(ofMarkdown("1\tDefinitions\t1\n\t2.1\tSoftmax\t2"))
        .containsExactly("1 Definitions 1", "2.1 Softmax 2");
  }

  @Test
  void itemsAreFlaggedAndLoseTheirMarks() {
    assertThat(ofMarkdown("- one\n* two\n+ three\n• four\n1. five\n  - $x$ six\n-not"))
        .containsExactly(
            "* one", "* two", "* three", "* four", "* five", "* ", "$x$", "six", "-not");
  }

  @Test
  void emphasisLeavesItsWords() {
    assertThat(ofMarkdown("a **bold** and *soft* and _under_ and __both__ word"))
        .containsExactly("a bold and soft and under and both word");
    assertThat(ofMarkdown("**The loss $C$ is:** fine"))
        .containsExactly("The loss", "$C$", "is: fine");
    assertThat(ofMarkdown("W_1 x_2 and 2 * 3 * 4 and W* is"))
        .containsExactly("W_1 x_2 and 2 * 3 * 4 and W* is");
  }

  @Test
  void linksAndTagsAndTicksGo() {
    assertThat(
            ofMarkdown("<span id=\"p\"></span>see [the `x` page](http://a.b/c) ![i](j.png)1 < 2"))
        .containsExactly("see the x page 1 < 2");
  }

  @Test
  void dollarsInTicksAreNoFormula() {
    assertThat(ofMarkdown("run `echo $a $b` for $a$")).containsExactly("run echo $a $b for", "$a$");
  }

  @Test
  void fencedCodeKeepsItsLanguageAndItsDollars() {
    assertThat(ofMarkdown("```python\ndW = x  # $1$\n```\n~~~\na\n```\n~~~\nend"))
        .containsExactly("python: dW = x  # $1$", ": a\n```", "end");
  }

  @Test
  void aFenceOfMathIsADisplay() {
    assertThat(ofMarkdown("```math\na = b\n```\n")).containsExactly("$$a = b$$");
  }

  @Test
  void indentedCodeFollowsABlankLineAndIsNoMath() {
    assertThat(ofMarkdown("so\n\n    dW = x\n    db = 1\n\ntext"))
        .containsExactly("so", ":     dW = x\n    db = 1", "text");
    assertThat(ofMarkdown("so\n\n    $x$\n")).containsExactly("so", "$x$");
    assertThat(ofMarkdown("- so\n\n    more words\n")).containsExactly("* so", "more words");
    assertThat(Parts.of("a.txt", "so\n\n    centred words\n"))
        .containsExactly("so", "centred words");
  }

  @Test
  void commentsAndFrontMatterAreSkipped() {
    assertThat(ofMarkdown("---\ntitle: $x$\n---\na <!-- $y$\n\n$z$ --> b"))
        .containsExactly("a", "b");
  }

  @Test
  void aCommentThatIsNotClosedIsText() {
    assertThat(ofMarkdown("a <!-- $y$")).containsExactly("a <!--", "$y$");
  }
}
