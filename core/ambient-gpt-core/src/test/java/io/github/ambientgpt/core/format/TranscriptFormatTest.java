package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranscriptFormatTest {
  private static final Recognition SPHINX = new Recognition("sphinx", "", true);

  private static final Transcript TIMED =
      new Transcript(
          "en",
          Recognition.TYPED,
          List.of(
              new Utterance(
                  "u1",
                  new Speaker("doctor", Role.CLINICIAN),
                  Optional.of(new Span(0, 1.25)),
                  "Is it < 100 & falling?",
                  List.of()),
              new Utterance(
                  "u2",
                  new Speaker("", Role.PATIENT),
                  Optional.of(new Span(3723.004, 3724)),
                  "yes",
                  List.of()),
              new Utterance(
                  "u3", Speaker.UNKNOWN, Optional.of(new Span(3725, 3726)), "hm", List.of())));

  @Test
  void textHasOneTurnALine() {
    assertThat(TranscriptFormat.TEXT.write(TIMED))
        .isEqualTo("[doctor] Is it < 100 & falling?\n[patient] yes\n[unknown] hm\n");
  }

  @Test
  void srtAndVttHaveTheTimes() {
    assertThat(TranscriptFormat.SRT.write(TIMED))
        .startsWith("1\n00:00:00,000 --> 00:00:01,250\n[doctor] Is it < 100 & falling?\n\n")
        .contains("2\n01:02:03,004 --> 01:02:04,000\n[patient] yes\n\n");
    assertThat(TranscriptFormat.VTT.write(TIMED))
        .startsWith(
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.250\n"
                + "<v doctor>Is it &lt; 100 &amp; falling?\n\n")
        .endsWith("01:02:05.000 --> 01:02:06.000\nhm\n\n");
  }

  @Test
  void healthScribeHasSegmentsAndWordsOfNumberedParticipants() {
    Word word = new Word("Okay.", new Span(0, 0.5), OptionalDouble.of(0.9), false);
    Transcript words =
        new Transcript(
            "en-US",
            Recognition.TYPED,
            List.of(
                new Utterance(
                    "u1",
                    new Speaker("doctor", Role.CLINICIAN),
                    Optional.of(new Span(0, 0.5)),
                    "Okay.",
                    List.of(word)),
                new Utterance("u2", new Speaker("nurse", Role.OTHER), "Hm."),
                new Utterance("u3", new Speaker("resident", Role.CLINICIAN), "Yes.")));
    assertThat(TranscriptFormat.HEALTHSCRIBE.write(words).replaceAll("\\s+", ""))
        .startsWith("{\"Conversation\":{\"ConversationId\":\"")
        .contains(
            "\"LanguageCode\":\"en-US\"",
            "{\"SegmentId\":\"u1\",\"BeginAudioTime\":0.0,\"EndAudioTime\":0.5,\"Content\":\"Okay.\","
                + "\"ParticipantDetails\":{\"ParticipantRole\":\"CLINICIAN_0\"}}",
            "\"Content\":\"Hm.\",\"ParticipantDetails\":{\"ParticipantRole\":\"OTHER_0\"}",
            "\"ParticipantRole\":\"CLINICIAN_1\"",
            "{\"BeginAudioTime\":0.0,\"EndAudioTime\":0.5,\"Type\":\"pronunciation\","
                + "\"Alternatives\":[{\"Confidence\":0.9,\"Content\":\"Okay\"}]}",
            "\"Type\":\"punctuation\",\"Alternatives\":[{\"Confidence\":0.0,\"Content\":\".\"}]",
            "\"ClinicalInsights\":[]");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenReadsBackAsTheSameTurns(TranscriptFormat format) {
    Transcript back = TranscriptReader.parse(format.write(TIMED), "visit");
    assertThat(back.utterances())
        .extracting(Utterance::text)
        .containsExactly("Is it < 100 & falling?", "yes", "hm");
    assertThat(back.utterances())
        .extracting(u -> u.speaker().role())
        .containsExactly(Role.CLINICIAN, Role.PATIENT, Role.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void previewQualityIsSaidAndSurvivesARoundTrip(TranscriptFormat format) {
    Transcript preview = new Transcript("en", SPHINX, TIMED.utterances());
    String written = format.write(preview);
    assertThat(written.toLowerCase(java.util.Locale.ROOT)).containsPattern("preview ?quality");
    Transcript back = TranscriptReader.parse(written, "visit");
    assertThat(back.recognition()).isEqualTo(SPHINX);
    assertThat(back.utterances()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SRT", "VTT"})
  void subtitlesWithoutTimesAreRefused(TranscriptFormat format) {
    Transcript typed = TranscriptReader.parse("[doctor] hi", "visit");
    assertThatThrownBy(() -> format.write(typed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no times")
        .hasMessageContaining("text or json");
  }

  @Test
  void anEmptyTranscriptIsWrittenToo() {
    Transcript silence = new Transcript("en", SPHINX, List.of());
    assertThat(TranscriptReader.parse(TranscriptFormat.JSON.write(silence), "x"))
        .isEqualTo(silence);
    assertThat(TranscriptFormat.VTT.write(silence)).startsWith("WEBVTT\n");
  }

  @Test
  void jsonReadsBackExactly() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Transcript transcript = transcript(random);
      assertThat(TranscriptReader.parse(TranscriptFormat.JSON.write(transcript), "visit"))
          .isEqualTo(transcript);
    }
  }

  private static Transcript transcript(Random random) {
    List<Utterance> utterances = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      List<Word> words = new ArrayList<>();
      for (int w = random.nextInt(3); w > 0; w--) {
        OptionalDouble confidence =
            random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty();
        words.add(new Word(text(random), span(random), confidence, random.nextBoolean()));
      }
      utterances.add(
          new Utterance(
              "id " + i,
              new Speaker(
                  random.nextBoolean() ? "" : text(random), Role.values()[random.nextInt(4)]),
              random.nextBoolean() ? Optional.of(span(random)) : Optional.empty(),
              text(random),
              words));
    }
    return new Transcript(
        "de-CH", new Recognition("e" + random.nextInt(9), "m", random.nextBoolean()), utterances);
  }

  private static Span span(Random random) {
    double start = random.nextDouble() * 10_000;
    return new Span(start, start + random.nextDouble());
  }

  private static String text(Random random) {
    String alphabet = "aZ9 \"\\/{}[]<>&:,\u00e4\u4e2d\ud83d\ude00'\n\t";
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(20); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
