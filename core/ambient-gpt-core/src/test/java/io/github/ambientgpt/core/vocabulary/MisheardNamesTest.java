package io.github.ambientgpt.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import io.github.ambientgpt.core.vocabulary.MisheardNames.Misheard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisheardNamesTest {
  @ParameterizedTest
  @CsvSource({
    "I gave you amyxicillin for it., amyxicillin, amoxicillin",
    "You take Lysinopril daily, Lysinopril, lisinopril",
    "the metforman twice a day, metforman, metformin",
    "atorvastaton at night, atorvastaton, atorvastatin"
  })
  void aWordThatIsNearlyADrugIsMarkedWithWhatItMayBe(String text, String written, String name) {
    List<Misheard> found = MisheardNames.of(said(text, 0.5));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).written()).isEqualTo(written);
    assertThat(text.substring(found.get(0).begin(), found.get(0).end())).isEqualTo(written);
    assertThat(found.get(0).perhaps()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I take lisinopril and amoxicillin and metformin.",
        "Good morning, I am taking some medicine and feeling certain about everything.",
        "The medication is helping, and nobody else in my family has diabetes.",
        "We should probably continue with physical therapy tomorrow."
      })
  void knownNamesAndOrdinaryWordsAreNot(String text) {
    assertThat(MisheardNames.of(said(text, 0.3))).isEmpty();
  }

  @Test
  void whereTheRecognizerIsSureThereIsNoDoubt() {
    assertThat(MisheardNames.of(said("my friend Metforman", 0.97))).isEmpty();
  }

  @Test
  void whatWasTypedWasNotMisheard() {
    List<Utterance> utterances = List.of(said("the metforman", 0.5));

    assertThat(MisheardNames.of(new Transcript("en", Recognition.TYPED, utterances))).isEmpty();
    Recognition heard = new Recognition("whisper", "tiny.en", false);
    assertThat(MisheardNames.of(new Transcript("en", heard, utterances))).containsOnlyKeys("u1");
  }

  private static Utterance said(String text, double confidence) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      words.add(new Word(word, new Span(0, 1), OptionalDouble.of(confidence), false));
    }
    return new Utterance("u1", Speaker.UNKNOWN, Optional.of(new Span(0, 1)), text, words);
  }
}
