package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobFailure;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.api.recording.RecordingAudio;
import io.github.ambientgpt.api.recording.Recordings;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a transcript of a recording. When the recognizer fails, what it had heard is kept. */
@Component
class TranscribeWork implements JobWork<TranscribeWork.Input> {
  private final Encounters encounters;
  private final Recordings recordings;
  private final RecordingAudio audio;
  private final Recognizers recognizers;
  private final Transcripts transcripts;
  private final ApplicationEventPublisher events;

  /**
   * @param owner who asked for it
   * @param prompt words that are likely to occur; empty for none
   * @param note whether it is to become a note; absent in jobs of earlier versions
   */
  record Input(
      User owner,
      UUID encounterId,
      UUID recordingId,
      String recognizer,
      @Nullable String model,
      @Nullable String language,
      String prompt,
      @Nullable Boolean note) {}

  TranscribeWork(
      Encounters encounters,
      Recordings recordings,
      RecordingAudio audio,
      Recognizers recognizers,
      Transcripts transcripts,
      ApplicationEventPublisher events) {
    this.encounters = encounters;
    this.recordings = recordings;
    this.audio = audio;
    this.recognizers = recognizers;
    this.transcripts = transcripts;
    this.events = events;
  }

  @Override
  public String kind() {
    return "transcribe";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    try (AudioStream sound = audio.open(recordings.bytesForJob(input.recordingId()))) {
      RecognitionOptions options =
          new RecognitionOptions(Optional.ofNullable(input.language()), input.prompt());
      Transcript transcript =
          recognizers.transcribe(
              input.recognizer(),
              input.model(),
              sound,
              options,
              encounters.vocabulary(input.encounterId()),
              monitor);
      if (transcript.isEmpty()) {
        throw new InvalidInputException(
            "No speech was recognised in the recording, so there is no transcript. Listen to it: it"
                + " may be silent, or the wrong microphone.");
      }
      return () -> {
        StoredTranscript stored = keep(input, transcript, false);
        if (Boolean.TRUE.equals(input.note())) {
          events.publishEvent(new TranscriptForNote(stored, input.owner()));
        }
        return path(stored);
      };
    } catch (EngineException e) {
      throw e.heard()
          .filter(heard -> !heard.isEmpty())
          .<RuntimeException>map(heard -> new JobFailure(e, () -> path(keep(input, heard, true))))
          .orElse(e);
    }
  }

  private StoredTranscript keep(Input input, Transcript transcript, boolean partial) {
    return transcripts.keep(
        input.owner(), input.encounterId(), input.recordingId(), transcript, partial);
  }

  private static String path(StoredTranscript stored) {
    return "/api/v1/transcripts/" + stored.id();
  }
}
