package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A table with a head, its columns parted by tabs, commas or semicolons: Whisper's {@code .tsv},
 * whisper.cpp's {@code .csv}, what spreadsheets save.
 */
final class TranscriptTable implements TranscriptLayout {
  /** Which column holds what; -1 when none does. */
  private record Columns(int text, int start, int end, int speaker, boolean milliseconds) {
    static Optional<Columns> of(List<String> head) {
      Optional<String> text = TurnField.TEXT.among(head);
      Optional<String> start = TurnField.START.among(head);
      Optional<String> end = TurnField.END.among(head);
      Optional<String> speaker = TurnField.SPEAKER.among(head);
      if (text.isEmpty() || start.isEmpty() && speaker.isEmpty()) {
        return Optional.empty();
      }
      boolean milliseconds = start.filter(TurnField::isInMilliseconds).isPresent();
      return Optional.of(
          new Columns(
              head.indexOf(text.get()),
              start.map(head::indexOf).orElse(-1),
              end.map(head::indexOf).orElse(-1),
              speaker.map(head::indexOf).orElse(-1),
              milliseconds));
    }
  }

  @Override
  public boolean holds(String text) {
    String head = text.stripLeading().lines().findFirst().orElse("");
    return head.length() <= ClockTime.HEAD
        && DelimitedText.delimiter(head)
            .map(delimiter -> DelimitedText.rows(head, delimiter).get(0))
            .flatMap(Columns::of)
            .isPresent();
  }

  @Override
  public Transcript read(String text, String name) {
    String table = text.strip();
    char delimiter = DelimitedText.delimiter(table.lines().findFirst().orElseThrow()).orElseThrow();
    List<List<String>> rows = DelimitedText.rows(table, delimiter);
    Columns columns = Columns.of(rows.get(0)).orElseThrow();
    ReadTurns turns = new ReadTurns(name);
    if (columns.milliseconds) {
      turns.in(TimeScale.MILLISECONDS);
    }
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.size() == 1 && row.get(0).isBlank()) {
        continue;
      }
      String place = "row " + (i + 1);
      if (row.size() != rows.get(0).size()) {
        throw new InvalidInputException(
            "%s: %s has %d columns, but the head has %d: export it again, or correct that row."
                .formatted(name, place, row.size(), rows.get(0).size()));
      }
      boolean timed = columns.start >= 0 && columns.end >= 0;
      double start = timed ? time(row.get(columns.start), place, turns, name) : ReadTurns.UNTOLD;
      double end = timed ? time(row.get(columns.end), place, turns, name) : ReadTurns.UNTOLD;
      String speaker = columns.speaker < 0 ? "" : row.get(columns.speaker);
      turns.add(place, speaker, start, end, row.get(columns.text));
    }
    return turns.transcript(Optional.empty());
  }

  private static double time(String cell, String place, ReadTurns turns, String name) {
    OptionalDouble clock = ClockTime.seconds(cell);
    if (clock.isPresent()) {
      turns.in(TimeScale.SECONDS);
      return clock.getAsDouble();
    }
    try {
      return cell.isBlank() ? ReadTurns.UNTOLD : Double.parseDouble(cell.strip());
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "%s: %s needs its times as numbers or as 00:00:03.".formatted(name, place));
    }
  }
}
