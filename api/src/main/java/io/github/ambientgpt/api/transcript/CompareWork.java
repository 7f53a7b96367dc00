package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.api.recording.RecordingAudio;
import io.github.ambientgpt.api.recording.Recordings;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.MeteredAudio;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Listens to one recording with several recognizers. One that fails does not keep the others from
 * it.
 */
@Component
class CompareWork implements JobWork<CompareWork.Input> {
  private final Encounters encounters;
  private final Recordings recordings;
  private final RecordingAudio audio;
  private final Recognizers recognizers;
  private final JobResults results;

  record Input(
      UUID encounterId,
      UUID recordingId,
      List<String> recognizers,
      @Nullable String language,
      @Nullable String reference) {}

  /**
   * What several recognizers made of one recording.
   *
   * @param agreements of each two of them
   */
  record Comparison(UUID recordingId, List<Entry> recognizers, List<Agreement> agreements) {}

  /**
   * What one recognizer made of it.
   *
   * @param wordErrorRatePercent absent without a reference
   * @param failure why there are no words
   */
  record Entry(
      String id,
      String model,
      String text,
      int words,
      double audioSeconds,
      double seconds,
      @Nullable Double wordErrorRatePercent,
      @Nullable String failure) {}

  /**
   * @param percent of the longer one's words that need no edit to become the other's
   */
  record Agreement(String one, String other, double percent) {}

  CompareWork(
      Encounters encounters,
      Recordings recordings,
      RecordingAudio audio,
      Recognizers recognizers,
      JobResults results) {
    this.encounters = encounters;
    this.recordings = recordings;
    this.audio = audio;
    this.recognizers = recognizers;
    this.results = results;
  }

  @Override
  public String kind() {
    return "compare-recognizers";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    Optional<String> reference =
        Optional.ofNullable(input.reference())
            .map(text -> words(TranscriptReader.parse(text, "The reference")));
    List<Entry> entries = new ArrayList<>();
    for (String id : input.recognizers()) {
      entries.add(listen(id, input, reference, monitor));
    }
    List<Agreement> agreements = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = i + 1; j < entries.size(); j++) {
        if (entries.get(i).failure() == null && entries.get(j).failure() == null) {
          agreements.add(agreement(entries.get(i), entries.get(j)));
        }
      }
    }
    Comparison comparison = new Comparison(input.recordingId(), entries, agreements);
    return () -> results.keep(job, comparison);
  }

  private Entry listen(String id, Input input, Optional<String> reference, Monitor monitor) {
    try (MeteredAudio sound =
        new MeteredAudio(audio.open(recordings.bytesForJob(input.recordingId())))) {
      long start = System.nanoTime();
      Transcript transcript =
          recognizers.transcribe(
              id,
              null,
              sound,
              new RecognitionOptions(Optional.ofNullable(input.language()), ""),
              encounters.vocabulary(input.encounterId()),
              monitor);
      double seconds = (System.nanoTime() - start) / 1e9;
      String words = words(transcript);
      return new Entry(
          id,
          transcript.recognition().model(),
          words,
          WordErrors.words(words).size(),
          sound.heard(),
          seconds,
          reference.map(said -> WordErrors.between(said, words).percent()).orElse(null),
          null);
    } catch (CancelledException e) {
      throw e;
    } catch (AmbientGptException e) {
      return new Entry(id, "", "", 0, 0, 0, null, e.getMessage());
    }
  }

  private static String words(Transcript transcript) {
    return transcript.utterances().stream().map(Utterance::text).collect(Collectors.joining("\n"));
  }

  private static Agreement agreement(Entry one, Entry other) {
    int longer = Math.max(one.words(), other.words());
    int edits = WordErrors.between(one.text(), other.text()).errors();
    double percent = longer == 0 ? 100 : 100.0 * (longer - edits) / longer;
    return new Agreement(one.id(), other.id(), percent);
  }
}
