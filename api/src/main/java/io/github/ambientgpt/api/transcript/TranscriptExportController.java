package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.core.format.TranscriptFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "transcripts")
class TranscriptExportController {
  private static final Map<TranscriptFormat, String> MEDIA_TYPES =
      Map.of(
          TranscriptFormat.TEXT, "text/plain;charset=UTF-8",
          TranscriptFormat.JSON, "application/json",
          TranscriptFormat.SRT, "application/x-subrip;charset=UTF-8",
          TranscriptFormat.VTT, "text/vtt;charset=UTF-8",
          TranscriptFormat.HEALTHSCRIBE, "application/json");
  private static final Map<TranscriptFormat, String> ENDINGS =
      Map.of(
          TranscriptFormat.TEXT, "txt",
          TranscriptFormat.JSON, "json",
          TranscriptFormat.SRT, "srt",
          TranscriptFormat.VTT, "vtt",
          TranscriptFormat.HEALTHSCRIBE, "healthscribe.json");

  private final Transcripts transcripts;

  TranscriptExportController(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  @GetMapping("/api/v1/transcripts/{id}/export")
  @Operation(operationId = "exportTranscript", summary = "A transcript as a file")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
  ResponseEntity<byte[]> export(
      @PathVariable UUID id,
      @RequestParam @Pattern(regexp = "text|json|srt|vtt|healthscribe") String format) {
    StoredTranscript stored = transcripts.get(id);
    TranscriptFormat chosen = TranscriptFormat.valueOf(format.toUpperCase(Locale.ROOT));
    byte[] file = chosen.write(stored.transcript()).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(MEDIA_TYPES.get(chosen)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("transcript-%s.%s".formatted(id, ENDINGS.get(chosen)))
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(file);
  }
}
