package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.asr.whisper.AgreedWords.Guess;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whisper.cpp might hear of a growing window, and what is made of it. */
class AgreedWordsTest {
  private final AgreedWords words = new AgreedWords();

  @Test
  void oneHypothesisConfirmsNothing() {
    hear("And so my");

    assertThat(confirmed()).isEmpty();
    assertThat(tentative()).isEqualTo("And so my");
  }

  @Test
  void whatTwoInARowHaveIsConfirmedUpToTheFirstDifference() {
    hear("And so my fell");
    hear("And so my fellow Americans");
    assertThat(confirmed()).isEqualTo("And so my");
    assertThat(tentative()).isEqualTo("fellow Americans");

    hear("And so, my fellow Americans ask");
    assertThat(confirmed()).isEqualTo("And so my fellow Americans");
    assertThat(tentative()).isEqualTo("ask");
  }

  @Test
  void wordsThatTurnUpTwiceButNotInARowAreNotConfirmed() {
    hear("ten");
    hear("then");
    hear("ten");

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void capitalsAndPunctuationAreNoDifference() {
    hear("so, ask not");
    hear("So ask not. What");

    assertThat(confirmed()).isEqualTo("So ask not.");
  }

  @Test
  void aConfirmedWordStandsWhateverLaterHypothesesSay() {
    hear("take fifteen milligrams of");
    hear("take fifteen milligrams of it");
    hear("take fifty milligrams of it daily");
    hear("take fifty milligrams of it daily please");

    assertThat(confirmed()).isEqualTo("take fifteen milligrams of it daily");
    assertThat(tentative()).isEqualTo("please");
  }

  @Test
  void wordsThatWereSplitJoinedOrLeftOutBeforeDoNotShiftWhatFollows() {
    hear("I take met formin every day");
    hear("I take met formin every day");
    assertThat(confirmed()).isEqualTo("I take met formin every day");

    hear("I take metformin every day and it");
    hear("take metformin every day and it helps");
    assertThat(confirmed()).isEqualTo("I take met formin every day and it");

    hear("well I take met formin every day and it helps");
    assertThat(confirmed()).isEqualTo("I take met formin every day and it helps");
  }

  @Test
  void wordsSaidTwiceAreConfirmedTwice() {
    hear("no no");
    hear("no no no");
    hear("no no no no");

    assertThat(confirmed()).isEqualTo("no no no");
  }

  @Test
  void anEmptyHypothesisTakesNothingBack() {
    hear("my knee hurts");
    hear("my knee hurts");
    hear("");

    assertThat(confirmed()).isEqualTo("my knee hurts");
    assertThat(tentative()).isEmpty();
  }

  @Test
  void atTheEndTheRestIsTakenAsItIs() {
    hear("my knee hurts");
    hear("my knee hurts today");
    words.settle();

    assertThat(confirmed()).isEqualTo("my knee hurts today");
    assertThat(tentative()).isEmpty();
  }

  @Test
  void canBeCutBehindTheLastSegmentThatIsConfirmedWhole() {
    List<Guess> twoSegments = new ArrayList<>(guesses("first one."));
    twoSegments.set(1, new Guess(word("one.", 1), true));
    twoSegments.addAll(guesses("second is still"));
    words.hear(twoSegments);
    words.hear(twoSegments);
    assertThat(words.cuttable()).isEqualTo(2);

    assertThat(words.take(words.cuttable()))
        .extracting(guess -> guess.word().text())
        .containsExactly("first", "one.");
    assertThat(confirmed()).isEqualTo("second is still");
    hear("second is still going on");
    hear("second is still going on");
    assertThat(confirmed()).isEqualTo("second is still going on");
    assertThat(words.cuttable()).isZero();
  }

  /** A growing text whose last words come out wrong at random, as Whisper's do. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void confirmedTextOnlyGrowsAndComesOutAsItWasSaid(long seed) {
    Random random = new Random(seed);
    String[] said = IntStream.range(0, 120).mapToObj(i -> "word" + i).toArray(String[]::new);
    List<Guess> before = List.of();
    for (int end = 3; end <= said.length; end += 3) {
      List<String> window = new ArrayList<>(List.of(said).subList(0, end));
      for (int i = Math.max(0, end - 4); i < end; i++) {
        if (random.nextInt(2) == 0) {
          window.set(i, "wrong" + random.nextInt(1000));
        }
      }
      if (random.nextInt(3) == 0) { // and an earlier one now and then
        window.set(random.nextInt(window.size()), "other");
      }
      words.hear(guesses(String.join(" ", window)));
      List<Guess> now = words.confirmed();
      assertThat(now.subList(0, before.size())).isEqualTo(before);
      before = now;
    }
    words.hear(guesses(String.join(" ", said)));
    words.hear(guesses(String.join(" ", said)));
    long right =
        IntStream.range(0, said.length)
            .filter(i -> words.confirmed().get(i).word().text().equals(said[i]))
            .count();
    assertThat(words.confirmed()).hasSize(said.length);
    assertThat(right).as("words right").isGreaterThanOrEqualTo(said.length - 2);
  }

  private void hear(String text) {
    words.hear(guesses(text));
  }

  private static Word word(String text, double at) {
    return new Word(text, new Span(at, at + 1), OptionalDouble.empty(), true);
  }

  private static List<Guess> guesses(String text) {
    List<Guess> guesses = new ArrayList<>();
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        guesses.add(new Guess(word(word, guesses.size()), false));
      }
    }
    return guesses;
  }

  private String confirmed() {
    return joined(words.confirmed());
  }

  private String tentative() {
    return joined(words.tentative());
  }

  private static String joined(List<Guess> guesses) {
    return guesses.stream().map(guess -> guess.word().text()).collect(Collectors.joining(" "));
  }
}
