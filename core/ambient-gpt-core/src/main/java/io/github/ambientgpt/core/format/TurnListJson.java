package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A list of turns, whatever it and their fields are called: {@code segments} of Whisper, WhisperX
 * and OpenAI, {@code utterances} of AssemblyAI, {@code sentences}, a bare array, … Where no unit is
 * told, the times themselves tell it.
 */
final class TurnListJson implements JsonLayout {
  private static final Set<String> LISTS =
      Set.of(
          "segments",
          "utterances",
          "sentences",
          "transcript",
          "transcription",
          "transcripts",
          "entries",
          "turns",
          "dialogue",
          "dialog",
          "messages",
          "captions",
          "cues",
          "conversation",
          "paragraphs",
          "phrases",
          "results",
          "speech",
          "lines");

  private static final int DEEPEST = 4;

  /** An object of the input and how deep it stands. */
  private record Place(Fields fields, int depth) {}

  @Override
  public boolean holds(Fields root) {
    return list(root).isPresent();
  }

  @Override
  public Transcript read(Fields root) {
    ReadTurns turns = new ReadTurns(root.input());
    for (Fields turn : list(root).orElseThrow()) {
      add(turn, turns);
    }
    Optional<String> language =
        Stream.of("language", "language_code", "languageCode")
            .filter(name -> root.node().path(name).isString())
            .findFirst()
            .flatMap(root::optionalText);
    return turns.transcript(language);
  }

  /** The one that stands nearest to the root. */
  private static Optional<List<Fields>> list(Fields root) {
    Deque<Place> places = new ArrayDeque<>();
    places.add(new Place(root, 0));
    while (!places.isEmpty()) {
      Place place = places.remove();
      for (String name : place.fields.names()) {
        if (LISTS.contains(name.toLowerCase(Locale.ROOT)) && isTurns(place.fields, name)) {
          return Optional.of(place.fields.objects(name));
        }
        if (place.depth < DEEPEST && place.fields.node().path(name).isObject()) {
          places.add(new Place(place.fields.object(name), place.depth + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isTurns(Fields fields, String name) {
    JsonNode list = fields.node().path(name);
    return list.isArray() && !list.isEmpty() && list.get(0).isObject() && hasText(fields, name);
  }

  private static boolean hasText(Fields fields, String name) {
    Fields first = new Fields(fields.input(), name + "[0]", fields.node().path(name).get(0));
    return TurnField.TEXT
        .among(first.names())
        .filter(text -> first.node().path(text).isString())
        .isPresent();
  }

  private static void add(Fields turn, ReadTurns turns) {
    String text = TurnField.TEXT.among(turn.names()).orElse("text");
    Optional<String> start = TurnField.START.among(turn.names()).filter(turn::has);
    Optional<String> end = TurnField.END.among(turn.names()).filter(turn::has);
    boolean timed = start.isPresent() && end.isPresent();
    if (timed && TurnField.isInMilliseconds(start.get())) {
      turns.in(TimeScale.MILLISECONDS);
    } else if (timed && turn.isClock(start.get())) {
      turns.in(TimeScale.SECONDS);
    }
    turns.add(
        turn.path(),
        voice(turn),
        timed ? turn.seconds(start.get()) : ReadTurns.UNTOLD,
        timed ? turn.seconds(end.get()) : ReadTurns.UNTOLD,
        turn.text(text));
  }

  /** WhisperX leaves a segment's voice away where it tells that of its words. */
  private static String voice(Fields turn) {
    Optional<String> speaker = TurnField.SPEAKER.among(turn.names()).filter(turn::has);
    if (speaker.isPresent()) {
      return turn.voice(speaker.get());
    }
    Map<String, Integer> votes = new HashMap<>();
    if (turn.node().path("words").isArray()) {
      for (Fields word : turn.objects("words")) {
        String voice = word.voice("speaker");
        if (!voice.isEmpty()) {
          votes.merge(voice, 1, Integer::sum);
        }
      }
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
