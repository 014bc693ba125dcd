package dev.jacobi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table of imports: which package may see which. Everything may see `expr`; the facade
/// `dev.jacobi` sees all and is seen by none.
class ArchitectureTest {
  private static final List<String> PACKAGES =
      List.of(
          "expr",
          "notation",
          "document",
          "elaborate",
          "calculus",
          "simplify",
          "print",
          "eval",
          "check");

  /// Beside `expr` and itself.
  private static final Map<String, List<String>> MAY_SEE =
      Map.of(
          "expr", List.of(),
          "notation", List.of(),
          "elaborate", List.of("notation"),
          "calculus", List.of(),
          "simplify", List.of(),
          "document", List.of("notation"),
          "check",
              List.of("notation", "document", "elaborate", "calculus", "simplify", "print", "eval"),
          "print", List.of("notation"),
          "eval", List.of());

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.jacobi");

  @TestFactory
  Stream<DynamicTest> aPackageSeesOnlyWhatTheTableAllows() {
    return PACKAGES.stream().map(p -> DynamicTest.dynamicTest(p, () -> holds(p)));
  }

  private static void holds(String name) {
    List<String> forbidden = new ArrayList<>(List.of("dev.jacobi"));
    for (String other : PACKAGES) {
      boolean allowed = other.equals(name) || other.equals("expr");
      if (!allowed && !MAY_SEE.get(name).contains(other))
        forbidden.add("dev.jacobi." + other + "..");
    }
    noClasses()
        .that()
        .resideInAPackage("dev.jacobi." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void noTwoPackagesSeeEachOther() {
    slices().matching("dev.jacobi.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void theCoreSeesNothingButTheJdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.jacobi..", "java..")
        .check(CORE);
  }

  @Test
  void everyPackageOfTheCoreStandsInTheTable() {
    List<String> found =
        CORE.stream()
            .map(c -> c.getPackageName().replaceFirst("^dev\\.jacobi\\.?", ""))
            .map(p -> p.contains(".") ? p.substring(0, p.indexOf('.')) : p)
            .filter(p -> !p.isEmpty())
            .distinct()
            .toList();
    assertThat(PACKAGES).containsAll(found);
  }
}
