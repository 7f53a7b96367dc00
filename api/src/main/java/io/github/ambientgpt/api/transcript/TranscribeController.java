package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.recording.Recording;
import io.github.ambientgpt.api.recording.Recordings;
import io.github.ambientgpt.api.user.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "transcripts")
class TranscribeController {
  /** Never a path: a recognizer finds its models in their folder. */
  static final String MODEL = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private final Recordings recordings;
  private final Recognizers recognizers;
  private final Jobs jobs;
  private final TranscribeWork work;
  private final CompareWork comparing;
  private final CurrentUser user;

  /**
   * How a recording is listened to.
   *
   * @param recognizer its id; the configured one when absent
   * @param model another one than the configured
   * @param language BCP 47; the recognizer finds out when absent
   * @param prompt words that are likely to occur: names, drugs
   * @param note whether a note is drafted of what is heard, under SOAP and of usual length
   */
  record Transcription(
      @Size(max = 60) @Nullable String recognizer,
      @Pattern(regexp = MODEL) @Nullable String model,
      @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") @Nullable String language,
      @Size(max = 2000) @Nullable String prompt,
      @Nullable Boolean note) {
    /** Without the prompt, which may name a patient. */
    @Override
    public String toString() {
      return "Transcription[" + recognizer + "]";
    }
  }

  /**
   * @param recognizers their ids; all that are ready on this machine when absent
   * @param reference what was really said, in any form of transcript: adds the word error rate
   */
  record ComparisonRequest(
      @Size(min = 1, max = 10) @Nullable List<@NotBlank @Size(max = 60) String> recognizers,
      @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") @Nullable String language,
      @Size(max = 1_000_000) @Nullable String reference) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "ComparisonRequest[" + recognizers + "]";
    }
  }

  TranscribeController(
      Recordings recordings,
      Recognizers recognizers,
      Jobs jobs,
      TranscribeWork work,
      CompareWork comparing,
      CurrentUser user) {
    this.recordings = recordings;
    this.recognizers = recognizers;
    this.jobs = jobs;
    this.work = work;
    this.comparing = comparing;
    this.user = user;
  }

  @PostMapping("/api/v1/recordings/{id}:transcribe")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "transcribeRecording",
      summary = "Makes a transcript of a recording, as a job",
      description =
          "The job's result is the transcript. When the recognizer fails half-way, what it had heard is kept, marked as partial. With `note` a"
              + " note is drafted of the transcript, too, as a job of its own.")
  ResponseEntity<Job> transcribe(
      @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Transcription wanted) {
    Transcription how = wanted == null ? new Transcription(null, null, null, null, null) : wanted;
    Recording recording = complete(id);
    TranscribeWork.Input input =
        new TranscribeWork.Input(
            user.get(),
            recording.encounterId(),
            id,
            recognizers.choose(how.recognizer(), how.model()),
            how.model(),
            how.language(),
            how.prompt() == null ? "" : how.prompt(),
            Boolean.TRUE.equals(how.note()));
    return Jobs.accepted(jobs.submit(user.get().id(), recording.encounterId(), work, input));
  }

  @PostMapping("/api/v1/recordings/{id}:compare")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "compareRecognizers",
      summary =
          "Listens to a recording with several recognizers, as a job, and compares their words")
  ResponseEntity<Job> compare(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable ComparisonRequest wanted) {
    ComparisonRequest how = wanted == null ? new ComparisonRequest(null, null, null) : wanted;
    Recording recording = complete(id);
    List<String> chosen =
        how.recognizers() == null
            ? recognizers.readyHere()
            : how.recognizers().stream().distinct().toList();
    if (how.recognizers() == null && chosen.isEmpty()) {
      recognizers.choose(null, null); // says what is missing
    }
    chosen.forEach(each -> recognizers.choose(each, null));
    CompareWork.Input input =
        new CompareWork.Input(recording.encounterId(), id, chosen, how.language(), how.reference());
    return Jobs.accepted(jobs.submit(user.get().id(), recording.encounterId(), comparing, input));
  }

  private Recording complete(UUID id) {
    Recording recording = recordings.forChange(id);
    if (recording.state() != Recording.State.COMPLETE) {
      throw new ApiException(
          ProblemType.CONFLICT, "The recording is not complete yet: wait until all of it is here.");
    }
    return recording;
  }
}
