package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.print.code.JavaCode;
import dev.jacobi.print.code.NumPy;
import dev.jacobi.print.code.PyTorch;
import dev.jacobi.print.report.Form;
import dev.jacobi.print.report.HtmlReport;
import dev.jacobi.print.report.LatexReport;
import dev.jacobi.print.report.MarkdownReport;
import dev.jacobi.print.report.Paint;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Writes reports in the format that was asked for.
///
/// @param forms how to tell each derivation; empty for the usual ones
record Writer(Format format, List<Form> forms, boolean ascii, Paint paint) {
  /// One input, read and answered.
  record Derived(String file, Optional<Model> model, Report report) {
    /// Whether there is anything to show: of a file that could not be read there is not.
    boolean hasContent() {
      return model.isPresent() && model.get().problems().isEmpty();
    }

    dev.jacobi.expr.Model names() {
      return model.orElseThrow().read().model();
    }
  }

  /// The text of all of them.
  String text(List<Derived> all) {
    return switch (format) {
      case TEXT -> each(all, "\n\n", d -> TextReport.of(d.report, told(), ascii, paint));
      case LATEX -> each(all, "\n", d -> LatexReport.fragment(d.report, told()));
      case LATEX_DOCUMENT -> page(all, LatexReport::document);
      case MARKDOWN -> each(all, "\n", d -> MarkdownReport.of(d.report, told()));
      case HTML -> page(all, HtmlReport::of);
      case JSON -> json(all);
      case NUMPY -> headed("import numpy as np\n", each(all, "\n\n", Writer::numpy));
      case PYTORCH -> each(all, "\n\n", Writer::pytorch);
      case JAVA -> each(all, "\n", Writer::java);
    };
  }

  private static String each(List<Derived> all, String between, Function<Derived, String> text) {
    var s = new StringBuilder();
    for (var d : all) {
      if (d.hasContent()) {
        s.append(s.isEmpty() ? "" : between).append(text.apply(d));
      }
    }
    return s.toString();
  }

  private static String headed(String head, String text) {
    return text.isEmpty() ? "" : head + "\n\n" + text;
  }

  /// One page of all reports; none when there is none.
  private String page(List<Derived> all, BiFunction<List<Report>, Set<Form>, String> text) {
    var reports = all.stream().filter(Derived::hasContent).map(Derived::report).toList();
    return reports.isEmpty() ? "" : text.apply(reports, told());
  }

  private Set<Form> told() {
    return Form.asked(forms);
  }

  private String json(List<Derived> all) {
    List<ReportJson.Source> sources = new ArrayList<>();
    for (var d : all) {
      sources.add(new ReportJson.Source(d.report, o -> numpy(d, o)));
    }
    return ReportJson.of(sources, ascii);
  }

  private static String numpy(Derived d, Report.Outcome o) {
    return NumPy.function(d.names(), o.source(), o.of(), o.wrt());
  }

  private static String numpy(Derived d) {
    List<String> functions = new ArrayList<>();
    for (var o : d.report.outcomes()) {
      functions.add(numpy(d, o));
    }
    return String.join("\n\n", functions);
  }

  private static String pytorch(Derived d) {
    return PyTorch.source(d.names(), results(d), className(d));
  }

  private static String java(Derived d) {
    return JavaCode.source(d.names(), results(d), className(d));
  }

  private static List<Result> results(Derived d) {
    return d.report.outcomes().stream().map(Report.Outcome::source).toList();
  }

  /// `TwoLayer` of `two-layer.jacobi`.
  private static String className(Derived d) {
    var name = new StringBuilder();
    boolean first = true;
    for (char c : Source.stem(d.file).toCharArray()) {
      boolean part =
          name.isEmpty() ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c);
      if (part) {
        name.append(first ? Character.toUpperCase(c) : c);
      }
      first = !part;
    }
    return name.isEmpty() ? "Derived" : name.toString();
  }
}
