package io.github.ambientgpt.bridge.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets go of what an answer is made from when its response is over. Spring asks for the first piece
 * before it writes: when the client leaves between the two, the write fails and nobody cancels the
 * rest.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseEnd implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Sinks.Empty<Void> end = Sinks.empty();
    return chain
        .filter(exchange)
        .doFinally(signal -> end.tryEmitEmpty())
        .contextWrite(context -> context.put(ResponseEnd.class, end));
  }

  /** The pieces, as long as their response is not over; all of them where there is none. */
  static <T> Flux<T> until(Flux<T> pieces) {
    return Flux.deferContextual(
        context ->
            context
                .<Sinks.Empty<Void>>getOrEmpty(ResponseEnd.class)
                .map(end -> pieces.takeUntilOther(end.asMono()))
                .orElse(pieces));
  }
}
