package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * Deepgram's {@code results} with {@code utterances}, or with the words of its {@code channels}.
 */
final class DeepgramJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return root.node().path("results").isObject()
        && (root.object("results").has("channels") || root.object("results").has("utterances"));
  }

  @Override
  public Transcript read(Fields root) {
    Fields results = root.object("results");
    ReadTurns turns = new ReadTurns(root.input());
    turns.in(TimeScale.SECONDS);
    List<Fields> channels = results.objects("channels");
    List<Fields> utterances = results.objects("utterances");
    for (Fields utterance : utterances) {
      String voice = utterance.voice(channels.size() > 1 ? "channel" : "speaker");
      turns.add(
          utterance.path(),
          voice,
          utterance.number("start"),
          utterance.number("end"),
          utterance.text("transcript"));
    }
    if (utterances.isEmpty()) {
      channels(channels, turns);
    }
    Optional<String> language =
        channels.stream().flatMap(c -> c.optionalText("detected_language").stream()).findFirst();
    return turns.transcript(language);
  }

  private static void channels(List<Fields> channels, ReadTurns turns) {
    for (Fields channel : channels) {
      Optional<Fields> best = channel.objects("alternatives").stream().findFirst();
      if (best.isEmpty()) {
        continue;
      }
      List<Fields> words = best.get().objects("words");
      SpokenWords spoken = new SpokenWords(turns);
      for (Fields word : words) {
        String voice =
            channels.size() > 1 ? "Speaker " + channels.indexOf(channel) : word.voice("speaker");
        String said = word.optionalText("punctuated_word").orElseGet(() -> word.text("word"));
        spoken.word(word.path(), voice, word.number("start"), word.number("end"), said);
      }
      spoken.finish();
      if (words.isEmpty()) {
        String said = best.get().optionalText("transcript").orElse("");
        turns.add(best.get().path(), "", ReadTurns.UNTOLD, ReadTurns.UNTOLD, said);
      }
    }
  }
}
