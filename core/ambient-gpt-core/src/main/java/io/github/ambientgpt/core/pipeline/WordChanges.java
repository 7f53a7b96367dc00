package io.github.ambientgpt.core.pipeline;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.ambientgpt.core.pipeline.CleanedUtterance.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What differs between two texts, word by word. */
final class WordChanges {
  private static final Pattern WORD = Pattern.compile("\\S+");

  private WordChanges() {}

  /** From left to right; none when the words are the same. */
  static List<Change> between(String from, String to) {
    List<Place> before = places(from);
    List<Place> after = places(to);
    List<Change> changes = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(words(before), words(after)).getDeltas()) {
      Place old = span(before, delta.getSource().getPosition(), delta.getSource().size(), from);
      Place now = span(after, delta.getTarget().getPosition(), delta.getTarget().size(), to);
      changes.add(new Change(old.begin, old.end, old.word, now.begin, now.end, now.word));
    }
    return changes;
  }

  private record Place(String word, int begin, int end) {}

  private static List<Place> places(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> new Place(found.group(), found.start(), found.end()))
        .toList();
  }

  private static List<String> words(List<Place> places) {
    return places.stream().map(Place::word).toList();
  }

  private static Place span(List<Place> places, int first, int count, String text) {
    if (count == 0) {
      int at = first < places.size() ? places.get(first).begin : text.length();
      return new Place("", at, at);
    }
    int begin = places.get(first).begin;
    int end = places.get(first + count - 1).end;
    return new Place(text.substring(begin, end), begin, end);
  }
}
