package io.github.ambientgpt.api.note;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which note is wanted.
 *
 * @param transcriptId what it is written from; the visit's newest when absent
 * @param template its shape by name; SOAP when absent
 * @param length how much it says; standard when absent
 * @param languageModel who writes, by id; builtin for no language model; the configured one when
 *     absent
 * @param model another one of this provider than the configured
 */
record DraftRequest(
    @Nullable UUID transcriptId,
    @Size(min = 1, max = 100) @Nullable String template,
    @Pattern(regexp = "brief|standard|full")
        @Schema(allowableValues = {"brief", "standard", "full"})
        @Nullable String length,
    @Size(max = 60) @Nullable String languageModel,
    @Pattern(regexp = Writers.MODEL) @Nullable String model) {
  static final DraftRequest DEFAULT = new DraftRequest(null, null, null, null, null);

  DraftRequest {
    template = template == null ? "SOAP" : template;
    length = length == null ? "standard" : length;
  }
}
