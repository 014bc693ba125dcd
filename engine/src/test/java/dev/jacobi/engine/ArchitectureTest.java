package dev.jacobi.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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

/// The table of imports of the engine: which of its packages may see which, and what of the core.
class ArchitectureTest {
  private static final String ENGINE = "dev.jacobi.engine";

  /// Packages of the engine beside itself; `.` is the one that is the way in.
  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.of(
              ".", List.of("plan", "emit", "kernel", "saved"),
              "plan", List.of(),
              "kernel", List.of(),
              "emit", List.of("plan", "kernel"),
              "saved", List.of("plan", "emit", "kernel"),
              "data", List.of("."),
              "minimize", List.of("."),
              "hipparchus", List.of(".", "minimize")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ENGINE);

  private static String full(String name) {
    return name.equals(".") ? ENGINE : ENGINE + "." + name;
  }

  @TestFactory
  Stream<DynamicTest> aPackageSeesOnlyWhatTheTableAllows() {
    return MAY_SEE.keySet().stream().map(p -> DynamicTest.dynamicTest(p, () -> holds(p)));
  }

  private static void holds(String name) {
    List<String> forbidden = new ArrayList<>();
    for (String other : MAY_SEE.keySet())
      if (!other.equals(name) && !MAY_SEE.get(name).contains(other)) forbidden.add(full(other));
    noClasses()
        .that()
        .resideInAPackage(full(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void onlyTheWayInSeesMoreOfTheCoreThanIndexNotation() {
    noClasses()
        .that()
        .resideInAnyPackage(full("plan"), full("kernel"), full("emit"), full("saved"), full("data"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.jacobi",
            "dev.jacobi.notation..",
            "dev.jacobi.elaborate..",
            "dev.jacobi.calculus..",
            "dev.jacobi.simplify..",
            "dev.jacobi.print..",
            "dev.jacobi.eval..",
            "dev.jacobi.check..")
        .check(CLASSES);
  }

  @Test
  void onlyKernelsAndWhatAsksThemForTheirWidthTouchTheVectorModule() {
    noClasses()
        .that()
        .resideOutsideOfPackages(full("kernel"), full("emit"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jdk.incubator..")
        .check(CLASSES);
  }

  /// It is optional: everything else must do without.
  @Test
  void onlyItsOwnPackageTouchesHipparchus() {
    noClasses()
        .that()
        .resideOutsideOfPackage(full("hipparchus"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hipparchus..")
        .check(CLASSES);
  }

  @Test
  void noTwoPackagesSeeEachOther() {
    slices().matching("dev.jacobi.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageStandsInTheTable() {
    assertThat(CLASSES.stream().map(c -> c.getPackageName()).distinct())
        .allMatch(p -> MAY_SEE.keySet().stream().anyMatch(name -> full(name).equals(p)));
  }
}
