package dev.jacobi.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table of imports of the playground: which of its packages may see which, and what else.
class ArchitectureTest {
  /// Each package with what it sees, beside itself and `java..`.
  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "dev.jacobi.web",
                  List.of(
                      "dev.jacobi.web.desk",
                      "dev.jacobi.web.train",
                      "dev.jacobi.web.work",
                      "com.sun.net.httpserver..",
                      "tools.jackson..")),
              Map.entry("dev.jacobi.web.desk", List.of("dev.jacobi.web.work")),
              Map.entry(
                  "dev.jacobi.web.work",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.elaborate",
                      "dev.jacobi.check",
                      "dev.jacobi.check.report",
                      "dev.jacobi.expr",
                      "dev.jacobi.notation",
                      "dev.jacobi.print",
                      "dev.jacobi.print.code",
                      "dev.jacobi.print.report",
                      "tools.jackson..")),
              Map.entry(
                  "dev.jacobi.web.train",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.elaborate",
                      "dev.jacobi.expr",
                      "dev.jacobi.engine",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.optimise",
                      "dev.jacobi.learn.train",
                      "dev.jacobi.notation",
                      "dev.jacobi.web.work",
                      "tools.jackson.."))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.jacobi.web");

  @TestFactory
  Stream<DynamicTest> aPackageSeesOnlyWhatTheTableAllows() {
    return MAY_SEE.keySet().stream().map(p -> DynamicTest.dynamicTest(p, () -> holds(p)));
  }

  private static void holds(String name) {
    List<String> allowed = new ArrayList<>(MAY_SEE.get(name));
    allowed.addAll(List.of(name, "java.."));
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void everyPackageStandsInTheTable() {
    assertThat(CLASSES.stream().map(c -> c.getPackageName()).distinct())
        .isSubsetOf(MAY_SEE.keySet());
  }
}
