package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import io.github.ambientgpt.core.vocabulary.MisheardNames;
import io.github.ambientgpt.core.vocabulary.MisheardNames.Misheard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a visit, turn by turn.
 *
 * @param recordingId what it was made of; absent when it was imported, or that was deleted
 * @param language BCP 47; {@code und} when not known
 * @param partial true when the recognizer failed before the recording's end
 * @param speakers those that speak, each once
 * @param version its ETag, without the quotes
 */
@Schema(name = "Transcript")
record TranscriptView(
    UUID id,
    UUID encounterId,
    @Nullable UUID recordingId,
    String language,
    RecognitionView recognition,
    boolean partial,
    List<SpeakerView> speakers,
    List<UtteranceView> utterances,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  /**
   * How a transcript came to be.
   *
   * @param engine the recognizer's id; {@code typed} when the words were given as text
   * @param previewQuality true when the words are too poor for a note
   */
  @Schema(name = "Recognition")
  record RecognitionView(String engine, String model, boolean previewQuality) {}

  /**
   * Who speaks.
   *
   * @param label as the source named the voice; empty when it named none
   * @param role clinician, patient, other or unknown
   */
  @Schema(name = "Speaker")
  record SpeakerView(
      String label,
      @Schema(allowableValues = {"clinician", "patient", "other", "unknown"}) String role) {
    static SpeakerView of(Speaker speaker) {
      return new SpeakerView(speaker.label(), word(speaker.role()));
    }

    private static String word(Role role) {
      return role.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one speaker said in one turn.
   *
   * @param start seconds from the recording's start; absent when the source had no times
   * @param misheard words of the text that are nearly the name of a drug, from left to right
   */
  @Schema(name = "Utterance")
  record UtteranceView(
      String id,
      SpeakerView speaker,
      @Nullable Double start,
      @Nullable Double end,
      String text,
      List<WordView> words,
      List<MisheardView> misheard) {
    static UtteranceView of(Utterance utterance, List<Misheard> misheard) {
      return new UtteranceView(
          utterance.id(),
          SpeakerView.of(utterance.speaker()),
          utterance.span().map(span -> span.start()).orElse(null),
          utterance.span().map(span -> span.end()).orElse(null),
          utterance.text(),
          utterance.words().stream().map(WordView::of).toList(),
          misheard.stream().map(MisheardView::of).toList());
    }
  }

  /**
   * A word that the recognizer may have misheard. Nothing is changed by itself.
   *
   * @param begin where it begins in the utterance's text, in UTF-16 units
   * @param end where it ends, exclusive
   * @param text as the recognizer wrote it
   * @param perhaps names that it may be, in lower case
   */
  @Schema(name = "MisheardWord")
  record MisheardView(int begin, int end, String text, List<String> perhaps) {
    static MisheardView of(Misheard word) {
      return new MisheardView(word.begin(), word.end(), word.written(), word.perhaps());
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "MisheardWord[" + begin + " to " + end + "]";
    }
  }

  /**
   * One recognized word.
   *
   * @param confidence 0 to 1; absent when the recognizer did not say
   * @param estimated true when the times were placed by the word's length
   */
  @Schema(name = "Word")
  record WordView(
      String text, double start, double end, @Nullable Double confidence, boolean estimated) {
    static WordView of(Word word) {
      return new WordView(
          word.text(),
          word.span().start(),
          word.span().end(),
          word.confidence().isPresent() ? word.confidence().getAsDouble() : null,
          word.estimated());
    }
  }

  static TranscriptView of(StoredTranscript stored) {
    var transcript = stored.transcript();
    Map<String, List<Misheard>> misheard = MisheardNames.of(transcript);
    return new TranscriptView(
        stored.id(),
        stored.encounterId(),
        stored.recordingId(),
        transcript.language(),
        new RecognitionView(
            transcript.recognition().engine(),
            transcript.recognition().model(),
            transcript.recognition().previewQuality()),
        stored.partial(),
        transcript.utterances().stream()
            .map(utterance -> SpeakerView.of(utterance.speaker()))
            .distinct()
            .toList(),
        transcript.utterances().stream()
            .map(said -> UtteranceView.of(said, misheard.getOrDefault(said.id(), List.of())))
            .toList(),
        stored.version(),
        stored.createdAt(),
        stored.updatedAt());
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Transcript[" + id + "]";
  }
}
