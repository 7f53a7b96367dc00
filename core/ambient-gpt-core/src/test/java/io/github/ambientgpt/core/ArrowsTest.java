package io.github.ambientgpt.core;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Families of packages, and the one way in which their arrows point. */
class ArrowsTest {
  private static final String ROOT = "io.github.ambientgpt.core.";

  private static final String[] DOMAIN =
      in(
          "transcript",
          "note",
          "encounter",
          "error",
          "progress",
          "speech",
          "languagemodel",
          "provider",
          "http");

  private static final String[] ENGLISH =
      in("english", "vocabulary", "speaker", "cleaning", "reading");

  private static final String[] NOTES = in("template", "prompt", "compose", "check", "pipeline");

  private static final String[] FORMATS = in("format");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("io.github.ambientgpt.core");

  private static String[] in(String... packages) {
    return Arrays.stream(packages).map(ROOT::concat).toArray(String[]::new);
  }

  @Test
  void eachFamilyKnowsOnlyThoseBeneathIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("domain and provider interfaces")
        .definedBy(DOMAIN)
        .layer("english and reading")
        .definedBy(ENGLISH)
        .layer("notes")
        .definedBy(NOTES)
        .layer("formats")
        .definedBy(FORMATS)
        .whereLayer("formats")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("notes")
        .mayOnlyBeAccessedByLayers("formats")
        .whereLayer("english and reading")
        .mayOnlyBeAccessedByLayers("notes", "formats")
        .check(CORE);
  }

  @Test
  void noTwoPackagesKnowEachOther() {
    slices().matching("io.github.ambientgpt.core.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void eachPackageBelongsToAFamily() {
    String[] families =
        Arrays.stream(new String[][] {DOMAIN, ENGLISH, NOTES, FORMATS})
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    ArchRuleDefinition.classes().should().resideInAnyPackage(families).check(CORE);
  }

  @Test
  void composerAndCheckerAreStrangersToEachOther() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + "compose")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "check")
        .check(CORE);
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + "check")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "compose")
        .check(CORE);
  }
}
