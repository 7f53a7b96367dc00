package io.github.ambientgpt.bridge.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams of server-sent events that always end in a way that the client can tell. */
public final class ServerEvents {
  /** Shorter than what proxies take for silence. */
  private static final Duration ALIVE = Duration.ofSeconds(15);

  private ServerEvents() {}

  /** Whether the client would rather have events than JSON; one that does not say has JSON. */
  public static boolean wantedBy(HttpHeaders headers) {
    List<MediaType> accepted = new ArrayList<>(headers.getAccept());
    accepted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed()); // stable
    for (MediaType type : accepted) {
      if (type.includes(MediaType.APPLICATION_JSON)) {
        return false;
      }
      if (type.includes(MediaType.TEXT_EVENT_STREAM)) {
        return true;
      }
    }
    return false;
  }

  public static ServerSentEvent<Object> event(String name, Object data) {
    return ServerSentEvent.builder(data).event(name).build();
  }

  /** With a comment now and then, and a {@code problem} at its end if it fails on the way. */
  public static Flux<ServerSentEvent<Object>> whole(Flux<ServerSentEvent<Object>> events) {
    return whole(events, e -> event("problem", ProblemAdvice.problem(e)));
  }

  /**
   * @param last says what is wrong after the stream has begun; before, it fails as a whole, and the
   *     answer's status can say so
   */
  public static Flux<ServerSentEvent<Object>> whole(
      Flux<ServerSentEvent<Object>> events, Function<Throwable, ServerSentEvent<Object>> last) {
    return alive(ResponseEnd.until(events))
        .switchOnFirst(
            (first, all) -> first.hasValue() ? all.onErrorResume(e -> end(e, last)) : all);
  }

  private static Mono<ServerSentEvent<Object>> end(
      Throwable e, Function<Throwable, ServerSentEvent<Object>> last) {
    return ProblemAdvice.isForNobody(e) ? Mono.empty() : Mono.just(last.apply(e));
  }

  private static Flux<ServerSentEvent<Object>> alive(Flux<ServerSentEvent<Object>> events) {
    return events.publish(
        shared ->
            shared.mergeWith(
                Flux.interval(ALIVE)
                    .map(tick -> ServerSentEvent.builder().comment("alive").build())
                    .takeUntilOther(shared.ignoreElements())));
  }
}
