package io.github.ambientgpt.api.transcript;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.ambientgpt.core.speech.WordTimes;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The words of an utterance whose text a person corrected. Those that stayed keep their times and
 * confidence; new ones are placed where they stand between them.
 */
final class EditedWords {
  private EditedWords() {}

  static Utterance edited(Utterance old, String text) {
    return new Utterance(old.id(), old.speaker(), old.span(), text, words(old, text));
  }

  private static List<Word> words(Utterance old, String text) {
    if (old.words().isEmpty() || old.span().isEmpty()) {
      return List.of();
    }
    List<String> before = old.words().stream().map(Word::text).toList();
    List<String> after = List.of(text.strip().split("\\s+"));
    List<Word> words = new ArrayList<>();
    int kept = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      int from = delta.getSource().getPosition();
      words.addAll(old.words().subList(kept, from));
      kept = from + delta.getSource().size();
      if (delta.getTarget().size() > 0) {
        String inserted = String.join(" ", delta.getTarget().getLines());
        words.addAll(WordTimes.estimate(inserted, gap(old, from, kept), OptionalDouble.empty()));
      }
    }
    words.addAll(old.words().subList(kept, old.words().size()));
    return words;
  }

  /** From the end of the word before to the start of the word after. */
  private static Span gap(Utterance old, int from, int to) {
    Span whole = old.span().orElseThrow();
    double start = from == 0 ? whole.start() : old.words().get(from - 1).span().end();
    double end = to == old.words().size() ? whole.end() : old.words().get(to).span().start();
    return new Span(start, Math.max(start, end));
  }
}
