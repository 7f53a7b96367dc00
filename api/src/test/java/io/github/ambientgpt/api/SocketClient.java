package io.github.ambientgpt.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a socket that waits for what it expects. */
public final class SocketClient implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 180;

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private SocketClient(String address) {
    this.socket =
        HTTP.newWebSocketBuilder().buildAsync(URI.create(address), new Listening()).join();
  }

  public static SocketClient open(String address) {
    return new SocketClient(address);
  }

  /** The status of a handshake that is refused; 101 when it is not. */
  public static int refused(String address, String origin) {
    try {
      HTTP.newWebSocketBuilder()
          .header("Origin", origin)
          .buildAsync(URI.create(address), new WebSocket.Listener() {})
          .join()
          .abort();
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  public SocketClient send(byte[] frame) {
    return sent(socket.sendBinary(ByteBuffer.wrap(frame), true));
  }

  public SocketClient send(String text) {
    return sent(socket.sendText(text, true));
  }

  /** What the service closed takes no more; {@link #closed} tells why. */
  private SocketClient sent(CompletableFuture<WebSocket> sending) {
    try {
      sending.join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof IOException)) {
        throw e;
      }
    }
    return this;
  }

  /** The next message. */
  public JsonNode next() throws InterruptedException {
    String text = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (text == null) {
      throw new IllegalStateException("Nothing came; closed: " + closed.getNow("no"));
    }
    return JsonMapper.shared().readTree(text);
  }

  /** The next message of this type; those before it are passed over. */
  public JsonNode next(String type) throws InterruptedException {
    JsonNode message = next();
    while (!message.path("type").asString("").equals(type)) {
      message = next();
    }
    return message;
  }

  /** Status and reason, once the service closed it. */
  public String closed() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** As when a network breaks: without a word. */
  public void breakOff() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listening implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        texts.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed.complete(status + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
