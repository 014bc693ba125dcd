package dev.jacobi.cli;

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

/// What the command may see. It has no mathematics: nothing of `calculus`, `simplify`, `elaborate`
/// or `eval`, and of what is heavy only what the commands that need it load.
class ArchitectureTest {
  /// Each package with what it sees, beside itself and `java..`.
  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "dev.jacobi.cli",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.elaborate",
                      "dev.jacobi.check",
                      "dev.jacobi.check.report",
                      "dev.jacobi.engine",
                      "dev.jacobi.engine.data",
                      "dev.jacobi.engine.minimize",
                      "dev.jacobi.engine.plan",
                      "dev.jacobi.expr",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.exchange",
                      "dev.jacobi.learn.optimise",
                      "dev.jacobi.learn.report",
                      "dev.jacobi.learn.train",
                      "dev.jacobi.notation",
                      "dev.jacobi.print",
                      "dev.jacobi.print.code",
                      "dev.jacobi.print.report",
                      "dev.jacobi.web",
                      "picocli..",
                      "de.siegmar.fastcsv..",
                      "tools.jackson.."))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.jacobi.cli");

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
