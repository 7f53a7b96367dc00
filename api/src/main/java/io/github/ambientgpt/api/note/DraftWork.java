package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.transcript.StoredTranscript;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the first draft of a note. */
@Component
class DraftWork implements JobWork<DraftWork.Input> {
  private final Transcripts transcripts;
  private final TemplateLibrary templates;
  private final Writers writers;
  private final Notes notes;
  private final MeterRegistry meters;

  record Input(
      User owner,
      UUID encounterId,
      UUID transcriptId,
      String template,
      NoteLength length,
      Writers.Choice writer) {}

  DraftWork(
      Transcripts transcripts,
      TemplateLibrary templates,
      Writers writers,
      Notes notes,
      MeterRegistry meters) {
    this.meters = meters;
    Arrays.stream(Support.values()).forEach(this::statements); // all are there from the start
    this.transcripts = transcripts;
    this.templates = templates;
    this.writers = writers;
    this.notes = notes;
  }

  private Counter statements(Support support) {
    return meters.counter(
        "ambientgpt.statements", "support", support.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String kind() {
    return "draft-note";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    StoredTranscript transcript = transcripts.forJob(input.transcriptId());
    try (Writers.Writer writer = writers.open(input.writer())) {
      Note note =
          writer
              .pipeline(input.length())
              .write(
                  transcript.transcript(),
                  templates.get(input.owner().id(), input.template()),
                  monitor);
      NoteContent content = NoteContent.of(note, transcript.id(), transcript.version());
      content.sections().stream()
          .flatMap(section -> section.statements().stream())
          .forEach(statement -> statements(statement.support()).increment());
      return () -> "/api/v1/notes/" + notes.keep(input.owner(), input.encounterId(), content).id();
    }
  }
}
