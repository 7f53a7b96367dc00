package io.github.ambientgpt.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Backlog backlog = new Backlog(10);

  @Test
  void whatWaitsIsTakenInOrderAndSeveralFramesAtOnce() throws Exception {
    backlog.add(new float[] {1, 2});
    backlog.add(new float[] {3, 4});
    backlog.add(new float[] {5, 6});

    assertThat(backlog.take(5)).containsExactly(1, 2, 3, 4);
    assertThat(backlog.take(5)).containsExactly(5, 6);
  }

  @Test
  void aFrameThatIsLargerThanWhatIsTakenAtOnceIsTakenWhole() throws Exception {
    backlog.add(new float[] {1, 2, 3});
    backlog.add(new float[] {4});

    assertThat(backlog.take(2)).containsExactly(1, 2, 3);
    assertThat(backlog.take(2)).containsExactly(4);
  }

  @Test
  void itsBoundIsOfSoundAndNotOfFrames() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(backlog.add(new float[1])).isTrue();
    }
    assertThat(backlog.add(new float[1])).isFalse();

    assertThat(backlog.take(4)).hasSize(4);
    assertThat(backlog.add(new float[4])).isTrue();
    assertThat(backlog.add(new float[1])).isFalse();
  }

  @Test
  void theEndComesAfterWhatWaitsAndNothingAfterIt() throws Exception {
    backlog.add(new float[] {1});
    backlog.end();
    backlog.add(new float[] {2});

    assertThat(backlog.take(5)).containsExactly(1);
    assertThat(backlog.take(5)).isEmpty();
    assertThat(backlog.take(5)).isEmpty();
  }

  @Test
  void whatIsDroppedIsNotTakenAnyMore() throws Exception {
    backlog.add(new float[] {1});
    backlog.drop();

    assertThat(backlog.take(5)).isEmpty();
  }

  @Test
  void anEmptyFrameIsNoEnd() throws Exception {
    backlog.add(new float[0]);
    backlog.add(new float[] {1});

    assertThat(backlog.take(5)).containsExactly(1);
  }

  @Test
  void whoeverWaitsIsWokenByAFrameAndByTheEnd() throws Exception {
    assertThat(afterwards(() -> backlog.add(new float[] {1}))).containsExactly(1);
    assertThat(afterwards(backlog::end)).isEmpty();
  }

  private float[] afterwards(Runnable change) throws Exception {
    CompletableFuture<float[]> taken = new CompletableFuture<>();
    Thread taking =
        new Thread(
            () -> {
              try {
                taken.complete(backlog.take(5));
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    taking.start();
    while (taking.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    change.run();
    return taken.get(60, TimeUnit.SECONDS);
  }
}
