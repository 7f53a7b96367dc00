package io.github.ambientgpt.core.vocabulary;

import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells English from other languages by the words that every English sentence has.
 *
 * @since 0.1.0
 */
public final class SpokenEnglish {
  /**
   * Of ACI-BENCH's and MTS-Dialog's visits at least 28 % of the words are such, of most half; of
   * German, French, Spanish or Dutch ones hardly 11 %.
   */
  private static final double LEAST = 0.2;

  /** Of fewer words nothing can be told. */
  private static final int FEW = 12;

  private SpokenEnglish() {}

  /**
   * @param reader what reads English only, such as "the checker": the subject of the error
   * @throws InvalidInputException when most of the words are of another language
   */
  public static void require(Transcript transcript, String reader) {
    require(
        transcript.utterances().stream().flatMap(u -> Tokenizer.tokens(u.text()).stream()), reader);
  }

  /** The same of what was said, already cut into tokens. */
  public static void require(Stream<Token> said, String reader) {
    List<Token> words = said.filter(token -> token.type() == Token.Type.WORD).toList();
    long english = words.stream().filter(SpokenEnglish::isCommon).count();
    if (words.size() >= FEW && english < LEAST * words.size()) {
      throw new InvalidInputException(
          "Most words of this transcript are not English, and "
              + reader
              + " reads English only. Choose a language model that knows the language to write the"
              + " note, or give the transcript in English.");
    }
  }

  private static boolean isCommon(Token word) {
    return StopWords.has(word.text())
        || Vocabulary.english().verbs().byForm(word.text()).isPresent();
  }
}
