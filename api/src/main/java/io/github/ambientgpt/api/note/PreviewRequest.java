package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * @param transcript text in any form that is read from a file, or this project's JSON
 * @param template a template's name; SOAP when absent
 */
record PreviewRequest(
    @Schema(
            types = {"string", "object"},
            maxLength = PreviewRequest.LARGEST)
        @Nullable JsonNode transcript,
    @Size(max = 100) @Nullable String template) {
  private static final int LARGEST = 20_000_000;
  private static final String TEMPLATE = "SOAP";

  PreviewRequest {
    if (transcript != null && transcript.isString() && transcript.asString().length() > LARGEST) {
      throw ApiException.field("transcript", "it has at most %d characters".formatted(LARGEST));
    }
    template = template == null || template.isBlank() ? TEMPLATE : template;
  }

  /**
   * @throws InvalidInputException when there is none
   */
  String text() {
    if (transcript == null || transcript.isNull()) {
      throw new InvalidInputException("A note needs a transcript: send one as \"transcript\".");
    }
    return transcript.isString() ? transcript.asString() : transcript.toString();
  }

  /** Without the transcript: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "PreviewRequest[" + template + "]";
  }
}
