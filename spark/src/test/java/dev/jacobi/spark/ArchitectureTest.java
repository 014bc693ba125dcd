package dev.jacobi.spark;

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

/// What training over Spark may see.
class ArchitectureTest {
  /// Each package with what it sees, beside itself and `java..`.
  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "dev.jacobi.spark",
                  List.of(
                      "dev.jacobi",
                      "dev.jacobi.cli",
                      "dev.jacobi.engine",
                      "dev.jacobi.learn",
                      "dev.jacobi.learn.data",
                      "dev.jacobi.learn.train",
                      "org.apache.spark..",
                      "scala.."))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.jacobi.spark");

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
