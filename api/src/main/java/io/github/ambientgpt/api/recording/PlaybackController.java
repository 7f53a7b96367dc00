package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Plays a recording from any place, as browsers ask for it. */
@RestController
@Tag(name = "recordings")
class PlaybackController {
  private final Recordings recordings;

  /**
   * @param from the first byte
   * @param to after the last
   */
  private record Stretch(long from, long to) {}

  PlaybackController(Recordings recordings) {
    this.recordings = recordings;
  }

  @GetMapping("/api/v1/recordings/{id}/audio")
  @Operation(
      operationId = "playRecording",
      summary = "The bytes of a recording, or one range of them")
  @ApiResponse(
      responseCode = "200",
      description = "All of it",
      content =
          @Content(mediaType = "audio/*", schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "206",
      description = "The range that was asked for",
      content =
          @Content(mediaType = "audio/*", schema = @Schema(type = "string", format = "binary")))
  void play(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.RANGE, required = false) @Size(max = 1000)
          @Nullable String range,
      @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Size(max = 1000)
          @Nullable String ifRange,
      HttpServletResponse response)
      throws IOException {
    Recording recording = recordings.get(id);
    try (SeekableByteChannel bytes = recordings.bytes(id)) {
      String tag = "\"" + recording.sha256() + "\"";
      boolean part = range != null && (ifRange == null || ifRange.equals(tag));
      Stretch stretch =
          part ? stretch(range, recording.size(), response) : new Stretch(0, recording.size());
      response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
      response.setHeader(HttpHeaders.ETAG, tag);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentType(mediaType(bytes));
      response.setContentLengthLong(stretch.to() - stretch.from());
      if (stretch.to() - stretch.from() < recording.size()) {
        response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        response.setHeader(
            HttpHeaders.CONTENT_RANGE,
            "bytes %d-%d/%d".formatted(stretch.from(), stretch.to() - 1, recording.size()));
      }
      send(bytes, stretch, response.getOutputStream());
    }
  }

  /** Several ranges at once are answered with all of it, as RFC 9110 allows. */
  private static Stretch stretch(String header, long size, HttpServletResponse response) {
    List<HttpRange> ranges;
    try {
      ranges = HttpRange.parseRanges(header);
    } catch (IllegalArgumentException e) {
      return new Stretch(0, size); // a range that nobody understands is none
    }
    if (ranges.size() != 1) {
      return new Stretch(0, size);
    }
    long from = ranges.get(0).getRangeStart(size);
    if (from >= size) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
      throw new ApiException(
          ProblemType.RANGE_NOT_SATISFIABLE,
          "The recording has %d bytes: ask for some of these.".formatted(size));
    }
    return new Stretch(from, ranges.get(0).getRangeEnd(size) + 1);
  }

  private static String mediaType(SeekableByteChannel bytes) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(AudioContent.HEAD);
    while (head.hasRemaining() && bytes.read(head) >= 0) {
      // until it is full
    }
    return AudioContent.of(head.array())
        .map(AudioContent::mediaType)
        .orElse("application/octet-stream");
  }

  private static void send(SeekableByteChannel bytes, Stretch stretch, OutputStream out)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    bytes.position(stretch.from());
    long left = stretch.to() - stretch.from();
    while (left > 0) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), left));
      int count = bytes.read(buffer);
      if (count < 0) {
        throw new IOException("The recording ends early");
      }
      out.write(buffer.array(), 0, count);
      left -= count;
    }
  }
}
