package io.github.ambientgpt.core.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void punctuationEndsASentence() {
    assertThat(sentences("It hurts. Does it? Yes! At 98.6 degrees."))
        .containsExactly("it hurts .", "does it ?", "yes !", "at 98.6 degrees .");
  }

  @Test
  void abbreviationsAndDecimalsDoNot() {
    assertThat(sentences("dr . smith said so . you take two . five of norvasc"))
        .containsExactly("dr . smith said so .", "you take two . five of norvasc");
  }

  @Test
  void speechThatNobodyPunctuatedIsCutWhereClausesBegin() {
    assertThat(
            sentences(
                "i'm just going to listen to your heart your heart sounds normal no murmurs or gallops"
                    + " i do hear some wheezing okay does it hurt when i push here"))
        .contains(
            "your heart sounds normal",
            "i do hear some wheezing",
            "okay does it hurt when i push here");
  }

  @Test
  void aShortSentenceIsNeverCut() {
    assertThat(sentences("i think that you have a strain")).hasSize(1);
  }

  private static List<String> sentences(String text) {
    return Sentences.of(Tokenizer.tokens(text)).stream()
        .map(s -> s.stream().map(Token::text).collect(Collectors.joining(" ")))
        .toList();
  }
}
