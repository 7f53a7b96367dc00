package io.github.ambientgpt.export;

import io.github.ambientgpt.core.format.NoteDocument;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.time.Instant;
import java.util.List;

/** A visit that all tests of exports share. */
final class Visit {
  static final Instant WRITTEN = Instant.parse("2026-11-23T12:00:00Z");

  static final Transcript TRANSCRIPT =
      TranscriptReader.parse(
          """
          [doctor] what brings you in today ?
          [patient] i have had a dry cough for three weeks and my mother has asthma .
          [doctor] any fever or chest pain ?
          [patient] no fever . a little chest pain when i cough .
          [doctor] your blood pressure is 142 over 90 and your lungs are clear .
          [patient] i take lisinopril 10 milligrams once a day .
          [doctor] this cough is most likely from the lisinopril . let's stop it and start losartan 50 milligrams once a day .
          [doctor] come back in four weeks .
          """,
          "visit");

  private Visit() {}

  static NoteDocument builtin(String template) {
    Note note =
        NotePipeline.builtin().write(TRANSCRIPT, Templates.builtin().get(template), Monitor.NONE);
    return NoteDocument.of(note, WRITTEN).withTranscript(TRANSCRIPT);
  }

  /** Doubt, emptiness and every character that markup could stumble over. */
  static Note awkward(Note.Status status) {
    return new Note(
        "A <b>&amp; \"my\" template",
        List.of(
            new Section("Empty & silent", List.of()),
            new Section(
                "Plan",
                List.of(
                    new Statement(
                        "Topic <1>",
                        "Temp > 38.5 \u00b0C & < 40; \"quoted\" 'single' caf\u00e9 \u2265 \u00bd {body} \u0007end.",
                        Support.UNCERTAIN,
                        List.of(new Reason(Reason.Kind.NUMBER, "Said: \"<39>\" & more.")),
                        List.of(new Evidence("u2", 0, 4), new Evidence("odd <id>", 0, 4))),
                    new Statement(
                        "",
                        "Lisinopril 40 mg.",
                        Support.UNSUPPORTED,
                        List.of(new Reason(Reason.Kind.DOSE, "The transcript says 10 mg.")),
                        List.of())))),
        new Coverage(List.of("u2", "u8"), List.of("u8")),
        Generation.fallenBack("ollama/x", "builtin", "It said <nothing> & left."),
        status);
  }
}
