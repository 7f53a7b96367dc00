package io.github.ambientgpt.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.note.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private static final String LETTER =
      """
      name: Letter
      description: To a colleague.
      sections:
        - title: Story
          holds: [history]
          instruction: What happened.
        - title: Advice
          holds: [plan]
      """;

  @TempDir Path folder;

  private final Templates templates = Templates.builtin();

  static Stream<Template> builtIn() {
    return Templates.builtin().all().stream();
  }

  @Test
  void theBuiltInOnesAreThePredecessorsTenAndFiveMore() {
    assertThat(templates.names())
        .containsExactlyInAnyOrder(
            "SOAP",
            "PrimaryCare",
            "Psychiatric Assessment",
            "Discharge Summary",
            "Operative Note",
            "Biopsychosocial",
            "Consultation Note",
            "Well-Child Visit",
            "Emergency Department",
            "Progress Note",
            "History and Physical",
            "DAP",
            "BIRP",
            "GIRPP",
            "SIRP")
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
  }

  @Test
  void theIndexSaysTheNamesThatTheFilesHave() {
    assertThat(templates.all()).extracting(Template::name).isEqualTo(templates.names());
  }

  @Test
  void soapHasItsFourSections() {
    assertThat(templates.get("SOAP").sections())
        .extracting(TemplateSection::title)
        .containsExactly("Subjective", "Objective", "Assessment", "Plan");
  }

  @ParameterizedTest
  @CsvSource({
    "soap,SOAP",
    "well-child-visit,Well-Child Visit",
    "WELL_CHILD visit,Well-Child Visit",
    "primary care,PrimaryCare",
    "history-and-physical,History and Physical"
  })
  void aNameIsFoundWhateverItsCaseAndSeparators(String asked, String name) {
    assertThat(templates.get(asked).name()).isEqualTo(name);
  }

  @Test
  void anUnknownNameListsTheNames() {
    assertThatThrownBy(() -> templates.get("SOUP"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("SOUP")
        .hasMessageContaining("SOAP, Well-Child Visit");
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyKindOfContentHasAPlaceInEveryBuiltInTemplate(Template template) {
    assertThat(Content.values())
        .allSatisfy(kind -> assertThat(template.sectionFor(kind)).as("%s", kind).isPresent());
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyBuiltInSectionTellsALanguageModelWhatToWrite(Template template) {
    assertThat(template.description()).isNotBlank();
    assertThat(template.sections())
        .allSatisfy(section -> assertThat(section.instruction()).endsWith("."));
  }

  @Test
  void aKindThatNoSectionHoldsGoesWhereTheNextBestGoes() throws IOException {
    Template letter = withFile("letter.yaml", LETTER).get("letter");

    assertThat(letter.sectionFor(Content.MEDICATIONS).orElseThrow().title()).isEqualTo("Story");
    assertThat(letter.sectionFor(Content.INSTRUCTIONS).orElseThrow().title()).isEqualTo("Advice");
  }

  @Test
  void aCopyOfABuiltInThatWasEditedTakesItsPlace() throws IOException {
    String copy = templates.source("soap").replace("title: Plan", "title: What Next");

    Templates mine = withFile("my soap.yml", copy);

    assertThat(mine.get("SOAP").sections())
        .extracting(TemplateSection::title)
        .contains("What Next");
    assertThat(mine.source("SOAP")).isEqualTo(copy);
    assertThat(mine.names()).isEqualTo(templates.names());
    assertThat(templates.get("SOAP").sections())
        .extracting(TemplateSection::title)
        .doesNotContain("What Next");
  }

  @Test
  void aFileAddsATemplateAndOtherFilesAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("README.md"), "not a template");
    Templates mine = withFile("letter.YAML", "\uFEFF" + LETTER);

    assertThat(mine.names()).hasSize(16).contains("Letter");
    assertThat(mine.get("Letter"))
        .isEqualTo(
            new Template(
                "Letter",
                "To a colleague.",
                List.of(
                    new TemplateSection("Story", List.of(Content.HISTORY), "What happened."),
                    new TemplateSection("Advice", List.of(Content.PLAN), ""))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "holds: [history] | holds: [histroy] | line 5 | Did you mean 'history'?",
        "holds: [history] | holds: [weather] | line 5 | There is: allergies, assessment",
        "holds: [history] | hold: [history] | line 5 | Did you mean 'holds'?",
        "holds: [history] | holds: history | line 5 | 'holds' is a list",
        "holds: [plan] | holds: [plan, history] | line 8 | already held by the section 'Story'",
        "holds: [plan] | holds: [plan, plan] | line 8 | stands here twice",
        "title: Advice | title: story | line 7 | two sections with the title 'story'",
        "title: Story | title: | line 4 | 'title' is empty",
        "holds: [plan] | x: y | line 8 | unknown key 'x'",
        "name: Letter | nam: Letter | line 1 | Did you mean 'name'?",
        "name: Letter | name: [Letter] | line 1 | is a text",
        "name: Letter | name: !!java.net.URL Letter | line 1 | tags",
        "description: To a colleague. | name: Other | line 2 | the key 'name' stands here twice",
        "description: To a colleague. | description: *a | line 2 | aliases",
        "holds: [plan] | holds: [plan | line 8 | not YAML",
      })
  void aMistakeIsToldWithFileLineAndRemedy(String right, String wrong, String line, String remedy) {
    assertThatThrownBy(() -> withFile("letter.yaml", LETTER.replace(right, wrong)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("letter.yaml, " + line)
        .hasMessageContaining(remedy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just words",
        "- a\n- b\n",
        "name: A\n",
        "name: A\nsections: []\n",
        "sections:\n  - title: T\n    holds: [plan]\n",
        "name: A\nsections:\n  - T\n",
        "name: A\nsections:\n  - title: T\n",
        "name: A\nsections:\n  - holds: [plan]\n",
        "name: A\nsections:\n  - title: T\n    holds: [plan]\n---\nname: B\n",
        "name: \u0000\n",
      })
  void whatIsNoTemplateIsRefused(String text) {
    assertThatThrownBy(() -> withFile("letter.yaml", text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("letter.yaml, line ");
  }

  @Test
  void everyWrongFileIsToldAtOnce() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "nothing");
    Files.writeString(folder.resolve("b.yaml"), LETTER);
    Files.writeString(folder.resolve("c.yaml"), LETTER.replace("Letter", "LETTER"));

    assertThatThrownBy(() -> templates.with(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.yaml, line 1")
        .hasMessageContaining("the name 'LETTER' is already used by")
        .hasMessageContaining("b.yaml");
  }

  @Test
  void aFileThatIsTooLargeOrNoTextIsRefused() throws IOException {
    Path large = Files.writeString(folder.resolve("large.yaml"), " ".repeat(70_000));
    assertThatThrownBy(() -> templates.with(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("larger than 64 KB");

    Files.delete(large);
    Files.write(
        folder.resolve("latin.yaml"), "name: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> templates.with(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void aMissingFolderIsRefused() {
    assertThatThrownBy(() -> templates.with(folder.resolve("none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none")
        .hasMessageContaining("Create it");
  }

  private Templates withFile(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return templates.with(folder);
  }
}
