package io.github.ambientgpt.api.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks into the socket for captions until it has ended or broke off, and remembers what was
 * acknowledged.
 */
final class Captioning {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String GONE = "{\"type\":\"gone\"}";
  static final int FRAME = 3200;

  private final byte[] sound;
  private final String sha256;
  private long acknowledged;

  Captioning(byte[] sound, String sha256) {
    this.sound = sound;
    this.sha256 = sha256;
  }

  /**
   * @throws IOException when the service is gone
   * @throws Client.Wrong when it forgot what it had acknowledged
   */
  void speak(URI socket) throws IOException {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    WebSocket open = open(socket, messages);
    try {
      text(open, "{\"type\":\"hello\",\"lastSent\":null}");
      JsonNode first = next(messages);
      while (type(first).equals("ack")) { // of frames that the connection before had sent
        note(first.toString());
        first = next(messages);
      }
      if (type(first).equals("ended")) {
        return;
      }
      long from = first.path("nextSeq").asLong();
      if (!type(first).equals("resume") || from < acknowledged) {
        throw new Client.Wrong("captions were acknowledged to " + acknowledged + ", then " + first);
      }
      int frames = sound.length / FRAME;
      for (int i = (int) from; i < frames; i++) {
        sent(open.sendBinary(frame(i), true));
        note(messages.poll());
      }
      text(open, "{\"type\":\"ping\"}");
      text(
          open,
          "{\"type\":\"end\",\"lastSeq\":%d,\"sha256\":\"%s\"}".formatted(frames - 1, sha256));
      for (JsonNode message = next(messages);
          !type(message).equals("ended");
          message = next(messages)) {
        note(message.toString());
      }
    } finally {
      open.abort();
    }
  }

  private ByteBuffer frame(int number) {
    return ByteBuffer.allocate(4 + FRAME)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(number)
        .put(sound, number * FRAME, FRAME)
        .flip()
        .order(ByteOrder.BIG_ENDIAN); // Java's client masks by longs of that order
  }

  private void note(String message) {
    if (message != null) {
      JsonNode json = JsonMapper.shared().readTree(message);
      if (type(json).equals("ack")) {
        acknowledged = Math.max(acknowledged, json.get("nextSeq").asLong());
      }
    }
  }

  private static String type(JsonNode message) {
    return message.path("type").asString("");
  }

  private static JsonNode next(BlockingQueue<String> messages) throws IOException {
    try {
      String text = messages.poll(60, TimeUnit.SECONDS);
      if (text == null || text.equals(GONE)) {
        throw new IOException("the socket is gone");
      }
      return JsonMapper.shared().readTree(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static WebSocket open(URI socket, BlockingQueue<String> messages) throws IOException {
    try {
      return HTTP.newWebSocketBuilder()
          .buildAsync(
              socket,
              new WebSocket.Listener() {
                private final StringBuilder text = new StringBuilder();

                @Override
                public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                  text.append(part);
                  if (last) {
                    messages.add(text.toString());
                    text.setLength(0);
                  }
                  from.request(1);
                  return null;
                }

                @Override
                public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                  messages.add(GONE);
                  return null;
                }

                @Override
                public void onError(WebSocket from, Throwable error) {
                  messages.add(GONE);
                }
              })
          .join();
    } catch (CompletionException e) {
      throw new IOException(e);
    }
  }

  private static void text(WebSocket open, String text) throws IOException {
    sent(open.sendText(text, true));
  }

  private static void sent(java.util.concurrent.CompletableFuture<WebSocket> sending)
      throws IOException {
    try {
      sending.join();
    } catch (CompletionException e) {
      throw new IOException(e);
    }
  }
}
