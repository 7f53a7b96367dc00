package io.github.ambientgpt.api.upload;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** tus 1.0 over HTTP: the headers say what is meant. */
@RestController
@Tag(name = "uploads")
class UploadController {
  private static final String VERSION = "1.0.0";
  private static final String EXTENSIONS = "creation,termination,checksum";
  private static final String RESUMABLE = "Tus-Resumable";
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";
  private static final String CHECKSUM = "Upload-Checksum";
  private static final String PIECES = "application/offset+octet-stream";
  private static final int CHECKSUM_MISMATCH = 460;
  private static final int LONGEST_NAME = 200;

  private final Uploads uploads;

  UploadController(Uploads uploads) {
    this.uploads = uploads;
  }

  /** The client speaks another version of tus. */
  private static final class OtherVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @RequestMapping(path = "/api/v1/uploads", method = RequestMethod.OPTIONS)
  @Operation(operationId = "describeUploads", summary = "What of tus is spoken here")
  @ApiResponse(responseCode = "204", description = "The headers say so")
  ResponseEntity<Void> options() {
    return tus(HttpStatus.NO_CONTENT)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", EXTENSIONS)
        .header("Tus-Max-Size", Long.toString(uploads.largest()))
        .header("Tus-Checksum-Algorithm", Checksum.NAMES)
        .build();
  }

  @PostMapping("/api/v1/uploads")
  @Operation(
      operationId = "createUpload",
      summary = "Begins a resumable upload of a recording, by tus 1.0",
      description =
          "Upload-Metadata names encounterId, and filename if there is one, each in Base64. The"
              + " Location takes the bytes by PATCH.")
  @ApiResponse(responseCode = "201", description = "It may be sent now")
  @ApiResponse(responseCode = "412")
  @ApiResponse(responseCode = "404")
  @ApiResponse(responseCode = "413")
  ResponseEntity<Void> create(
      @RequestHeader(name = RESUMABLE, required = false) @Size(max = 20) @Nullable String version,
      @RequestHeader(name = LENGTH, required = false) @Size(max = 20) @Nullable String length,
      @RequestHeader(name = "Upload-Metadata", required = false) @Size(max = 4096)
          @Nullable String metadata) {
    requireVersion(version);
    long size = number(LENGTH, length);
    if (size > uploads.largest()) {
      throw new ApiException(
          ProblemType.TOO_LARGE,
          "A recording has at most %d bytes: send it in parts, or compressed."
              .formatted(uploads.largest()));
    }
    if (size == 0) {
      throw ApiException.field(LENGTH, "a recording has at least one byte");
    }
    Map<String, String> named = metadata(metadata);
    Upload upload =
        uploads.create(
            encounter(named.getOrDefault("encounterId", "")),
            named.getOrDefault("filename", ""),
            size);
    return tus(HttpStatus.CREATED)
        .location(URI.create("/api/v1/uploads/" + upload.id()))
        .header(OFFSET, "0")
        .build();
  }

  private static UUID encounter(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ApiException.field(
          "Upload-Metadata", "it has to name encounterId, the id of the visit, in Base64");
    }
  }

  private static Map<String, String> metadata(@Nullable String header) {
    Map<String, String> named = new HashMap<>();
    for (String pair : header == null ? List.<String>of() : List.of(header.split(","))) {
      String[] parts = pair.strip().split(" ", 2);
      try {
        String value =
            parts.length < 2
                ? ""
                : new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8);
        named.put(
            parts[0], value.length() <= LONGEST_NAME ? value : value.substring(0, LONGEST_NAME));
      } catch (IllegalArgumentException e) {
        throw ApiException.field("Upload-Metadata", "its values are in Base64");
      }
    }
    return named;
  }

  @RequestMapping(path = "/api/v1/uploads/{id}", method = RequestMethod.HEAD)
  @Operation(operationId = "getUploadOffset", summary = "How much of an upload is here, for tus")
  @ApiResponse(responseCode = "200", description = "Upload-Offset says so")
  @ApiResponse(responseCode = "412")
  ResponseEntity<Void> offset(
      @PathVariable UUID id,
      @RequestHeader(name = RESUMABLE, required = false) @Size(max = 20) @Nullable String version)
      throws IOException {
    requireVersion(version);
    return standing(uploads.get(id), HttpStatus.OK).build();
  }

  @GetMapping("/api/v1/uploads/{id}")
  @Operation(
      operationId = "getUpload",
      summary = "How much of an upload is here, and which recording it became")
  Upload get(@PathVariable UUID id) throws IOException {
    return uploads.get(id);
  }

  @RequestMapping(path = "/api/v1/uploads/{id}", method = RequestMethod.PATCH, consumes = PIECES)
  @Operation(
      operationId = "appendToUpload",
      summary = "Takes more bytes of an upload",
      description =
          "With the last ones it becomes a recording, which Content-Location names. Upload-Checksum"
              + " is honoured; 460 when it does not hold.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = PIECES, schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "204", description = "They are kept")
  @ApiResponse(responseCode = "412")
  @ApiResponse(responseCode = "460")
  ResponseEntity<Void> append(
      @PathVariable UUID id,
      @RequestHeader(name = RESUMABLE, required = false) @Size(max = 20) @Nullable String version,
      @RequestHeader(name = OFFSET, required = false) @Size(max = 20) @Nullable String offset,
      @RequestHeader(name = CHECKSUM, required = false) @Size(max = 200) @Nullable String checksum,
      HttpServletRequest request)
      throws IOException {
    requireVersion(version);
    Upload upload =
        uploads.append(id, number(OFFSET, offset), request.getInputStream(), Checksum.of(checksum));
    return standing(upload, HttpStatus.NO_CONTENT).build();
  }

  /** For clients that can send neither PATCH nor DELETE, as tus has it. */
  @PostMapping("/api/v1/uploads/{id}")
  @Operation(
      operationId = "overrideUpload",
      summary = "PATCH or DELETE of an upload, as X-HTTP-Method-Override says")
  @RequestBody(
      content = @Content(mediaType = PIECES, schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "204", description = "It is done")
  @ApiResponse(responseCode = "412")
  @ApiResponse(responseCode = "460")
  ResponseEntity<Void> override(
      @PathVariable UUID id,
      @RequestHeader(name = "X-HTTP-Method-Override", required = false) @Size(max = 20)
          @Nullable String method,
      @RequestHeader(name = RESUMABLE, required = false) @Size(max = 20) @Nullable String version,
      @RequestHeader(name = OFFSET, required = false) @Size(max = 20) @Nullable String offset,
      @RequestHeader(name = CHECKSUM, required = false) @Size(max = 200) @Nullable String checksum,
      HttpServletRequest request)
      throws IOException {
    if ("PATCH".equals(method) && PIECES.equals(request.getContentType())) {
      return append(id, version, offset, checksum, request);
    }
    if ("DELETE".equals(method)) {
      return terminate(id, version);
    }
    throw ApiException.field("X-HTTP-Method-Override", "PATCH with " + PIECES + ", or DELETE");
  }

  @DeleteMapping("/api/v1/uploads/{id}")
  @Operation(
      operationId = "terminateUpload",
      summary = "Gives an upload up; a recording that it became stays")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @ApiResponse(responseCode = "412")
  ResponseEntity<Void> terminate(
      @PathVariable UUID id,
      @RequestHeader(name = RESUMABLE, required = false) @Size(max = 20) @Nullable String version) {
    requireVersion(version);
    uploads.terminate(id);
    return tus(HttpStatus.NO_CONTENT).build();
  }

  private static ResponseEntity.BodyBuilder standing(Upload upload, HttpStatus status) {
    ResponseEntity.BodyBuilder answer =
        tus(status)
            .header(OFFSET, Long.toString(upload.received()))
            .header(LENGTH, Long.toString(upload.size()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (upload.recordingId() != null) {
      answer.header(HttpHeaders.CONTENT_LOCATION, "/api/v1/recordings/" + upload.recordingId());
    }
    return answer;
  }

  private static ResponseEntity.BodyBuilder tus(HttpStatus status) {
    return ResponseEntity.status(status).header(RESUMABLE, VERSION);
  }

  private static void requireVersion(@Nullable String version) {
    if (!VERSION.equals(version)) {
      throw new OtherVersion();
    }
  }

  private static long number(String header, @Nullable String value) {
    if (value == null || !value.matches("\\d{1,18}")) {
      throw ApiException.field(header, "this header is needed, a number of bytes");
    }
    return Long.parseLong(value);
  }

  @ExceptionHandler
  ResponseEntity<Problem> otherVersion(OtherVersion e) {
    return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
        .header("Tus-Version", VERSION)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problem.of(
                ProblemType.TUS_VERSION,
                "Send the header Tus-Resumable: 1.0.0; no other version is spoken here.",
                List.of()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> mismatch(Checksum.Mismatch e) {
    Problem problem =
        new Problem(
            URI.create("urn:ambient-gpt:problem:checksum-mismatch"),
            "The bytes are not those that were sent",
            CHECKSUM_MISMATCH,
            e.getMessage() + ".",
            null,
            null);
    return ResponseEntity.status(CHECKSUM_MISMATCH)
        .header(RESUMABLE, VERSION)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
