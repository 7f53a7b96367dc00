package io.github.ambientgpt.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.github.ambientgpt.core.progress.Monitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * LangChain4j's way to a server, for one question. Unlike its own clients it works on the caller's
 * thread, which is back when the answer is whole; it can be cancelled before the first word; and it
 * throws {@link ServerFault} for whatever is wrong with the answer.
 */
final class WatchedHttpClient implements HttpClient, HttpClientBuilder {
  private final Service service;
  private final Wire wire;
  private final Monitor monitor;
  private final List<String> types;
  private final UnaryOperator<ObjectNode> amend;
  private boolean saidDone;

  /**
   * @param types the content types that a stream may have
   * @param amend changes the request where LangChain4j has no word for it
   */
  WatchedHttpClient(
      Service service,
      Wire wire,
      Monitor monitor,
      List<String> types,
      UnaryOperator<ObjectNode> amend) {
    this.service = service;
    this.wire = wire;
    this.monitor = monitor;
    this.types = types;
    this.amend = amend;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("Every question is streamed");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach((name, values) -> headers.put(name, values.get(0)));
    ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(request.body());
    Replies replies = new Replies(service);
    HttpResponse<WatchedBody> reply =
        wire.post(
            URI.create(request.url()),
            headers,
            amend.apply(body).toString(),
            monitor,
            service.patience());
    replies.require(reply, types);
    try (WatchedBody stream = reply.body()) {
      listener.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(reply.statusCode())
              .headers(reply.headers().map())
              .build());
      CheckedEvents events = new CheckedEvents(listener, replies);
      parser.parse(stream, events);
      events.requireWell();
      saidDone = events.saidDone();
      listener.onClose();
    }
  }

  /** Whether the stream ended with the word for it. */
  boolean saidDone() {
    return saidDone;
  }

  @Override
  public HttpClient build() {
    return this;
  }

  // Time is the wire's business; what LangChain4j sets is not used.

  @Override
  public Duration connectTimeout() {
    return service.patience();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return service.patience();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }
}
