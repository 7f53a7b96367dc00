package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.pipeline.PipelineOptions;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes notes as the predecessor's clients ask for them. */
@Component
class LambientNotes {
  private static final Logger log = LoggerFactory.getLogger(LambientNotes.class);

  private static final String NO_TRANSCRIPT = "Error: No transcript provided for note generation.";
  private static final String INVALID = "Error: Transcript content is invalid.";
  private static final String NOTHING = "Error: No transcript content to process.";
  private static final String UNAVAILABLE =
      "Error generating note: Provider unavailable or configuration incomplete.";

  private static final String USUAL = "SOAP";
  private static final String ANY_NOTE = "Create a clinical note from the following transcription.";
  private static final String INSTRUCTIONS =
      "You are a careful medical scribe. Write only what the text supports, in professional"
          + " clinical language, and leave out what was not said.";

  private final ModelChoice models;
  private final PromptLibrary prompts;
  private final Templates templates;
  private final NotePipeline configured;
  private final Markup markup = new Markup();

  LambientNotes(
      ModelChoice models, PromptLibrary prompts, Templates templates, NotePipeline configured) {
    this.models = models;
    this.prompts = prompts;
    this.templates = templates;
    this.configured = configured;
  }

  /** The note as HTML that is safe to show, or a sentence that begins with {@code Error}. */
  String write(NotesRequest request) {
    if (request.transcript().isEmpty()) {
      return request.agents() ? NOTHING : NO_TRANSCRIPT;
    }
    String transcript = markup.plain(request.transcript());
    if (transcript.isBlank()) {
      return INVALID;
    }
    try (Writer writer = new Writer(models.of(request))) {
      return writer.model().isPresent()
          ? written(request, transcript, writer.model().get())
          : markup.note(configured.write(parse(transcript), template(request), Monitor.NONE));
    } catch (ModelChoice.Unavailable e) {
      return UNAVAILABLE;
    } catch (InvalidInputException e) {
      return "Error: " + e.getMessage();
    } catch (AmbientGptException e) {
      return "Error generating note: " + e.getMessage();
    } catch (RuntimeException e) {
      log.error("No note for one of Lambient's clients: {}", e.getClass().getName());
      return UNAVAILABLE;
    }
  }

  private record Writer(Optional<LanguageModel> model) implements AutoCloseable {
    @Override
    public void close() {
      model.ifPresent(LanguageModel::close);
    }
  }

  /** In stages if that is wanted, and when that fails with one prompt. */
  private String written(NotesRequest request, String transcript, LanguageModel model) {
    if (request.agents()) {
      try {
        PipelineOptions options =
            PipelineOptions.DEFAULT
                .withReview(request.review())
                .withMaxIterations(request.iterations());
        Note note =
            NotePipeline.with(model, options)
                .write(parse(transcript), template(request), Monitor.NONE);
        if (note.generation().model().equals(model.name())) {
          return markup.note(note);
        }
      } catch (AmbientGptException e) {
        log.info("The stages failed, one prompt is tried: {}", e.getClass().getSimpleName());
      }
    }
    String answer =
        model.answer(
            new Prompt(INSTRUCTIONS, prompt(request, transcript), Optional.empty()), Monitor.NONE);
    return markup.safe(answer);
  }

  private static Transcript parse(String transcript) {
    return TranscriptReader.parse(transcript, "The transcript");
  }

  private Template template(NotesRequest request) {
    return templates.get(templates.has(request.template()) ? request.template() : USUAL);
  }

  private String prompt(NotesRequest request, String transcript) {
    String prompt = request.template().isBlank() ? ANY_NOTE : prompts.prompt(request.template());
    String whole =
        prompt.contains(PromptLibrary.PLACE)
            ? prompt.replace(PromptLibrary.PLACE, transcript)
            : prompt + "\n\n" + transcript;
    return request
        .patient()
        .map(
            patient ->
                whole
                    + "\n\nPATIENT INFORMATION:\nName: "
                    + markup.plain(patient.name())
                    + "\n\nEHR DATA:\n"
                    + markup.plain(patient.ehrData()))
        .orElse(whole);
  }
}
