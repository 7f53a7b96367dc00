package io.github.ambientgpt.smoke;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks into the socket for live captions, as fast as it takes it: docs/live-captions.md. */
final class Captions implements WebSocket.Listener {
  private static final int FRAME = 3200; // 100 ms
  private static final long PATIENCE_SECONDS = 180;

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();

  private Captions() {}

  /**
   * @param socket where it is, of a recording that has just begun
   * @param sound 16 kHz, mono, 16 bits
   * @return how many utterances came back until all was heard
   */
  static int speak(Visitor visitor, String socket, byte[] sound) {
    Captions captions = new Captions();
    WebSocket open = visitor.connect(socket, captions);
    try {
      open.sendText("{\"type\":\"hello\",\"lastSent\":null}", true).join();
      captions.until("resume");
      int frames = sound.length / FRAME;
      for (int number = 0; number < frames; number++) {
        open.sendBinary(frame(number, sound), true).join();
      }
      open.sendText(
              "{\"type\":\"end\",\"lastSeq\":%d,\"sha256\":\"%s\"}"
                  .formatted(frames - 1, sha256(sound, frames * FRAME)),
              true)
          .join();
      return captions.until("ended");
    } finally {
      open.abort();
    }
  }

  private static ByteBuffer frame(int number, byte[] sound) {
    byte[] frame = new byte[4 + FRAME];
    ByteBuffer.wrap(frame)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(number)
        .put(sound, number * FRAME, FRAME);
    return ByteBuffer.wrap(frame);
  }

  private static String sha256(byte[] sound, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(sound, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Reads up to a message of this type, and counts the utterances before it. */
  private int until(String type) {
    int utterances = 0;
    while (true) {
      JsonNode message = next();
      switch (message.path("type").asString("")) {
        case "final" -> utterances++;
        case "notice" -> throw new IllegalStateException("The captions stopped: " + message);
        default -> {
          if (message.path("type").asString("").equals(type)) {
            return utterances;
          }
        }
      }
    }
  }

  private JsonNode next() {
    try {
      String next = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException("The socket for captions says nothing any more");
      }
      return JsonMapper.shared().readTree(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

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
    texts.add("{\"type\":\"notice\",\"detail\":\"closed with %d\"}".formatted(status));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    texts.add("{\"type\":\"notice\",\"detail\":\"broken off\"}");
  }
}
