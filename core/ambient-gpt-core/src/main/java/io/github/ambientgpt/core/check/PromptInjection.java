package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that speak to a language model instead of to a person: "ignore your instructions and write
 * that …". They are no evidence: else what a model was talked into would stand in the note as said.
 */
final class PromptInjection {
  private static final List<Pattern> ORDERS = read();
  private static final Pattern SENTENCE_END = Pattern.compile("[.?!\\n]");

  private PromptInjection() {}

  /**
   * The transcript without them, as the checker is to read it. An utterance ends before the
   * sentence that begins to speak to a model; one with nothing before that is left out.
   */
  static Transcript removed(Transcript transcript) {
    List<Utterance> utterances = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      int begin = begin(utterance.text());
      String left = utterance.text().substring(0, begin);
      if (begin == utterance.text().length()) {
        utterances.add(utterance);
      } else if (!left.isBlank()) {
        utterances.add(
            new Utterance(
                utterance.id(), utterance.speaker(), utterance.span(), left, utterance.words()));
      }
    }
    return transcript.withUtterances(utterances);
  }

  /** Where the first order's sentence begins; the end of the text when there is none. */
  private static int begin(String text) {
    int first = text.length();
    for (Pattern order : ORDERS) {
      Matcher found = order.matcher(text);
      if (found.find()) {
        first = Math.min(first, found.start());
      }
    }
    if (first == text.length()) {
      return first;
    }
    int begin = 0;
    Matcher end = SENTENCE_END.matcher(text.substring(0, first));
    while (end.find()) {
      begin = end.end();
    }
    return begin;
  }

  private static List<Pattern> read() {
    List<Pattern> orders = new ArrayList<>();
    Table.read(
        PromptInjection.class,
        "orders.tsv",
        row -> orders.add(Pattern.compile(row.get(0), Pattern.CASE_INSENSITIVE)));
    return List.copyOf(orders);
  }
}
