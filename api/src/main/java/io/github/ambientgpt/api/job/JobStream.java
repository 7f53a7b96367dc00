package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends what happens to jobs to those who listen. One thread looks for all of them, since any
 * process may do the job.
 */
@Component
class JobStream {
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final Duration COMMENT = Duration.ofSeconds(15);
  private static final int MOST_LISTENERS = 500;

  private final JobStore store;
  private final Map<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "job-events");
            thread.setDaemon(true);
            return thread;
          });

  private static final class Listener {
    private final UUID job;
    private long sent;
    private long lastSent = System.nanoTime();

    Listener(UUID job, long sent) {
      this.job = job;
      this.sent = sent;
    }
  }

  JobStream(JobStore store) {
    this.store = store;
    clock.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @param after the number of the last event that the client has; 0 for none
   */
  SseEmitter listen(UUID job, long after) {
    if (listeners.size() >= MOST_LISTENERS) {
      throw new ApiException(
          ProblemType.BUSY,
          "Too many listen to jobs at once: ask for the job itself now and then.");
    }
    SseEmitter emitter = new SseEmitter(0L);
    emitter.onCompletion(() -> listeners.remove(emitter));
    emitter.onTimeout(() -> listeners.remove(emitter));
    emitter.onError(e -> listeners.remove(emitter));
    listeners.put(emitter, new Listener(job, after));
    return emitter;
  }

  private void look() {
    listeners.forEach(
        (emitter, listener) -> {
          try {
            send(emitter, listener);
          } catch (IOException | IllegalStateException e) {
            listeners.remove(emitter); // whoever listened is gone
          } catch (DataAccessException e) {
            // it is looked at again
          }
        });
  }

  private void send(SseEmitter emitter, Listener listener) throws IOException {
    boolean ended = false;
    for (JobEvent.Row row : store.events(listener.job, listener.sent)) {
      emitter.send(
          SseEmitter.event()
              .id(Long.toString(row.number()))
              .name("job")
              .data(row.view(), MediaType.APPLICATION_JSON));
      listener.sent = row.number();
      listener.lastSent = System.nanoTime();
      ended = row.state().ended();
    }
    if (ended || hasEndedBefore(listener)) {
      listeners.remove(emitter);
      emitter.complete();
    } else if (System.nanoTime() - listener.lastSent > COMMENT.toNanos()) {
      emitter.send(SseEmitter.event().comment("still here"));
      listener.lastSent = System.nanoTime();
    }
  }

  /** A client that has all events asks again, or the job went away with its encounter. */
  private boolean hasEndedBefore(Listener listener) {
    return store
        .find(listener.job)
        .map(job -> job.state().ended() && listener.sent >= job.events())
        .orElse(true);
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
    listeners.keySet().forEach(SseEmitter::complete);
  }
}
