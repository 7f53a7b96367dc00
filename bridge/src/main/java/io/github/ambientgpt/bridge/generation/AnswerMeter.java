package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.ollama.Question;
import io.github.ambientgpt.bridge.ollama.Route;
import io.github.ambientgpt.bridge.problem.BridgeException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts answers and writes a line about each, without a word of what was asked or answered. A
 * model is named only when it has answered: any other name is only what a client sent.
 */
@Component
class AnswerMeter {
  private static final Logger log = LoggerFactory.getLogger("bridge.answers");

  private final MeterRegistry meters;
  private final Timer wait;

  AnswerMeter(MeterRegistry meters) {
    this.meters = meters;
    this.wait =
        Timer.builder("bridge.queue.wait")
            .description("How long requests waited for a slot")
            .publishPercentileHistogram()
            .register(meters);
  }

  void waited(Duration waited) {
    wait.record(waited);
  }

  void answered(Question question, Event.Finished finished) {
    String model = question.model();
    Timer.builder("bridge.first.token")
        .description("From the request to the first of the answer")
        .tag("model", model)
        .publishPercentileHistogram()
        .register(meters)
        .record(nanos(finished.timing().firstToken()));
    Timer.builder("bridge.answer")
        .description("From the request to the end of the answer")
        .tag("model", model)
        .register(meters)
        .record(nanos(finished.timing().total()));
    tokens(model, "prompt").increment(finished.usage().promptTokens());
    tokens(model, "completion").increment(finished.usage().completionTokens());
    double writing = finished.timing().total() - finished.timing().queued();
    if (writing > 0 && finished.usage().completionTokens() > 0) {
      DistributionSummary.builder("bridge.tokens.per.second")
          .description("Tokens that an answer got in a second, from its slot to its end")
          .tag("model", model)
          .register(meters)
          .record(finished.usage().completionTokens() / writing);
    }
    log.atInfo()
        .addKeyValue("route", name(question.route()))
        .addKeyValue("model", model)
        .addKeyValue("promptTokens", finished.usage().promptTokens())
        .addKeyValue("completionTokens", finished.usage().completionTokens())
        .addKeyValue("queuedSeconds", finished.timing().queued())
        .addKeyValue("totalSeconds", finished.timing().total())
        .log("answered");
  }

  void failed(Route route, Throwable e) {
    String kind = e instanceof BridgeException known ? known.type() : "defect";
    errors(kind).increment();
    log.atWarn().addKeyValue("route", name(route)).addKeyValue("kind", kind).log("not answered");
  }

  void cancelled(Route route) {
    errors("client-gone").increment();
    log.atInfo().addKeyValue("route", name(route)).log("the client went away");
  }

  private Counter tokens(String model, String side) {
    return Counter.builder("bridge.tokens")
        .description("Tokens read and written")
        .tag("model", model)
        .tag("side", side)
        .register(meters);
  }

  private Counter errors(String kind) {
    return Counter.builder("bridge.errors")
        .description("Requests without an answer, by what was wrong")
        .tag("kind", kind)
        .register(meters);
  }

  private static Duration nanos(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static String name(Route route) {
    return route.name().toLowerCase(Locale.ROOT);
  }
}
