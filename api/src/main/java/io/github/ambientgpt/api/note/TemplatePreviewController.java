package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a template makes of a transcript, and keeps nothing. */
@RestController
@Tag(name = "templates")
class TemplatePreviewController {
  private final Transcripts transcripts;
  private final TemplateLibrary templates;
  private final CurrentUser user;

  /**
   * @param template the name of one that is there
   * @param source YAML of one that is not kept yet, in place of a name
   * @param length how much the note says; standard when absent
   */
  record TemplatePreview(
      @Size(min = 1, max = 100) @Nullable String template,
      @Size(min = 1, max = 65536) @Nullable String source,
      @Pattern(regexp = "brief|standard|full")
          @Schema(allowableValues = {"brief", "standard", "full"})
          @Nullable String length) {}

  TemplatePreviewController(Transcripts transcripts, TemplateLibrary templates, CurrentUser user) {
    this.transcripts = transcripts;
    this.templates = templates;
    this.user = user;
  }

  @PostMapping("/api/v1/transcripts/{id}:preview")
  @Operation(
      operationId = "previewTemplate",
      summary = "Shows a template, kept or not, on a transcript; keeps nothing",
      description =
          "By the composer that needs no language model. Name a template, or send the source of"
              + " one.")
  Preview preview(@PathVariable UUID id, @Valid @RequestBody TemplatePreview wanted) {
    return preview(transcripts.get(id).transcript(), wanted);
  }

  @PostMapping("/api/v1/templates:preview")
  @Operation(
      operationId = "previewTemplateOnSample",
      summary = "Shows a template, kept or not, on the made-up visit; keeps nothing",
      description = "As previewTemplate, where there is no visit yet.")
  Preview previewOnSample(@Valid @RequestBody TemplatePreview wanted) {
    return preview(TranscriptReader.parse(SampleVisit.text(), "The sample visit"), wanted);
  }

  private Preview preview(Transcript transcript, TemplatePreview wanted) {
    String length = wanted.length() == null ? "standard" : wanted.length();
    NotePipeline pipeline =
        NotePipeline.builtin().withLength(NoteLength.valueOf(length.toUpperCase(Locale.ROOT)));
    return Preview.of(transcript, pipeline.write(transcript, template(wanted), Monitor.NONE));
  }

  private Template template(TemplatePreview wanted) {
    if ((wanted.template() == null) == (wanted.source() == null)) {
      throw ApiException.field("template", "either this or source is needed");
    }
    return wanted.source() == null
        ? templates.get(user.get().id(), wanted.template())
        : Templates.parse(wanted.source(), "the template");
  }
}
