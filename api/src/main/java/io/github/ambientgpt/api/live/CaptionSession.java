package io.github.ambientgpt.api.live;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/**
 * A session that any thread may send to: what comes while another thread sends waits its turn, and
 * whoever takes too little in too long a time is closed.
 */
final class CaptionSession extends ConcurrentWebSocketSessionDecorator {
  private static final int SEND_MILLIS = 5_000;
  private static final int SEND_BYTES = 256 << 10;
  private static final long NEXT_LOOK_MILLIS = 20;

  private final ScheduledExecutorService later;

  CaptionSession(WebSocketSession session, ScheduledExecutorService later) {
    super(session, SEND_MILLIS, SEND_BYTES);
    this.later = later;
  }

  /** Closes it when what was sent before is gone; {@link #close} drops what still waits. */
  void closeWhenSent() throws IOException {
    if (isOpen() && (getBufferSize() > 0 || getTimeSinceSendStarted() > 0)) {
      later.schedule(this::closeQuietly, NEXT_LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      close(CloseStatus.NORMAL);
    }
  }

  private void closeQuietly() {
    try {
      closeWhenSent();
    } catch (IOException e) {
      // it is gone, which is all that is wanted
    }
  }
}
