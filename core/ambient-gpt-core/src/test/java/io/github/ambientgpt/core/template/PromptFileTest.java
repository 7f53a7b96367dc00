package io.github.ambientgpt.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Content;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromptFileTest {
  private static final String FILE =
      """
      {
          "SOAP": "Write a SOAP note.\\n\\nSubjective: what the patient says.\\nTranscript:\\n{transcription}",
          "Würzburg Clinic": "Schreibe: eine Notiz # kurz\\n- Anamnese\\n- 'Befund'\\n",
          "yes": "{transcript}",
          "Biopsychosocial": "  One line with \\"quotes\\", a colon: and a trailing space \\r\\n  indented  "
      }
      """;

  static List<Template> imported() {
    return PromptFile.read("prompt_templates.json", FILE);
  }

  @Test
  void everyPromptBecomesATemplateOfItsName() {
    assertThat(imported())
        .extracting(Template::name)
        .containsExactly("SOAP", "Würzburg Clinic", "yes", "Biopsychosocial");
    TemplateSection section = imported().get(0).sections().get(0);
    assertThat(imported().get(0).sections()).hasSize(1);
    assertThat(section.instruction())
        .isEqualTo(
            "Write a SOAP note.\n\nSubjective: what the patient says.\nTranscript:\nthe transcript of"
                + " the visit");
    assertThat(section.holds()).containsExactly(Content.values());
  }

  @ParameterizedTest
  @MethodSource("imported")
  void whatIsWrittenIsReadAsTheSame(Template template) {
    String yaml = TemplateWriter.write(template);
    assertThat(TemplateReader.read("it.yaml", yaml)).isEqualTo(template);
  }

  @Test
  void builtInTemplatesSurviveTheirWriting() {
    for (Template template : Templates.builtin().all()) {
      assertThat(TemplateReader.read("it.yaml", TemplateWriter.write(template)))
          .isEqualTo(template);
    }
  }

  @Test
  void aPromptOfManyLinesStaysReadable() {
    assertThat(TemplateWriter.write(imported().get(0)))
        .contains("instruction: |-\n", "    Subjective: what the patient says.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"a\":; is broken JSON at line 1",
        "[\"a\"]; holds no templates",
        "{}; holds no templates",
        "\"a\"; holds no templates",
        "{\"SOAP\": 3}; The template 'SOAP' in p.json has no prompt",
        "{\"SOAP\": \" \"}; The template 'SOAP' in p.json has no prompt",
        "{\"SOAP\": null}; The template 'SOAP' in p.json has no prompt",
        "{\" \": \"x\"}; without a usable name",
        "{\"a\\nb\": \"x\"}; without a usable name",
        "{\"SOAP\": \"x\", \"SOAP\": \"y\"}; is broken JSON at line 1",
        "{\"So ap\": \"x\", \"SOAP\": \"y\"}; two templates that are the same here: 'So ap' and 'SOAP'",
      })
  void anotherFileIsSaidToBeNone(String text, String sentence) {
    assertThatThrownBy(() -> PromptFile.read("p.json", text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.json")
        .hasMessageContaining(sentence);
  }
}
