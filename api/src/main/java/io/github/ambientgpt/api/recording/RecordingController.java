package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.web.Idempotency;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "recordings")
class RecordingController {
  private static final String KEY_HEADER = "Idempotency-Key";

  private final Recordings recordings;
  private final Idempotency idempotency;

  /** What a form with a recording has. */
  record RecordingForm(@Schema(type = "string", format = "binary") String file) {}

  /**
   * @param algorithm as JOSE calls it
   * @param key in Base64url without padding
   */
  record SpoolKey(String algorithm, String key) {
    @Override
    public String toString() {
      return "SpoolKey";
    }
  }

  RecordingController(Recordings recordings, Idempotency idempotency) {
    this.recordings = recordings;
    this.idempotency = idempotency;
  }

  @PostMapping(
      path = "/api/v1/encounters/{encounterId}/recordings",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "uploadRecording",
      summary = "Takes a recording, as the part called file of a form",
      description =
          "Its content decides what it is. Nothing is kept when the connection breaks: /api/v1/uploads takes what must survive that.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = RecordingForm.class))))
  ResponseEntity<Recording> upload(
      @PathVariable UUID encounterId,
      @RequestHeader(name = KEY_HEADER, required = false) @Nullable @Size(min = 1, max = 255)
          String key,
      HttpServletRequest request)
      throws IOException {
    try {
      FileItemInputIterator parts = new JakartaServletDiskFileUpload().getItemIterator(request);
      while (parts.hasNext()) {
        FileItemInput part = parts.next();
        if ("file".equals(part.getFieldName()) && !part.isFormField()) {
          String name = Optional.ofNullable(part.getName()).orElse("");
          return receive(encounterId, name, part.getInputStream(), key);
        }
      }
    } catch (FileUploadException e) {
      throw ApiException.field("file", "the body is no form that can be read");
    }
    throw ApiException.field("file", "a part of this name has to hold the recording");
  }

  private ResponseEntity<Recording> receive(
      UUID encounter, String name, InputStream content, @Nullable String key) throws IOException {
    Recording made =
        recordings.receive(
            encounter,
            name,
            content,
            (stored, insert) ->
                id(
                    idempotency.path(
                        Optional.ofNullable(key),
                        stored.sha256(),
                        () -> "/api/v1/recordings/" + insert.get())));
    return ResponseEntity.created(URI.create("/api/v1/recordings/" + made.id()))
        .eTag(IfMatch.tag(made.version()))
        .body(made);
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @PostMapping(
      path = "/api/v1/encounters/{encounterId}/recordings",
      consumes = {"audio/*", "video/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "uploadRecordingBytes", summary = "Takes a recording as the body itself")
  ResponseEntity<Recording> uploadBytes(
      @PathVariable UUID encounterId,
      @RequestParam(defaultValue = "") @Size(max = 200) String name,
      @RequestHeader(name = KEY_HEADER, required = false) @Nullable @Size(min = 1, max = 255)
          String key,
      HttpServletRequest request)
      throws IOException {
    return receive(encounterId, name, request.getInputStream(), key);
  }

  @GetMapping("/api/v1/encounters/{encounterId}/recordings")
  @Operation(
      operationId = "listRecordings",
      summary = "The recordings of a visit, the oldest first")
  Page<Recording> list(@PathVariable UUID encounterId) {
    return Page.whole(recordings.list(encounterId));
  }

  @GetMapping("/api/v1/recordings/{id}")
  @Operation(operationId = "getRecording", summary = "What is known of a recording")
  ResponseEntity<Recording> get(@PathVariable UUID id) {
    Recording recording = recordings.get(id);
    return ResponseEntity.ok().eTag(IfMatch.tag(recording.version())).body(recording);
  }

  @GetMapping("/api/v1/recordings/{id}/key")
  @Operation(
      operationId = "getRecordingKey",
      summary = "The key by which the browser encrypts what it keeps of a recording meanwhile")
  ResponseEntity<SpoolKey> key(@PathVariable UUID id) {
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(recordings.spoolKey(id));
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(new SpoolKey("A256GCM", key));
  }

  @DeleteMapping("/api/v1/recordings/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteRecording",
      summary = "Deletes a recording; transcripts that were made of it stay")
  void delete(@PathVariable UUID id, IfMatch ifMatch) {
    recordings.delete(id, ifMatch);
  }
}
