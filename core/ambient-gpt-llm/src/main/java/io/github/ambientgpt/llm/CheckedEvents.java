package io.github.ambientgpt.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at each piece of an answer before LangChain4j does. LangChain4j logs what it cannot read
 * and goes on; clinical text has no place in a log, and what cannot be read is no answer. For one
 * thread.
 */
final class CheckedEvents implements ServerSentEventListener {
  private static final String DONE = "[DONE]";

  private final ServerSentEventListener listener;
  private final Replies replies;
  private ServerFault fault;
  private boolean done;

  CheckedEvents(ServerSentEventListener listener, Replies replies) {
    this.listener = listener;
    this.replies = replies;
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    String data = event.data().strip();
    if (fault != null || data.isEmpty()) {
      return;
    }
    if (data.equals(DONE)) {
      done = true;
      return;
    }
    fault = pass(data, event, context);
    if (fault != null) {
      context.parsingHandle().cancel();
    }
  }

  private ServerFault pass(String data, ServerSentEvent event, ServerSentEventContext context) {
    try {
      JsonNode node = JsonMapper.shared().readTree(data);
      JsonNode error = node.path("error");
      if (!error.isMissingNode() && !error.isNull()) {
        return replies.failure(error);
      }
      if (!node.isObject()) {
        return replies.unreadable();
      }
      listener.onEvent(event, context);
      return null;
    } catch (JacksonException e) {
      return replies.unreadable();
    } catch (ServerFault e) {
      return e;
    } catch (RuntimeException e) {
      return replies.unreadable(); // LangChain4j's; its message quotes the answer
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (fault == null) {
      fault = replies.unreadable();
    }
  }

  /** Whether the server said that this was all. */
  boolean saidDone() {
    return done;
  }

  /**
   * @throws ServerFault when something was wrong with the answer
   */
  void requireWell() {
    if (fault != null) {
      throw fault;
    }
  }
}
