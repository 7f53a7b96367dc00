package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.recording.Recording;
import io.github.ambientgpt.api.recording.Recordings;
import io.github.ambientgpt.api.speech.LiveRecognizers;
import io.github.ambientgpt.api.speech.SpeechEngines;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * The recordings that somebody makes now in this process. One stays for a while after its
 * connection broke, so that its captions go on without a gap.
 */
@Service
class LiveRecordings implements DisposableBean {
  private static final long KEPT_MINUTES = 10;

  private final LiveStore store;
  private final LiveEnding ending;
  private final Recordings recordings;
  private final SpeechEngines engines;
  private final LiveRecognizers recognizers;
  private final LiveProperties properties;
  private final CurrentUser user;
  private final Map<UUID, LiveRecording> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService tidying =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-recordings");
            thread.setDaemon(true);
            return thread;
          });

  LiveRecordings(
      LiveStore store,
      LiveEnding ending,
      Recordings recordings,
      SpeechEngines engines,
      LiveRecognizers recognizers,
      LiveProperties properties,
      CurrentUser user) {
    this.store = store;
    this.ending = ending;
    this.recordings = recordings;
    this.engines = engines;
    this.recognizers = recognizers;
    this.properties = properties;
    this.user = user;
    tidying.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.MINUTES);
  }

  Recording begin(UUID encounter, String name) {
    return store.begin(encounter, name);
  }

  /**
   * Goes on with a recording; whoever had it before has it no more.
   *
   * @throws ApiException when there is none that is being made, or it is not the current user's
   */
  LiveRecording resume(UUID id) {
    recordings.forChange(id); // or it is not for the current user to change
    return open.compute(id, (key, here) -> goOn(id, here));
  }

  private LiveRecording goOn(UUID id, @Nullable LiveRecording here) {
    if (here != null) {
      here.takeOver(); // from here on no other connection of this process moves it
    }
    LiveStore.State state =
        store.find(id).orElseThrow(() -> ApiException.notFound("live recording"));
    if (here != null && here.isAt(state)) {
      return here;
    }
    if (here != null) {
      here.close(); // another process went on with it
    } else if (open.size() >= properties.sessions() * 2) {
      throw new ApiException(ProblemType.BUSY, "Too many are recorded at once: try again later.");
    }
    return new LiveRecording(state, store, ending, user.get(), captions(), state.nextFrame() == 0);
  }

  /** Ends one whose browser is lost. */
  LiveStore.State finish(UUID id) throws IOException {
    LiveRecording recording = resume(id);
    try {
      return recording.finish();
    } finally {
      leave(recording);
    }
  }

  private Captions captions() {
    return new Captions(
        listener ->
            recognizers.open(
                engines.live(properties.recognizer(), null), RecognitionOptions.DEFAULT, listener),
        properties.lagSeconds());
  }

  void leave(LiveRecording recording) {
    if (recording.ended()) {
      open.remove(recording.id(), recording);
      recording.close();
    }
  }

  /** As when this process ends: what is on disk stays. */
  void forget(UUID id) {
    LiveRecording recording = open.remove(id);
    if (recording != null) {
      recording.close();
    }
  }

  private void tidy() {
    open.values()
        .forEach(
            recording -> {
              if (recording.idleFor(TimeUnit.MINUTES.toNanos(KEPT_MINUTES))) {
                open.remove(recording.id(), recording);
                recording.close();
              }
            });
  }

  @Override
  public void destroy() {
    tidying.shutdownNow();
    open.values().forEach(LiveRecording::close);
  }
}
