package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.recording.Recording;
import io.github.ambientgpt.api.recording.Recordings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins a recording that is spoken into a socket, and ends one whose browser is lost. */
@RestController
@Tag(name = "recordings")
class LiveController {
  private final LiveRecordings live;
  private final Recordings recordings;

  /**
   * @param name what to call the recording; a time of day when absent
   */
  record LiveRequest(@Size(max = 200) @Nullable String name) {
    /** Without the name, which may be a patient's. */
    @Override
    public String toString() {
      return "LiveRequest";
    }
  }

  /**
   * @param id the recording's
   * @param socket where to connect
   * @param algorithm as JOSE calls it
   * @param key for what the browser keeps meanwhile, in Base64url without padding
   */
  record LiveStart(UUID id, UUID encounterId, String socket, String algorithm, String key) {
    /** Without the key. */
    @Override
    public String toString() {
      return "LiveStart[" + id + "]";
    }
  }

  /**
   * @param recording its id
   * @param sha256 of the samples, s16le, in small hexadecimal digits
   * @param transcript its id, when it is there at once
   * @param job the id of what is made now: the transcript and the note, or the note alone
   */
  record LiveEnd(UUID recording, String sha256, @Nullable UUID transcript, @Nullable UUID job) {
    static LiveEnd of(LiveStore.State state) {
      return new LiveEnd(
          state.recordingId(), String.valueOf(state.sha256()), state.transcriptId(), state.jobId());
    }
  }

  LiveController(LiveRecordings live, Recordings recordings) {
    this.live = live;
    this.recordings = recordings;
  }

  @PostMapping("/api/v1/encounters/{encounterId}/recordings:live")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "beginLiveRecording",
      summary = "Begins a recording that is spoken into a WebSocket, with captions",
      description = "The protocol of the socket is in docs/live-captions.md.")
  ResponseEntity<LiveStart> begin(
      @PathVariable UUID encounterId,
      @Valid @RequestBody(required = false) @Nullable LiveRequest wanted) {
    String name = wanted == null || wanted.name() == null ? "" : wanted.name();
    Recording recording = live.begin(encounterId, name);
    String path = "/api/v1/recordings/" + recording.id();
    return ResponseEntity.created(URI.create(path))
        .body(
            new LiveStart(
                recording.id(),
                encounterId,
                path + "/live",
                "A256GCM",
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(recordings.spoolKey(recording.id()))));
  }

  @PostMapping("/api/v1/recordings/{id}:finish")
  @Operation(
      operationId = "finishLiveRecording",
      summary = "Ends a live recording with what is here",
      description =
          "For when the browser that recorded is lost; one that has ended stays as it is.")
  LiveEnd finish(@PathVariable UUID id) throws IOException {
    return LiveEnd.of(live.finish(id));
  }
}
