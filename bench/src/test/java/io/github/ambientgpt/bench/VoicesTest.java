package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bench.SaidVisit.Turn;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.VoicedAudio;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whose words are whose, in one channel, when every word is heard right. */
class VoicesTest {
  private static final double FASTER = 1.25;

  private record Spoken(Turn turn, String who) {}

  /** Share of the words that may be nobody's, in percent. */
  private static final double MOST_UNKNOWN = 5;

  @Test
  void twoVoicesInOneChannelAreToldApart() {
    for (SaidVisit visit : SaidVisit.all()) {
      List<Spoken> spoken = new ArrayList<>();
      visit.turns().forEach(turn -> spoken.add(new Spoken(turn, turn.role().name())));

      assertToldApart(2, spoken, visit.samples());
    }
  }

  /** The third is the first, played a quarter faster, as a daughter might sound. */
  @Test
  void threeVoicesInOneChannelAreToldApart() {
    SaidVisit visit = SaidVisit.all().get(0);
    float[] samples = visit.samples();
    float[] all = Arrays.copyOf(samples, 2 * samples.length);
    List<Spoken> spoken = new ArrayList<>();
    visit.turns().forEach(turn -> spoken.add(new Spoken(turn, turn.role().name())));
    double at = (double) samples.length / AudioStream.SAMPLE_RATE + 1;
    for (Turn turn : visit.turns()) {
      if (turn.role() == Role.CLINICIAN) {
        double length = (turn.end() - turn.start()) / FASTER;
        for (int i = 0; i < length * AudioStream.SAMPLE_RATE; i++) {
          all[(int) (at * AudioStream.SAMPLE_RATE) + i] =
              samples[(int) (turn.start() * AudioStream.SAMPLE_RATE + i * FASTER)];
        }
        spoken.add(new Spoken(new Turn(at, at + length, turn.role(), turn.text()), "daughter"));
        at += length + 0.5;
      }
    }

    assertToldApart(3, spoken, all);
  }

  @Test
  void oneVoiceIsNotDivided() {
    SaidVisit visit = SaidVisit.all().get(0);
    float[] samples = visit.samples();
    List<Spoken> spoken = new ArrayList<>();
    int end = 0;
    for (Turn turn : visit.turns()) {
      int from = (int) (turn.start() * AudioStream.SAMPLE_RATE);
      int to = (int) (turn.end() * AudioStream.SAMPLE_RATE);
      if (turn.role() == Role.PATIENT) {
        spoken.add(new Spoken(turn, "patient"));
      } else {
        Arrays.fill(samples, end, to, 0);
      }
      end = to;
      assertThat(from).isLessThan(to);
    }

    assertThat(labelled(spoken, samples).utterances())
        .extracting(Utterance::speaker)
        .containsOnly(Speaker.UNKNOWN);
  }

  /** Honest "unknown" beats wrong: no word may be another's. */
  private static void assertToldApart(int voices, List<Spoken> spoken, float[] samples) {
    Map<String, Set<String>> people = new TreeMap<>();
    int unknown = 0;
    int all = 0;
    for (Utterance utterance : labelled(spoken, samples).utterances()) {
      for (Word word : utterance.words()) {
        all++;
        if (utterance.speaker().equals(Speaker.UNKNOWN)) {
          unknown++;
        } else {
          people
              .computeIfAbsent(utterance.speaker().label(), l -> new TreeSet<>())
              .add(who(spoken, word));
        }
      }
    }

    assertThat(people).as("%s", people).hasSize(voices);
    assertThat(people.values())
        .allSatisfy(person -> assertThat(person).hasSize(1))
        .doesNotHaveDuplicates();
    assertThat(100.0 * unknown / all).as("unknown").isLessThanOrEqualTo(MOST_UNKNOWN);
  }

  /** As a recognizer hears it that tells no turns: one utterance for half a minute. */
  private static Transcript labelled(List<Spoken> spoken, float[] samples) {
    List<Utterance> utterances = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    for (Spoken part : spoken) {
      Turn turn = part.turn();
      String[] texts = turn.text().split(" ");
      double each = (turn.end() - turn.start()) / texts.length;
      for (int i = 0; i < texts.length; i++) {
        double from = turn.start() + i * each;
        words.add(new Word(texts[i], new Span(from, from + each), OptionalDouble.empty(), true));
      }
      if (turn.end() > 30 * (utterances.size() + 1)) {
        utterances.add(utterance(utterances.size() + 1, words));
        words = new ArrayList<>();
      }
    }
    if (!words.isEmpty()) {
      utterances.add(utterance(utterances.size() + 1, words));
    }
    VoicedAudio audio =
        new VoicedAudio(AudioStream.of(samples), Providers.embedder().orElseThrow());
    float[] buffer = new float[AudioStream.SAMPLE_RATE];
    while (audio.read(buffer, 0, buffer.length) >= 0) {
      assertThat(buffer).isNotEmpty();
    }
    return audio.labelled(
        new Transcript("en", new Recognition("whisper", "tiny.en", false), utterances),
        Monitor.NONE);
  }

  private static Utterance utterance(int number, List<Word> words) {
    Span span = new Span(words.get(0).span().start(), words.get(words.size() - 1).span().end());
    String text = String.join(" ", words.stream().map(Word::text).toList());
    return new Utterance("u" + number, Speaker.UNKNOWN, Optional.of(span), text, words);
  }

  private static String who(List<Spoken> spoken, Word word) {
    double middle = (word.span().start() + word.span().end()) / 2;
    return spoken.stream()
        .filter(part -> part.turn().start() <= middle && middle <= part.turn().end())
        .findFirst()
        .orElseThrow()
        .who();
  }
}
