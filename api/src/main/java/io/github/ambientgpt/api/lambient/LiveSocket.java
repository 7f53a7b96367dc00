package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.speech.Pcm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Live speech as the predecessor's clients send it: binary frames of PCM, s16le, mono, 16 kHz. The
 * container hands over a session's frames one after the other and reads no further meanwhile, so a
 * client that is too quick is slowed down by its own connection.
 */
abstract class LiveSocket extends AbstractWebSocketHandler {
  private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

  /** A session that says nothing for as long is over. */
  private static final long IDLE_MILLIS = 60_000;

  private static final CloseStatus BUSY =
      CloseStatus.SERVICE_OVERLOAD.withReason("Too many speak at once: try again later");
  private static final CloseStatus FAILED =
      CloseStatus.SERVER_ERROR.withReason("The recognizer failed");

  private final Map<String, Speech> open = new ConcurrentHashMap<>();
  private final Semaphore places;
  private final JsonMapper json;

  /** What is said in one session. */
  interface Speech extends AutoCloseable {
    /** Hears one frame and answers it. */
    void hear(float[] samples) throws IOException;

    @Override
    void close();
  }

  /** Sends one object as JSON. */
  @FunctionalInterface
  interface Answers {
    void send(Object answer) throws IOException;
  }

  /** The session cannot begin. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CloseStatus status;

    Refused(CloseStatus status) {
      super(status.getReason());
      this.status = status;
    }
  }

  LiveSocket(int sessions, JsonMapper json) {
    this.places = new Semaphore(sessions);
    this.json = json;
  }

  /**
   * @param parameters of the address, each by its first value
   */
  abstract Speech begin(Map<String, String> parameters, Answers answers) throws Refused;

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    if (!places.tryAcquire()) {
      session.close(BUSY);
      return;
    }
    boolean begun = false;
    try {
      if (session instanceof NativeWebSocketSession tomcat) {
        jakarta.websocket.Session container =
            tomcat.getNativeSession(jakarta.websocket.Session.class);
        if (container != null) {
          container.setMaxIdleTimeout(IDLE_MILLIS);
        }
      }
      Answers answers =
          answer -> session.sendMessage(new TextMessage(json.writeValueAsString(answer)));
      open.put(session.getId(), begin(parameters(session), answers));
      begun = true;
    } catch (Refused e) {
      session.close(e.status);
    } catch (RuntimeException e) {
      log.warn("A live session cannot begin: {}", e.getClass().getName());
      session.close(FAILED);
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  private static Map<String, String> parameters(WebSocketSession session) {
    Map<String, String> decoded = new HashMap<>();
    if (session.getUri() != null) {
      UriComponentsBuilder.fromUri(session.getUri())
          .build()
          .getQueryParams()
          .toSingleValueMap()
          .forEach(
              (name, value) ->
                  decoded.put(
                      name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8)));
    }
    return decoded;
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message)
      throws IOException {
    Speech speech = open.get(session.getId());
    if (speech == null) {
      return; // it was refused
    }
    try {
      speech.hear(Pcm.samples(message.getPayload()));
    } catch (RuntimeException e) {
      log.warn("A live session failed: {}", e.getClass().getName());
      session.close(FAILED);
    }
  }

  /** There is no such thing in this protocol. */
  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    session.close(CloseStatus.SERVER_ERROR.withReason("Send binary frames of PCM"));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Speech speech = open.remove(session.getId());
    if (speech != null) {
      places.release();
      speech.close();
    }
  }
}
