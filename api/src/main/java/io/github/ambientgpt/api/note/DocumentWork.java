package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Document;
import io.github.ambientgpt.suggestion.Documents;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has a document written by a language model. */
@Component
class DocumentWork implements JobWork<DocumentWork.Input> {
  private final Notes notes;
  private final Writers writers;
  private final JobResults results;

  record Input(UUID noteId, Document.Kind kind, Writers.Choice writer) {}

  DocumentWork(Notes notes, Writers writers, JobResults results) {
    this.notes = notes;
    this.writers = writers;
    this.results = results;
  }

  @Override
  public String kind() {
    return "write-document";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    StoredNote note = notes.forJob(input.noteId());
    Transcript transcript = SuggestionController.transcript(notes, note);
    try (Writers.Writer writer = writers.open(input.writer())) {
      Document document =
          writer
              .model()
              .map(Documents::with)
              .orElseGet(Documents::builtin)
              .write(input.kind(), transcript, Optional.of(note.content().note()), monitor);
      DocumentView written = DocumentView.of(input.noteId(), document);
      return () -> results.keep(job, written);
    }
  }
}
