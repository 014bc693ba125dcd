package dev.jacobi.learn;

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

/// The table of imports of training: which of its packages may see which, and what else.
class ArchitectureTest {
  /// Each package with what it sees, beside itself and `java..`.
  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("dev.jacobi.learn", List.of()),
              Map.entry(
                  "dev.jacobi.learn.data",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.elaborate",
                      "dev.jacobi.engine",
                      "dev.jacobi.engine.data",
                      "dev.jacobi.expr",
                      "dev.jacobi.notation",
                      "dev.jacobi.print.report",
                      "dev.jacobi.learn",
                      "de.siegmar.fastcsv..",
                      "javax.imageio..",
                      "tools.jackson..")),
              Map.entry(
                  "dev.jacobi.learn.optimise",
                  List.of("dev.jacobi", "dev.jacobi.engine", "dev.jacobi.learn")),
              Map.entry(
                  "dev.jacobi.learn.train",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.elaborate",
                      "dev.jacobi.engine",
                      "dev.jacobi.eval",
                      "dev.jacobi.expr",
                      "dev.jacobi.notation",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.optimise",
                      "tools.jackson..")),
              Map.entry(
                  "dev.jacobi.learn.network",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.engine",
                      "dev.jacobi.notation",
                      "dev.jacobi.print.report",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.optimise",
                      "dev.jacobi.learn.train")),
              Map.entry(
                  "dev.jacobi.learn.report",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.engine",
                      "dev.jacobi.engine.data",
                      "dev.jacobi.print.report",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.train",
                      "tools.jackson..")),
              Map.entry(
                  "dev.jacobi.learn.exchange",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.elaborate",
                      "dev.jacobi.engine",
                      "dev.jacobi.engine.data",
                      "dev.jacobi.expr",
                      "dev.jacobi.notation",
                      "dev.jacobi.print.report",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.train",
                      "tools.jackson.."))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.jacobi.learn");

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
