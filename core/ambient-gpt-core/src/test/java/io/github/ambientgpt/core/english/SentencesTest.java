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
  void whatIsSaidOfSomethingStaysWithIt() {
    for (String finding : new String[] {"broken", "torn", "swollen", "abnormal"}) {
      assertThat(
              sentences(
                  "everything here looks good i do n't see anything "
                      + finding
                      + " everything looked pretty good to me"))
          .noneMatch(sentence -> sentence.startsWith(finding));
    }
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
            "your heart sounds normal", "i do hear some wheezing", "does it hurt when i push here");
  }

  @Test
  void speechThatNobodyPunctuatedIsCutWhereSentencesBegin() {
    assertThat(sentences("okay i'm glad to hear that do you have any fever or chills"))
        .containsExactly("okay", "i'm glad to hear that", "do you have any fever or chills");
    assertThat(sentences("no i haven't had any cough i do have a headache though"))
        .contains("i do have a headache though");
    assertThat(
            sentences(
                "blood pressure was one eighteen over seventy two heart rate was fifty eight"))
        .allSatisfy(sentence -> assertThat(sentence).doesNotStartWith("two"));
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
