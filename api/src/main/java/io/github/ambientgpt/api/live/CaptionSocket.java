package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.recording.RecordingProperties;
import io.github.ambientgpt.core.transcript.Utterance;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The socket of a live recording. A session's messages come one after the other, and no further one
 * is read meanwhile: whoever sends faster than can be kept is slowed down by the connection.
 */
@Component
class CaptionSocket extends AbstractWebSocketHandler
    implements HandshakeInterceptor, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(CaptionSocket.class);

  private static final CloseStatus WRONG = new CloseStatus(4400);
  private static final CloseStatus UNKNOWN =
      new CloseStatus(4404, "There is no such live recording, or it is not yours");
  private static final CloseStatus TAKEN_OVER =
      new CloseStatus(4409, "Another connection goes on with this recording");
  private static final CloseStatus TOO_LONG =
      new CloseStatus(4413, "The recording is longer than the limit: end it");
  private static final CloseStatus TOO_MANY =
      new CloseStatus(4429, "Too many record at once: try again later");
  private static final CloseStatus FAILED =
      CloseStatus.SERVICE_OVERLOAD.withReason("It could not be kept: connect again later");

  private static final String START = "start";
  private static final int NUMBER_BYTES = 4;
  private static final int BYTES_PER_SECOND = 32_000;
  private static final long KEEP_EVERY_MILLIS = 500;

  /** What Tomcat calls the time that a close with any status but 1000 has; milliseconds. */
  private static final String CLOSE_TIME =
      "org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";

  private static final long CLOSE_MILLIS = 5_000;

  private final LiveRecordings live;
  private final Semaphore places;
  private final long longest;
  private final JsonMapper json;
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();
  private final ScheduledExecutorService keeping =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "live-keeping");
            thread.setDaemon(true);
            return thread;
          });

  CaptionSocket(
      LiveRecordings live, LiveProperties properties, RecordingProperties limits, JsonMapper json) {
    this.live = live;
    this.places = new Semaphore(properties.sessions());
    this.longest =
        Math.min(limits.maxSize().toBytes(), limits.maxDuration().toSeconds() * BYTES_PER_SECOND);
    this.json = json;
    keeping.scheduleWithFixedDelay(
        this::keep, KEEP_EVERY_MILLIS, KEEP_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What was opened for the one who asks, while the request is still there to say who that is. */
  private record Start(@Nullable LiveRecording recording, CloseStatus otherwise) {}

  /** Browsers do not see why a handshake fails, so it succeeds, and a close says why. */
  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    try {
      String[] path = request.getURI().getPath().split("/");
      attributes.put(
          START, new Start(live.resume(UUID.fromString(path[path.length - 2])), UNKNOWN));
    } catch (ApiException e) {
      boolean busy = e.type() == ProblemType.BUSY;
      attributes.put(START, new Start(null, busy ? TOO_MANY : UNKNOWN));
    } catch (IllegalArgumentException e) {
      attributes.put(START, new Start(null, UNKNOWN));
    }
    return true;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    letCloseWait(session);
    Start start = (Start) session.getAttributes().get(START);
    if (start.recording() == null) {
      session.close(start.otherwise());
    } else if (!places.tryAcquire()) {
      session.close(TOO_MANY);
    } else {
      connections.put(
          session.getId(), new Connection(new CaptionSession(session, keeping), start.recording()));
    }
  }

  /**
   * A close waits for what another thread is sending, such as an acknowledgement. Tomcat's own 50
   * ms are short on a busy machine, and whoever waits longer is cut off without being told why.
   */
  private static void letCloseWait(WebSocketSession session) {
    if (session instanceof NativeWebSocketSession holder
        && holder.getNativeSession() instanceof Session tomcats) {
      tomcats.getUserProperties().put(CLOSE_TIME, CLOSE_MILLIS);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    Connection connection = connections.get(session.getId());
    if (connection != null) {
      connection.guarded(() -> connection.told(json.readTree(message.getPayload())));
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message)
      throws IOException {
    Connection connection = connections.get(session.getId());
    if (connection != null) {
      connection.guarded(() -> connection.heard(message.getPayload()));
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Connection connection = connections.remove(session.getId());
    if (connection != null) {
      places.release();
      connection.left();
    }
  }

  /** What waits for more is kept after a while all the same, and acknowledged. */
  private void keep() {
    connections.values().forEach(Connection::keepQuietly);
  }

  @Override
  public void destroy() {
    keeping.shutdownNow();
  }

  private interface Step {
    void run() throws IOException, LiveRecording.Gap, Wrong;
  }

  /** The client sent what has no place here. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  private record Resume(String type, long nextSeq) {}

  private record Partial(String type, String text, double start) {}

  private record Final(String type, CaptionUtterance utterance) {}

  private record Notice(String type, String detail) {}

  private record Simple(String type) {}

  private record Ended(
      String type, String sha256, UUID recording, @Nullable UUID transcript, @Nullable UUID job) {}

  /** One connection; its recording may have had others. */
  private final class Connection implements Captions.Listener {
    private final CaptionSession session;
    private final LiveRecording recording;
    private final AtomicBoolean toBeKept = new AtomicBoolean();
    private volatile int number = -1;
    private long received;
    private long acknowledged = -1;

    Connection(CaptionSession session, LiveRecording recording) {
      this.session = session;
      this.recording = recording;
    }

    void guarded(Step step) throws IOException {
      try {
        step.run();
      } catch (LiveRecording.Gap e) {
        goBack(e.next);
        send(new Resume("resume", e.next));
      } catch (Wrong | JacksonException e) {
        session.close(WRONG.withReason(e instanceof Wrong ? e.getMessage() : "That is no JSON"));
      } catch (LiveStore.TakenOver e) {
        session.close(TAKEN_OVER);
      } catch (ApiException e) {
        log.warn("A live recording could not be kept: {}", e.type());
        session.close(
            e.type() == ProblemType.STORAGE_FULL
                ? FAILED.withReason("The disk is full: what was acknowledged is kept")
                : FAILED);
      } catch (RuntimeException e) {
        log.warn("A live recording failed: {}", e.getClass().getName());
        session.close(FAILED);
      }
    }

    void told(JsonNode message) throws IOException, LiveRecording.Gap, Wrong {
      switch (message.path("type").asString("")) {
        case "hello" -> hello();
        case "ping" -> {
          send(new Simple("pong"));
          if (number >= 0) {
            acknowledge(recording.flush(number));
          }
        }
        case "end" -> {
          requireHello();
          JsonNode last = message.path("lastSeq");
          JsonNode sha256 = message.path("sha256");
          if (!last.isIntegralNumber() || !sha256.isString()) {
            throw new Wrong("end needs lastSeq and sha256");
          }
          ended(recording.end(number, last.asLong(), sha256.asString()));
        }
        default -> throw new Wrong("A message is hello, ping or end");
      }
    }

    private void hello() throws IOException {
      number = recording.takeOver();
      if (recording.ended()) {
        ended(recording.finish());
        return;
      }
      recording.captions().listener(this);
      send(new Resume("resume", recording.nextFrame()));
    }

    private void requireHello() throws Wrong {
      if (number < 0) {
        throw new Wrong("Say hello first");
      }
    }

    void heard(ByteBuffer message) throws IOException, LiveRecording.Gap, Wrong {
      requireHello();
      ByteBuffer frame = message.slice().order(ByteOrder.LITTLE_ENDIAN);
      int samples = frame.remaining() - NUMBER_BYTES;
      if (samples < 2 || samples % 2 != 0) {
        throw new Wrong("A frame is a number of 4 bytes and samples of 2");
      }
      received += samples;
      if (received > longest) {
        session.close(TOO_LONG);
        return;
      }
      long sequence = Integer.toUnsignedLong(frame.getInt());
      if (recording.frame(number, sequence, frame.slice()) && toBeKept.compareAndSet(false, true)) {
        keeping.execute(this::keepQuietly);
      }
    }

    void keepQuietly() {
      toBeKept.set(false);
      try {
        if (number >= 0 && !recording.ended()) {
          guarded(() -> acknowledge(recording.flush(number)));
        }
      } catch (IOException | RuntimeException e) { // it must not end the keeping of the others
        log.debug("A connection is gone: {}", e.getClass().getSimpleName());
      }
    }

    /** One thread after the other, so that what was acknowledged only grows. */
    private synchronized void acknowledge(long next) throws IOException {
      if (next > acknowledged && next > 0) {
        acknowledged = next;
        send(new Resume("ack", next));
      }
    }

    /** What is sent again is acknowledged again. */
    private synchronized void goBack(long next) {
      acknowledged = Math.min(acknowledged, next);
    }

    private void ended(LiveStore.State state) throws IOException {
      send(
          new Ended(
              "ended",
              String.valueOf(state.sha256()),
              state.recordingId(),
              state.transcriptId(),
              state.jobId()));
      session.closeWhenSent();
    }

    void left() {
      if (number >= 0 && number == recording.connection()) {
        recording.captions().listener(Captions.Listener.NOBODY);
      }
      live.leave(recording);
    }

    @Override
    public void partial(String text, double start) {
      sendQuietly(new Partial("partial", text, start));
    }

    @Override
    public void utterance(Utterance utterance) {
      sendQuietly(new Final("final", CaptionUtterance.of(utterance)));
    }

    @Override
    public void stopped(String why) {
      sendQuietly(new Notice("notice", why));
    }

    private void sendQuietly(Object message) {
      try {
        send(message);
      } catch (IOException | RuntimeException e) {
        log.debug("A caption reached nobody: {}", e.getClass().getSimpleName());
      }
    }

    private void send(Object message) throws IOException {
      if (session.isOpen()) {
        session.sendMessage(new TextMessage(json.writeValueAsString(message)));
      }
    }
  }
}
