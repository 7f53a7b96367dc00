package io.github.ambientgpt.api.note;

import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Writes a note from a transcript and keeps neither. */
@RestController
@Tag(name = "notes")
class NotePreviewController {
  private final NotePipeline pipeline;
  private final Templates templates;

  NotePreviewController(NotePipeline pipeline, Templates templates) {
    this.pipeline = pipeline;
    this.templates = templates;
  }

  @PostMapping("/api/v1/notes:preview")
  @Operation(
      operationId = "previewNote",
      summary = "Writes a note from a transcript and keeps neither; both as core writes them")
  Preview preview(@RequestBody PreviewRequest request) {
    Template template = templates.get(request.template());
    Transcript transcript = TranscriptReader.parse(request.text(), "The transcript");
    return Preview.of(transcript, pipeline.write(transcript, template, Monitor.NONE));
  }
}
