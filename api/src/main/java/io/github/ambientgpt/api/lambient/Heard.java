package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a recognizer heard, until somebody takes it. For one thread. */
final class Heard implements StreamingRecognizer.Listener {
  private final List<Utterance> fresh = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private String partial = "";

  /** A word as Vosk has it. */
  record VoskWord(String word, double start, double end, double conf) {
    static VoskWord of(Word word) {
      return new VoskWord(
          word.text(), word.span().start(), word.span().end(), word.confidence().orElse(1));
    }
  }

  @Override
  public void partial(String text) {
    partial = text;
  }

  @Override
  public void utterance(Utterance utterance) {
    partial = "";
    fresh.add(utterance);
    said.append(said.isEmpty() ? "" : " ").append(utterance.text());
  }

  /** What is being said now. */
  String partial() {
    return partial;
  }

  /** All that was said before. */
  String said() {
    return said.toString();
  }

  /** Both. */
  String all() {
    return Stream.of(said.toString(), partial)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The utterances that nobody took yet. */
  List<Utterance> take() {
    List<Utterance> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  static String text(List<Utterance> utterances) {
    return utterances.stream().map(Utterance::text).collect(Collectors.joining(" "));
  }

  static List<VoskWord> words(List<Utterance> utterances) {
    return utterances.stream()
        .flatMap(utterance -> utterance.words().stream())
        .map(VoskWord::of)
        .toList();
  }
}
