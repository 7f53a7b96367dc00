package io.github.ambientgpt.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** What a client sees of a session to which two threads send. */
class CaptionSessionTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch sending = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final CaptionSession session = new CaptionSession(line(), threads);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void theLastMessageComesBeforeTheCloseAlsoWhileAnotherIsBeingSent() throws Exception {
    sendSlowly("ack");

    session.sendMessage(new TextMessage("ended"));
    session.closeWhenSent();
    assertThat(closed.await(100, TimeUnit.MILLISECONDS)).isFalse();
    mayGoOn.countDown();

    assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("ack", "ended", "close 1000");
  }

  @Test
  void whereNothingWaitsTheCloseIsAtOnce() throws Exception {
    mayGoOn.countDown();
    session.sendMessage(new TextMessage("ended"));

    session.closeWhenSent();

    assertThat(seen).containsExactly("ended", "close 1000");
  }

  @Test
  void whatIsGoneIsNotWaitedFor() throws Exception {
    sendSlowly("ack");
    session.sendMessage(new TextMessage("ended"));
    session.close(CloseStatus.GOING_AWAY);

    session.closeWhenSent();

    assertThat(seen).containsExactly("close 1001");
  }

  private void sendSlowly(String text) throws InterruptedException {
    threads.execute(
        () -> {
          try {
            session.sendMessage(new TextMessage(text));
          } catch (Exception e) {
            seen.add(e.toString());
          }
        });
    sending.await();
  }

  private WebSocketSession line() {
    return (WebSocketSession)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, this::played);
  }

  private Object played(Object line, Method method, Object[] arguments) throws Exception {
    switch (method.getName()) {
      case "sendMessage":
        sending.countDown();
        mayGoOn.await();
        seen.add(((TextMessage) arguments[0]).getPayload());
        return null;
      case "close":
        seen.add("close " + ((CloseStatus) arguments[0]).getCode());
        closed.countDown();
        return null;
      case "isOpen":
        return closed.getCount() > 0;
      default:
        throw new UnsupportedOperationException(method.getName());
    }
  }
}
