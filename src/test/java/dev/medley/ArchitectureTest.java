package dev.medley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of the house: which package may see which. */
class ArchitectureTest {
  /** Floors from the top; a package sees those below its own floor, and no other. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("cli"),
          Set.of("repl"),
          Set.of("render"),
          Set.of("compare", "fallback"),
          Set.of("send", "route"),
          Set.of("history", "config", "endpoint", "demo"),
          Set.of("catalog"),
          Set.of("chat"));

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.medley");
  }

  @Test
  void everyPackageHasAFloor() {
    Set<String> known = Set.copyOf(FLOORS.stream().flatMap(Set::stream).toList());
    classes()
        .should()
        .resideInAnyPackage(
            known.stream()
                .map(name -> "dev.medley." + name + "..")
                .toList()
                .toArray(new String[known.size()]))
        .orShould()
        .resideInAPackage("dev.medley")
        .check(classes);
  }

  @Test
  void importsGoDownwardsOnly() {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String name : FLOORS.get(floor)) {
        noClasses()
            .that()
            .resideInAPackage("dev.medley." + name + "..")
            .should()
            .dependOnClassesThat(onOrAbove(floor, name))
            .allowEmptyShould(true)
            .check(classes);
      }
    }
  }

  /** The floors above, the neighbours on the same one, and the ground floor of the process. */
  private static DescribedPredicate<JavaClass> onOrAbove(int floor, String self) {
    return DescribedPredicate.describe(
        "on or above the floor of " + self,
        target -> {
          String name = target.getPackageName();
          if (name.equals("dev.medley")) {
            return true;
          }
          return FLOORS.subList(0, floor + 1).stream()
              .flatMap(Set::stream)
              .filter(other -> !other.equals(self))
              .anyMatch(other -> (name + ".").startsWith("dev.medley." + other + "."));
        });
  }

  @Test
  void noCycles() {
    slices().matching("dev.medley.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theLanguageOfAllImportsOnlyJava() {
    classes()
        .that()
        .resideInAPackage("dev.medley.chat..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.medley.chat..")
        .check(classes);
  }

  @Test
  void theDoorToTheNetworkSeesOnlyTheLanguage() {
    noClasses()
        .that()
        .resideInAPackage("dev.medley.endpoint..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "of other packages of the house",
                target ->
                    target.getPackageName().startsWith("dev.medley")
                        && !target.getPackageName().startsWith("dev.medley.endpoint")
                        && !target.getPackageName().startsWith("dev.medley.chat")))
        .check(classes);
  }

  @Test
  void commandsNeverSeeTheDoor() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.medley.cli..", "dev.medley.repl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.medley.endpoint..")
        .check(classes);
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "com.openai.., dev.medley.endpoint..",
    "okhttp3.., dev.medley.endpoint..",
    "org.jline.., dev.medley.render.terminal..|dev.medley.repl..",
    "org.commonmark.., dev.medley.render..",
    "picocli.., dev.medley.cli..",
    "java.sql.., dev.medley.history..",
    "com.networknt.., dev.medley.send..",
    "com.knuddels.., dev.medley.catalog..",
    "com.google.re2j.., dev.medley.config..",
    "com.sun.net.httpserver.., dev.medley.demo..",
    "org.apache.commons.statistics.., dev.medley.compare.statistics..",
    "com.github.difflib.., dev.medley.compare.agreement..",
  })
  void librariesStayWhereTheyAreUsed(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackages(home.split("\\|"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  @Test
  void onlyTheProcessTouchesTheProcess() {
    DescribedPredicate<JavaClass> notTheProcess =
        DescribedPredicate.describe(
            "outside Main, Wiring and ProcessStreams",
            type -> !type.getPackageName().equals("dev.medley"));
    noClasses()
        .that(notTheProcess)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(classes);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .check(classes);
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..core..", "..misc..")
        .check(classes);
  }
}
