package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns as a program wrote them, their times still in its unit. For one input. */
final class ReadTurns {
  /** No time was told. */
  static final double UNTOLD = Double.NaN;

  private final String input;
  private final List<Turn> turns = new ArrayList<>();
  private Optional<TimeScale> scale = Optional.empty();

  /**
   * @param place where it stands in the input, for an error
   * @param speaker as the program calls the voice; empty when it does not say
   */
  private record Turn(String place, String speaker, double start, double end, String text) {
    boolean timed() {
      return !Double.isNaN(start) && !Double.isNaN(end);
    }
  }

  ReadTurns(String input) {
    this.input = input;
  }

  /** Times are in this unit, as the program's documentation or the name of a field says. */
  void in(TimeScale told) {
    scale = Optional.of(told);
  }

  /** What is blank was not said. */
  void add(String place, String speaker, double start, double end, String text) {
    if (!text.isBlank()) {
      turns.add(new Turn(place, speaker, start, end, text.strip()));
    }
  }

  /**
   * @param language as the input has it; empty when it does not say
   */
  Transcript transcript(Optional<String> language) {
    TimeScale unit = scale.orElseGet(this::guessed);
    List<Utterance> utterances = new ArrayList<>();
    for (Turn turn : turns) {
      utterances.add(
          new Utterance(
              "u" + (utterances.size() + 1),
              SpeakerLabel.voice(turn.speaker),
              span(turn, unit),
              turn.text.replaceAll("\\s+", " "),
              List.of()));
    }
    String tag = language.filter(told -> !told.isBlank()).map(LanguageTag::of).orElse("und");
    return new Transcript(tag, Recognition.TYPED, utterances);
  }

  private TimeScale guessed() {
    long characters = 0;
    double length = 0;
    boolean whole = true;
    for (Turn turn : turns) {
      if (turn.timed()) {
        characters += turn.text.length();
        length += Math.max(0, turn.end - turn.start);
        whole &= turn.start == Math.rint(turn.start) && turn.end == Math.rint(turn.end);
      }
    }
    return TimeScale.of(characters, length, whole);
  }

  private Optional<Span> span(Turn turn, TimeScale unit) {
    if (!turn.timed()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Span(unit.seconds(turn.start), unit.seconds(turn.end)));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s: %s is not right. %s.".formatted(input, turn.place, e.getMessage()));
    }
  }
}
