package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Suggester;
import io.github.ambientgpt.suggestion.Suggestion;
import io.github.ambientgpt.suggestion.SuggestionFormat;
import io.github.ambientgpt.suggestion.Suggestions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a language model for what a visit suggests, beside the tables and rules. */
@Component
class SuggestionWork implements JobWork<SuggestionWork.Input> {
  private final Notes notes;
  private final Writers writers;
  private final JobResults results;
  private final JsonMapper json;

  record Input(
      UUID noteId, @Nullable String patient, @Nullable Integer minutes, Writers.Choice writer) {}

  SuggestionWork(Notes notes, Writers writers, JobResults results, JsonMapper json) {
    this.notes = notes;
    this.writers = writers;
    this.results = results;
    this.json = json;
  }

  @Override
  public String kind() {
    return "suggest";
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
      Suggestions found =
          writer
              .model()
              .map(Suggester::with)
              .orElseGet(Suggester::builtin)
              .suggest(
                  transcript,
                  Optional.of(note.content().note()),
                  SuggestionController.details(input.patient(), input.minutes()),
                  EnumSet.allOf(Suggestion.Kind.class),
                  monitor);
      JsonNode result = json.readTree(SuggestionFormat.JSON.write(found));
      return () -> results.keep(job, result);
    }
  }
}
