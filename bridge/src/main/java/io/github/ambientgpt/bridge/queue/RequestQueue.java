package io.github.ambientgpt.bridge.queue;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * First come, first served, in front of so many slots. A slot is a thread, and the seats are the
 * bounded queue of their pool: Spring's executor is all the machinery there is. Thread-safe.
 */
@Component
public class RequestQueue implements DisposableBean {
  /** The weight of the newest answer in the mean; about the last ten count. */
  private static final double WEIGHT = 0.2;

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  private final ThreadPoolTaskExecutor slots = new ThreadPoolTaskExecutor();
  private final int capacity;

  /** Seconds that an answer takes; NaN before the first. */
  private double mean = Double.NaN;

  RequestQueue(BridgeSettings settings, MeterRegistry meters) {
    capacity = settings.queue();
    slots.setThreadNamePrefix("slot-");
    slots.setCorePoolSize(settings.slots());
    slots.setMaxPoolSize(settings.slots());
    slots.setQueueCapacity(settings.queue());
    slots.initialize();
    Gauge.builder("bridge.queue.waiting", slots, ThreadPoolTaskExecutor::getQueueSize)
        .description("Requests that wait for a slot")
        .register(meters);
    Gauge.builder("bridge.queue.running", slots, ThreadPoolTaskExecutor::getActiveCount)
        .description("Requests that Ollama works on")
        .register(meters);
  }

  /**
   * Takes a seat, or a slot if one is free.
   *
   * @param work what is to be done in the slot; it is interrupted when the ticket is given back
   * @throws QueueFullException when no seat is free
   */
  public Ticket enter(Runnable work) {
    Ticket ticket = new Ticket(this, work);
    try {
      slots.execute(ticket);
    } catch (TaskRejectedException e) {
      throw new QueueFullException(slots.getQueueSize(), retryAfter());
    }
    return ticket;
  }

  public QueueState state() {
    int waiting = slots.getQueueSize();
    int running = slots.getActiveCount();
    Double wait = running < slots.getCorePoolSize() ? Double.valueOf(0) : seconds(waiting + 1);
    return new QueueState(slots.getCorePoolSize(), running, capacity, waiting, wait);
  }

  /**
   * How long an answer was worked on, by which waits are estimated. It is told before whoever asked
   * has the end of it, and with it the reason to give the ticket back.
   */
  public synchronized void answered(Duration took) {
    double seconds = took.toNanos() / 1e9;
    mean = Double.isNaN(mean) ? seconds : mean + WEIGHT * (seconds - mean);
  }

  void left(Ticket ticket) {
    slots.getThreadPoolExecutor().remove(ticket);
  }

  /** Empty when it does not wait. */
  Optional<Place> place(Ticket ticket) {
    int position = 1;
    for (Runnable waiting : slots.getThreadPoolExecutor().getQueue()) {
      if (waiting == ticket) {
        return Optional.of(new Place(position, seconds(position)));
      }
      position++;
    }
    return Optional.empty();
  }

  private synchronized Double seconds(int position) {
    return Double.isNaN(mean)
        ? null
        : Math.round(mean * position / slots.getCorePoolSize() * 1000) / 1000.0;
  }

  /** About when a seat gets free. */
  private Duration retryAfter() {
    Double next = seconds(1);
    Duration wait = Duration.ofSeconds(next == null ? 1 : Math.max(1, (long) Math.ceil(next)));
    return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
  }

  @Override
  public void destroy() {
    slots.shutdown();
  }
}
