package io.github.ambientgpt.api.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.note.NoteContent.NoteSection;
import io.github.ambientgpt.api.note.NoteContent.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a note tells of who wrote it, once sections of it were written anew. */
class NoteWriterTest {
  private static final Writer MODEL = new Writer("ollama/llama", "ollama/llama", null, null, null);
  private static final Writer COMPOSER =
      new Writer("ollama/llama", "builtin", "builtin", "The model did not answer.", null);

  private static NoteContent drafted(Writer writer) {
    List<NoteSection> sections =
        List.of(new NoteSection("Subjective", List.of()), new NoteSection("Plan", List.of()));
    return new NoteContent("SOAP", null, 0, sections, List.of(), List.of(), writer, 0, null, null);
  }

  @Test
  void aSectionThatTheModelWritesAfterAllIsToldOfNoMore() {
    NoteContent fallen = drafted(MODEL).withSectionBy(COMPOSER, "Plan");
    assertThat(fallen.wrote().fallback()).isEqualTo("builtin");
    assertThat(fallen.wrote().reason())
        .isEqualTo("Plan was written by builtin. The model did not answer.");
    assertThat(fallen.wrote().model()).isEqualTo("ollama/llama");

    NoteContent both = fallen.withSectionBy(COMPOSER, "Subjective");
    assertThat(both.wrote().reason()).contains("Plan was written", "Subjective was written");
    assertThat(both.withSectionBy(MODEL, "plan").wrote().reason())
        .isEqualTo("Subjective was written by builtin. The model did not answer.");

    Writer mended = fallen.withSectionBy(MODEL, "Plan").wrote();
    assertThat(mended.fallback()).isNull();
    assertThat(mended.reason()).isNull();
  }

  @Test
  void aNoteThatWasFallenBackForIsToldOfUntilItsLastSectionIsTheModels() {
    NoteContent half = drafted(COMPOSER).withSectionBy(MODEL, "Plan");
    assertThat(half.wrote().fallback()).isEqualTo("builtin");
    assertThat(half.wrote().reason()).isEqualTo("The model did not answer.");
    assertThat(half.wrote().model()).isEqualTo("builtin");

    Writer whole = half.withSectionBy(MODEL, "Subjective").wrote();
    assertThat(whole.fallback()).isNull();
    assertThat(whole.reason()).isNull();
    assertThat(whole.model()).isEqualTo("ollama/llama");
  }

  @Test
  void whatIsTakenBackIsToldOfAsBefore() {
    NoteContent fallen = drafted(MODEL).withSectionBy(COMPOSER, "Plan");
    NoteContent mended = fallen.withSectionBy(MODEL, "Plan");

    NoteContent back = NoteRevert.of(fallen, mended, mended);
    assertThat(back.wrote()).isEqualTo(fallen.wrote());
    assertThat(NoteRevert.of(mended, back, back).wrote()).isEqualTo(mended.wrote());
    assertThat(NoteRevert.of(drafted(MODEL), fallen, fallen).wrote()).isEqualTo(MODEL);
    // What was written anew since then stays whose it is.
    assertThat(NoteRevert.of(drafted(MODEL), fallen, mended).wrote()).isEqualTo(mended.wrote());
  }
}
