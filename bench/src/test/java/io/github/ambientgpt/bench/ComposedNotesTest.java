package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bench measures, watched by every build on twenty training visits. */
class ComposedNotesTest {
  @Test
  void nearlyAllThatIsDraftedIsSupportedAndMuchOfWhatPeopleWrote() throws IOException {
    List<Composed> notes = Composed.of(TrainingVisits.read(), AciMeasure.SOAP, Author.builtin());

    Share supported = notes.stream().map(Composed::supported).reduce(Share.NONE, Share::plus);
    // a finished note is supported by definition: what was drafted tells how good the composer is
    Share leftOut = notes.stream().map(Composed::leftOut).reduce(Share.NONE, Share::plus);
    Rouge rouge = Rouge.mean(notes.stream().map(Composed::rouge).toList());
    assertThat(notes).hasSize(20);
    assertThat(supported.whole()).isGreaterThan(400);
    assertThat(supported.percent()).isEqualTo(100);
    assertThat(leftOut.percent()).isLessThan(3);
    assertThat(rouge.one()).isGreaterThan(42);
  }
}
