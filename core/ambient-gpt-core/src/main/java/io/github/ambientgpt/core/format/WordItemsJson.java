package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items of one word or mark each, with alternatives: AWS Transcribe's {@code results.items}, with
 * {@code results.audio_segments} where it has them, and Speechmatics' list {@code results}.
 */
final class WordItemsJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return root.node().path("results").isObject()
            && (root.object("results").has("items") || root.object("results").has("audio_segments"))
        || root.node().path("results").isArray()
            && root.objects("results").stream()
                .anyMatch(item -> item.has("alternatives") && item.has("start_time"));
  }

  @Override
  public Transcript read(Fields root) {
    ReadTurns turns = new ReadTurns(root.input());
    turns.in(TimeScale.SECONDS);
    if (root.node().path("results").isArray()) {
      items(root.objects("results"), Map.of(), turns);
    } else {
      results(root.object("results"), turns);
    }
    Optional<String> language =
        root.node().path("results").isObject()
            ? root.object("results").optionalText("language_code")
            : Optional.empty();
    return turns.transcript(language);
  }

  private static void results(Fields results, ReadTurns turns) {
    List<Fields> segments = results.objects("audio_segments");
    for (Fields segment : segments) {
      turns.add(
          segment.path(),
          voice(segment),
          segment.number("start_time"),
          segment.number("end_time"),
          segment.text("transcript"));
    }
    if (segments.isEmpty()) {
      items(results.objects("items"), voices(results), turns);
    }
  }

  private static void items(List<Fields> items, Map<String, String> voices, ReadTurns turns) {
    SpokenWords spoken = new SpokenWords(turns);
    for (Fields item : items) {
      Optional<Fields> best = item.objects("alternatives").stream().findFirst();
      if (best.isEmpty()) {
        continue;
      }
      String said = best.get().text("content");
      if (item.optionalText("type").orElse("").equals("punctuation")) {
        spoken.mark(said);
        continue;
      }
      String told = voice(item).isEmpty() ? best.get().voice("speaker") : voice(item);
      String voice = told.isEmpty() ? voices.getOrDefault(began(item), "") : told;
      double start = item.has("start_time") ? item.number("start_time") : ReadTurns.UNTOLD;
      double end = item.has("end_time") ? item.number("end_time") : ReadTurns.UNTOLD;
      spoken.word(item.path(), voice, start, end, said);
    }
    spoken.finish();
  }

  private static String voice(Fields item) {
    return item.has("speaker_label") ? item.voice("speaker_label") : item.voice("channel_label");
  }

  /** Older jobs tell the voices apart from the words: by the time at which each begins. */
  private static Map<String, String> voices(Fields results) {
    Map<String, String> voices = new HashMap<>();
    if (results.node().path("speaker_labels").isObject()) {
      for (Fields segment : results.object("speaker_labels").objects("segments")) {
        for (Fields item : segment.objects("items")) {
          voices.put(began(item), item.voice("speaker_label"));
        }
      }
    }
    if (results.node().path("channel_labels").isObject()) {
      for (Fields channel : results.object("channel_labels").objects("channels")) {
        for (Fields item : channel.objects("items")) {
          voices.putIfAbsent(began(item), channel.voice("channel_label"));
        }
      }
    }
    return voices;
  }

  private static String began(Fields item) {
    return item.node().path("start_time").asString("");
  }
}
