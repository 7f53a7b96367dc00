package io.github.ambientgpt.core.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceClustersTest {
  private final Random random = new Random(1);
  private final List<Optional<float[]>> voices = new ArrayList<>();

  @Test
  void whoIsAlikeIsOnePerson() {
    for (int i = 0; i < 40; i++) {
      voices.add(Optional.of(voice(i % 3)));
    }

    int[] people = people();

    for (int i = 0; i < people.length; i++) {
      assertThat(people[i]).isEqualTo(i % 3);
    }
  }

  @Test
  void onePersonIsNobodyInParticular() {
    for (int i = 0; i < 20; i++) {
      voices.add(Optional.of(voice(0)));
    }

    assertThat(people()).containsOnly(VoiceClusters.UNKNOWN);
  }

  @Test
  void whatIsLikeTwoPeopleOrSilentIsUnknown() {
    for (int i = 0; i < 20; i++) {
      voices.add(Optional.of(voice(i % 2)));
    }
    float[] both = new float[8];
    both[0] = both[1] = (float) Math.sqrt(0.5);
    voices.add(Optional.of(both));
    voices.add(Optional.empty());

    assertThat(people()).endsWith(0, 1, VoiceClusters.UNKNOWN, VoiceClusters.UNKNOWN);
  }

  @Test
  void aSoundThatIsHeardOnceIsNoPerson() {
    for (int i = 0; i < 40; i++) {
      voices.add(Optional.of(voice(i % 2)));
    }
    voices.add(Optional.of(voice(5)));

    assertThat(Arrays.stream(people()).limit(40).distinct()).containsExactly(0, 1);
  }

  @Test
  void twoHoursAreNotComparedEachWithEach() {
    for (int i = 0; i < 5000; i++) {
      voices.add(Optional.of(voice(i / 7 % 2)));
    }

    int[] people = people();

    assertThat(people[0]).isZero();
    assertThat(people[7]).isEqualTo(1);
    assertThat(people[4999]).isEqualTo(4999 / 7 % 2);
  }

  private int[] people() {
    double[] seconds = new double[voices.size()];
    Arrays.fill(seconds, 1);
    return new VoiceClusters(0.62).people(voices, seconds, Monitor.NONE);
  }

  /** Near one of eight directions. */
  private float[] voice(int person) {
    float[] voice = new float[8];
    double squares = 0;
    for (int i = 0; i < voice.length; i++) {
      voice[i] = (i == person ? 1 : 0) + 0.1f * random.nextFloat();
      squares += voice[i] * voice[i];
    }
    for (int i = 0; i < voice.length; i++) {
      voice[i] /= (float) Math.sqrt(squares);
    }
    return voice;
  }
}
