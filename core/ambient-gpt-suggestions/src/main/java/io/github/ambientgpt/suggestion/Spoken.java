package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A clause of a visit, with the way back from its words to their place in the transcript.
 *
 * @param number counted from the start of the visit; -1 for a statement of a note
 * @param clause cleaned
 * @param asked the question that it answers; empty for none
 */
record Spoken(int number, Clause clause, Optional<Clause> asked, Transcript transcript) {
  List<Token> tokens() {
    return clause.tokens();
  }

  Role role() {
    return clause.role();
  }

  /** Its words in small letters, separated by single blanks. */
  String text() {
    return String.join(" ", tokens().stream().map(Token::text).toList());
  }

  /** Which token a character of {@link #text} belongs to. */
  int token(int character) {
    int at = 0;
    for (int i = 0; i < tokens().size(); i++) {
      at += tokens().get(i).text().length() + 1;
      if (character < at) {
        return i;
      }
    }
    return tokens().size() - 1;
  }

  /**
   * Where some of its words stand. A clause that an interruption parts has words of two utterances:
   * each is looked for where it fits.
   *
   * @param to the token after the last one
   */
  List<Evidence> evidence(int from, int to) {
    if (number < 0) {
      return clause.evidence();
    }
    List<Evidence> found = new ArrayList<>();
    for (Token token : tokens().subList(from, to)) {
      place(token).ifPresent(place -> add(place, found));
    }
    return found.isEmpty() ? clause.evidence() : found;
  }

  private static void add(Evidence place, List<Evidence> found) {
    int last = found.size() - 1;
    if (last >= 0 && found.get(last).utterance().equals(place.utterance())) {
      Evidence before = found.get(last);
      int begin = Math.min(before.begin(), place.begin());
      int end = Math.max(before.end(), place.end());
      found.set(last, new Evidence(place.utterance(), begin, end));
    } else {
      found.add(place);
    }
  }

  private Optional<Evidence> place(Token token) {
    for (Evidence place : clause.evidence()) {
      String text = transcript.utterance(place.utterance()).orElseThrow().text();
      boolean inside =
          place.begin() <= token.begin()
              && token.end() <= place.end()
              && token.begin() < token.end()
              && token.end() <= text.length();
      if (inside && (clause.evidence().size() == 1 || stands(token, text))) {
        return Optional.of(new Evidence(place.utterance(), token.begin(), token.end()));
      }
    }
    return Optional.empty();
  }

  private static boolean stands(Token token, String text) {
    return text.substring(token.begin(), token.end()).toLowerCase(Locale.ROOT).equals(token.text());
  }
}
