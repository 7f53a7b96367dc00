package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bench measures, watched by every build on twenty training visits. */
class ComposedNotesTest {
  @Test
  void littleThatIsDraftedIsLeftOutAndMuchIsAsPeopleWroteIt() throws IOException {
    List<Composed> notes = Composed.of(TrainingVisits.read(), AciMeasure.SOAP, Author.builtin());

    // a finished note is supported by construction: what was drafted tells how good the composer is
    Share leftOut = notes.stream().map(Composed::leftOut).reduce(Share.NONE, Share::plus);
    Rouge rouge = Rouge.mean(notes.stream().map(Composed::rouge).toList());
    assertThat(notes).hasSize(20);
    assertThat(leftOut.whole()).isGreaterThan(400);
    assertThat(leftOut.percent()).isLessThan(10);
    assertThat(rouge.one()).isGreaterThan(42);
  }
}
