package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an alteration has to know of a visit and of the note, so that what it makes is false.
 *
 * @param words all that was said, in lower case
 * @param numbers those of the note, for one to be moved
 */
record Said(String words, List<String> numbers) {
  private static final Pattern NUMBER = Pattern.compile("\\b\\d+(?:\\.\\d+)?\\b");

  static Said of(Transcript transcript, List<String> statements) {
    String words =
        transcript.utterances().stream().map(Utterance::text).collect(Collectors.joining(" "));
    List<String> numbers =
        statements.stream()
            .flatMap(text -> NUMBER.matcher(text).results().map(MatchResult::group))
            .distinct()
            .toList();
    return new Said(" " + words.toLowerCase(Locale.ROOT) + " ", numbers);
  }

  boolean has(String phrase) {
    return words.contains(phrase);
  }
}
