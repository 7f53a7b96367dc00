package io.github.ambientgpt.bench;

import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.audio.DecodedAudio;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A visit that was read aloud by two voices: what was said, and its sound.
 *
 * @param turns in order
 */
record SaidVisit(String id, List<Turn> turns) {
  private static final List<String> IDS = List.of("D2N034", "D2N064");

  /** The longest of them is shorter. */
  private static final int MOST_SECONDS = 200;

  /**
   * A turn.
   *
   * @param start in seconds
   * @param end in seconds
   */
  record Turn(double start, double end, Role role, String text) {
    static Turn of(String line) {
      String[] row = line.split("\t");
      Role role = row[2].equals("doctor") ? Role.CLINICIAN : Role.PATIENT;
      return new Turn(Double.parseDouble(row[0]), Double.parseDouble(row[1]), role, row[3]);
    }
  }

  static List<SaidVisit> all() {
    return IDS.stream().map(SaidVisit::read).toList();
  }

  private static SaidVisit read(String id) {
    try (InputStream in = SaidVisit.class.getResourceAsStream("said/" + id + ".tsv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SaidVisit(id, table.lines().map(Turn::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 16 kHz, one channel. */
  float[] samples() {
    try (InputStream in = SaidVisit.class.getResourceAsStream("said/" + id + ".opus");
        DecodedAudio audio = new AudioDecoder().open(in, id + ".opus")) {
      float[] samples = new float[MOST_SECONDS * AudioStream.SAMPLE_RATE];
      int length = 0;
      int count;
      while ((count = audio.read(samples, length, samples.length - length)) > 0) {
        length += count;
      }
      return Arrays.copyOf(samples, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All its words. */
  String text() {
    return turns.stream().map(Turn::text).collect(Collectors.joining(" "));
  }

  /** What was really said, by whom. */
  Transcript transcript() {
    List<Utterance> utterances = new ArrayList<>();
    for (Turn turn : turns) {
      utterances.add(
          new Utterance(
              "u" + (utterances.size() + 1),
              new Speaker(turn.role.name().toLowerCase(Locale.ROOT), turn.role),
              Optional.of(new Span(turn.start, turn.end)),
              turn.text,
              List.of()));
    }
    return new Transcript("en", Recognition.TYPED, utterances);
  }
}
