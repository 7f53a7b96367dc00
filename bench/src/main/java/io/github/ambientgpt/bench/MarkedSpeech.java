package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The words of an utterance that was written down with marks, and the places where those end a
 * sentence.
 *
 * @param words without marks
 * @param begins the words before which a sentence ends; never the first
 */
record MarkedSpeech(List<Token> words, BitSet begins) {
  private static final Set<String> ENDS = Set.of(".", "?", "!", "…", "...");
  private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "st", "vs");

  /** A visit with fewer marks, of as many words, was not marked. */
  private static final int WORDS_OF_A_MARK = 20;

  /** A third of the visits has no marks at all. */
  static boolean isMarked(Transcript transcript) {
    long words = 0;
    long marks = 0;
    for (var utterance : transcript.utterances()) {
      for (Token token : Tokenizer.tokens(utterance.text())) {
        words += token.isWord() ? 1 : 0;
        marks += ENDS.contains(token.text()) ? 1 : 0;
      }
    }
    return marks * WORDS_OF_A_MARK >= words;
  }

  static List<MarkedSpeech> of(Transcript transcript) {
    return transcript.utterances().stream().map(utterance -> of(utterance.text())).toList();
  }

  static MarkedSpeech of(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    List<Token> words = new ArrayList<>();
    BitSet begins = new BitSet();
    boolean ended = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord()) {
        begins.set(words.size(), ended && !words.isEmpty());
        words.add(token);
        ended = false;
      } else if (ENDS.contains(token.text()) && !isPoint(tokens, i)) {
        ended = true;
      }
    }
    return new MarkedSpeech(List.copyOf(words), begins);
  }

  /** "dr . brown", "two . five". */
  private static boolean isPoint(List<Token> tokens, int i) {
    return i > 0
        && tokens.get(i).is(".")
        && (TITLES.contains(tokens.get(i - 1).text())
            || i + 1 < tokens.size()
                && Numbers.at(tokens, i - 1).isPresent()
                && Numbers.at(tokens, i + 1).isPresent());
  }

  /** As somebody writes it down who sets no marks. */
  String unmarked() {
    return String.join(" ", words.stream().map(Token::text).toList());
  }
}
