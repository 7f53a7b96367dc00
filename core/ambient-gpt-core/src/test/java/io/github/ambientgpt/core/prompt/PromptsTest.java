package io.github.ambientgpt.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PromptsTest {
  @TempDir Path folder;

  @Test
  void eachPromptHasInstructionsASchemaAndASummary() {
    Prompts prompts = Prompts.builtin();
    assertThat(prompts.summaries().keySet())
        .containsExactly(
            "clean", "speakers", "extract", "condense", "write", "review", "revise", "single");
    for (String prompt : prompts.summaries().keySet()) {
      assertThat(prompts.instructions(prompt)).contains("-{mark}>", "JSON only");
      assertThat(JsonMapper.shared().readTree(prompts.schema(prompt)).path("type").asString())
          .isEqualTo("object");
      assertThat(prompts.summaries().get(prompt)).isNotBlank();
    }
  }

  @Test
  void theBuiltInFilesMeetTheirOwnRules() throws IOException {
    for (String file : Prompts.builtin().files()) {
      Files.writeString(folder.resolve(file), Prompts.builtin().source(file));
    }
    Prompts same = Prompts.builtin().with(folder);
    assertThat(same.files()).isEqualTo(Prompts.builtin().files());
    assertThat(same.source("extract.md")).isEqualTo(Prompts.builtin().source("extract.md"));
  }

  @Test
  void aFileOfTheUsersTakesThePlaceOfTheBuiltInOne() throws IOException {
    Files.writeString(folder.resolve("extract.md"), "Mine: {kinds}, between {mark}.\r\n");
    Files.writeString(folder.resolve("README.md"), "My prompts.");
    Files.writeString(folder.resolve("notes.txt"), "Not a prompt.");
    Prompts prompts = Prompts.builtin().with(folder);

    assertThat(prompts.source("extract.md")).isEqualTo("Mine: {kinds}, between {mark}.\n");
    assertThat(prompts.source("write.md")).isEqualTo(Prompts.builtin().source("write.md"));
  }

  @Test
  void allFaultsOfAFolderAreNamedAtOnce() throws IOException {
    Files.writeString(folder.resolve("extract.md"), "Mine, between {mark}.");
    Files.writeString(folder.resolve("write.md"), "Mine.");
    Files.writeString(folder.resolve("extrat.md"), "{mark} {kinds}");
    Files.writeString(folder.resolve("review.schema.json"), "{\n\"type\": ");
    Files.write(folder.resolve("clean.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThatThrownBy(() -> Prompts.builtin().with(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("extract.md lacks the placeholder {kinds}")
        .hasMessageContaining("write.md lacks the placeholder {mark} and {sections}")
        .hasMessageContaining(
            "extrat.md: there is no prompt of that name. There is: again.md, clean.md,")
        .hasMessageContaining("review.schema.json is broken JSON near line 2")
        .hasMessageContaining("clean.md is not UTF-8");
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Prompts.builtin().with(folder.resolve("none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> Prompts.builtin().source("none.md"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("extract.md");
  }

  @Test
  void placeholdersAreFilledOnceAndWhatFillsThemIsNotReadAgain() {
    PlayedModel model = PlayedModel.ofContext(4096);
    PromptedModel prompted = new PromptedModel(model, Prompts.builtin());
    prompted
        .question(
            "single",
            Map.of("template", "{sections} $1", "sections", "- {mark}\\"),
            Map.of("titles", List.of("A \"b\"", "{titles}")),
            0.5)
        .ask("", root -> root, io.github.ambientgpt.core.progress.Monitor.NONE);

    var prompt = model.exchanges().get(0).prompt();
    assertThat(prompt.instructions()).contains("\"{sections} $1\"", "- {mark}\\");
    assertThat(
            JsonMapper.shared()
                .readTree(prompt.schema().orElseThrow())
                .at("/properties/sections/items/properties/title/enum")
                .toString())
        .isEqualTo("[\"A \\\"b\\\"\",\"{titles}\"]");
  }
}
