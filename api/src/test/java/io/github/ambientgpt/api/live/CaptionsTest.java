package io.github.ambientgpt.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Captions by a recognizer that is as slow as the test wants it. */
class CaptionsTest {
  private static final int FRAME = AudioStream.SAMPLE_RATE / 10;
  private static final int LAG_SECONDS = 2;

  private final CountDownLatch listens = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<float[]> heard = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Captions captions = new Captions(listener -> new Slow(), LAG_SECONDS);

  @Test
  void aRecognizerThatIsBehindHearsAllInOrderInFewerCalls() {
    feed(0, 1);
    await(listens);
    feed(1, 20); // it is at work on the first
    mayGoOn.countDown();

    Optional<Transcript> words = captions.finish(60);

    assertThat(words).isPresent();
    assertThat(heard)
        .extracting(samples -> samples.length / FRAME)
        .containsExactly(1, 4, 4, 4, 4, 3);
    float[] all = new float[20 * FRAME];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    assertThat(joined()).isEqualTo(all);
  }

  @Test
  void oneThatKeepsUpHearsEachFrameAsItComes() throws Exception {
    mayGoOn.countDown();
    for (int i = 0; i < 5; i++) {
      feed(i, i + 1);
      while (calls() <= i) {
        Thread.sleep(1);
      }
    }

    assertThat(captions.finish(60)).isPresent();
    assertThat(heard).extracting(samples -> samples.length).containsOnly(FRAME);
  }

  @Test
  void oneThatIsTooFarBehindStopsAndSaysSo() {
    captions.listener(
        new Captions.Listener() {
          @Override
          public void partial(String text, double start) {}

          @Override
          public void utterance(Utterance utterance) {}

          @Override
          public void stopped(String why) {
            notices.add(why);
          }
        });
    feed(0, 1);
    await(listens);
    feed(1, 1 + 10 * LAG_SECONDS);
    assertThat(captions.incomplete()).isFalse();

    feed(21, 30);
    mayGoOn.countDown();

    assertThat(captions.incomplete()).isTrue();
    assertThat(captions.finish(60)).isEmpty();
    assertThat(notices).singleElement().asString().contains("transcript is made afterwards");
    await(closed);
    assertThat(heard).as("what waited is not heard any more").hasSize(1);
  }

  private void feed(int from, int to) {
    for (int i = from; i < to; i++) {
      float[] frame = new float[FRAME];
      for (int k = 0; k < FRAME; k++) {
        frame[k] = i * FRAME + k;
      }
      captions.hear(frame);
    }
  }

  private int calls() {
    synchronized (heard) {
      return heard.size();
    }
  }

  private float[] joined() {
    float[] all = new float[heard.stream().mapToInt(samples -> samples.length).sum()];
    int length = 0;
    for (float[] samples : heard) {
      System.arraycopy(samples, 0, all, length, samples.length);
      length += samples.length;
    }
    return all;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Slow implements StreamingRecognizer.Session {
    @Override
    public void accept(float[] samples, int offset, int length) {
      synchronized (heard) {
        heard.add(Arrays.copyOfRange(samples, offset, offset + length));
      }
      listens.countDown();
      CaptionsTest.await(mayGoOn);
    }

    @Override
    public Transcript finish() {
      return new Transcript("en", Recognition.TYPED, List.of());
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
