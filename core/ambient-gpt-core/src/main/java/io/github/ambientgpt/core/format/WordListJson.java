package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * Only words: ElevenLabs, with blanks and noises between them and a list {@code transcripts} where
 * each channel has its own; AssemblyAI and OpenAI without turns.
 */
final class WordListJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return !lists(root).isEmpty();
  }

  @Override
  public Transcript read(Fields root) {
    List<Fields> lists = lists(root);
    ReadTurns turns = new ReadTurns(root.input());
    TimeScale scale = scale(lists);
    turns.in(TimeScale.SECONDS);
    for (Fields list : lists) {
      SpokenWords spoken = new SpokenWords(turns);
      for (Fields word : list.objects("words")) {
        add(word, lists.size() > 1 ? list.voice("channel_index") : "", scale, spoken);
      }
      spoken.finish();
    }
    Fields first = lists.get(0);
    return turns.transcript(
        first.optionalText("language_code").or(() -> first.optionalText("language")));
  }

  private static void add(Fields word, String channel, TimeScale scale, SpokenWords spoken) {
    String type = word.optionalText("type").orElse("word");
    if (type.equals("spacing") || type.equals("audio_event")) {
      return;
    }
    String voice = word.has("speaker_id") ? word.voice("speaker_id") : word.voice("speaker");
    spoken.word(
        word.path(),
        channel.isEmpty() ? voice : channel,
        word.has("start") ? scale.seconds(word.number("start")) : ReadTurns.UNTOLD,
        word.has("end") ? scale.seconds(word.number("end")) : ReadTurns.UNTOLD,
        word.has("text") ? word.text("text") : word.text("word"));
  }

  private static TimeScale scale(List<Fields> lists) {
    long characters = 0;
    double length = 0;
    boolean whole = true;
    for (Fields list : lists) {
      for (Fields word : list.objects("words")) {
        double start = word.node().path("start").asDouble(0);
        double end = word.node().path("end").asDouble(0);
        characters += word.node().path(word.has("text") ? "text" : "word").asString("").length();
        length += Math.max(0, end - start);
        whole &= start == Math.rint(start) && end == Math.rint(end);
      }
    }
    return TimeScale.of(characters, length, whole);
  }

  private static List<Fields> lists(Fields root) {
    List<Fields> lists = new ArrayList<>();
    if (isWords(root)) {
      lists.add(root);
    } else if (root.node().path("transcripts").isArray()) {
      lists.addAll(root.objects("transcripts").stream().filter(WordListJson::isWords).toList());
    }
    return lists;
  }

  private static boolean isWords(Fields fields) {
    return fields.node().path("words").isArray()
        && fields.objects("words").stream()
            .findFirst()
            .filter(word -> word.has("text") || word.has("word"))
            .isPresent();
  }
}
