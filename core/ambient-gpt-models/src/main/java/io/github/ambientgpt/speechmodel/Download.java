package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.http.Backoff;
import io.github.ambientgpt.core.http.CancellableBody;
import io.github.ambientgpt.core.http.Exchange;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a model's file into a part. What arrived stays there when the connection breaks or a
 * person cancels, and the next download goes on from its end.
 *
 * <p>The server is not trusted: no more than the catalogue's size is ever taken, whatever it says
 * of the length. Whether the bytes are right, only their digest tells, which is for the caller.
 *
 * <p>To go on, it asks for a range ({@code Range}), and only of the same content ({@code If-Range}
 * with the tag of the first answer). A server that does not know ranges sends everything, and the
 * part begins anew.
 */
final class Download {
  static final String STAGE = "download";

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_WRONG = 416;
  private static final int BUSY = 429;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d+|\\*)");
  private static final String OTHER_LENGTH = "its file has another length than the catalogue says";

  private final ModelSource source;
  private final SpeechModel model;
  private final URI url;
  private final PartFile part;

  Download(ModelSource source, SpeechModel model, PartFile part) {
    this.source = source;
    this.model = model;
    this.url = source.url(model);
    this.part = part;
  }

  /**
   * Blocks until the part is whole.
   *
   * @throws EngineException when it does not become so
   * @throws CancelledException when the monitor says so
   */
  void run(Monitor monitor) {
    int failures = 0;
    while (part.size() < model.size()) {
      long before = part.size();
      try {
        attempt(before, monitor);
      } catch (Broken e) {
        failures = part.size() > before ? 1 : failures + 1;
        if (!source.backoff().pause(failures, e.pause, monitor)) {
          throw brokenOff(e);
        }
      }
    }
    monitor.report(STAGE, 1);
  }

  private void attempt(long from, Monitor monitor) throws Broken {
    monitor.report(STAGE, (double) from / model.size());
    try {
      HttpResponse<CancellableBody> answer =
          Exchange.send(
              source.client(),
              request(from),
              head -> new CancellableBody(),
              source.patience(),
              monitor);
      boolean fits;
      try (CancellableBody body = answer.body();
          PartFile.Writer writer = part.writeFrom(begin(answer, from))) {
        fits = receive(body, writer, monitor);
      }
      if (!fits) {
        part.discard();
        throw useless("it sends more than the %d bytes of the catalogue".formatted(model.size()));
      }
    } catch (HttpTimeoutException e) {
      throw new Broken(
          "nothing was sent for %d s".formatted(source.patience().toSeconds()), Duration.ZERO, e);
    } catch (IOException e) {
      throw new Broken("the connection failed", Duration.ZERO, e);
    }
  }

  private HttpRequest request(long from) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
      part.tag().ifPresent(tag -> request.header("If-Range", tag));
    }
    return request.build();
  }

  /**
   * Judges the head of an answer.
   *
   * @return where in the part its body goes
   */
  private long begin(HttpResponse<CancellableBody> answer, long from) throws Broken {
    int status = answer.statusCode();
    if (status == PARTIAL) {
      requireRange(answer, from);
      return from;
    }
    if (status == RANGE_WRONG) {
      part.discard();
      throw useless(OTHER_LENGTH);
    }
    if (status == BUSY || status >= 500) {
      throw new Broken(
          "the server is busy or broken (status " + status + ")",
          Backoff.asked(answer.headers()),
          null);
    }
    if (status != OK) {
      throw useless(refusal(status));
    }
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      throw useless("it answers with a web page, as a login or a proxy does");
    }
    OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
    if (length.isPresent() && length.getAsLong() != model.size()) {
      throw useless(
          "it says that the file has %d bytes, but the catalogue says %d"
              .formatted(length.getAsLong(), model.size()));
    }
    // a weak tag cannot say whether the bytes are the same
    part.keepTag(answer.headers().firstValue("ETag").filter(tag -> tag.startsWith("\"")));
    return 0;
  }

  private void requireRange(HttpResponse<CancellableBody> answer, long from) throws Broken {
    Matcher range = RANGE.matcher(answer.headers().firstValue("Content-Range").orElse("").strip());
    if (!range.matches() || Long.parseLong(range.group(1)) != from) {
      part.discard();
      throw new Broken("another part was sent than was asked for", Duration.ZERO, null);
    }
    String total = range.group(2);
    if (!total.equals("*") && !total.equals(Long.toString(model.size()))) {
      part.discard();
      throw useless(OTHER_LENGTH);
    }
  }

  /**
   * @return false when there is more than there should be
   */
  private boolean receive(CancellableBody body, PartFile.Writer writer, Monitor monitor)
      throws IOException, Broken {
    List<ByteBuffer> data = body.next(source.patience(), monitor);
    while (data != null) {
      long arrived = data.stream().mapToLong(ByteBuffer::remaining).sum();
      if (writer.position() + arrived > model.size()) {
        return false;
      }
      data.forEach(writer::write);
      monitor.report(STAGE, (double) writer.position() / model.size());
      data = body.next(source.patience(), monitor);
    }
    if (writer.position() < model.size()) {
      throw new Broken("the connection ended early", Duration.ZERO, null);
    }
    return true;
  }

  private static String refusal(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          "it sends on in a circle, or to a place that is not reached over TLS";
      case 401, 403 -> "it wants a login (status " + status + ")";
      case 404, 410 -> "it does not have the file (status " + status + ")";
      case 407 ->
          "the proxy wants a name and password, which HTTPS_PROXY can hold"
              + " (http://NAME:PASSWORD@HOST:PORT)";
      default -> "it answers with the status " + status;
    };
  }

  /** Trying again would change nothing. */
  private EngineException useless(String why) {
    return EngineException.lasting(
        "%s was not downloaded from %s: %s. Try another mirror, or import the file."
            .formatted(model.id(), url.getHost(), why),
        null);
  }

  private EngineException brokenOff(Broken e) {
    long arrived = part.size();
    String advice =
        arrived == 0
            ? "Check the network and the settings of the proxy, or try another mirror."
            : "%s of %s are kept: pull it again, and it goes on from there."
                .formatted(DataSize.of(arrived), DataSize.of(model.size()));
    return EngineException.passing(
        "The download of %s from %s broke off: %s. %s"
            .formatted(model.id(), url.getHost(), e.getMessage(), advice),
        e.getCause());
  }

  /** One attempt failed; another may not. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    Broken(String message, Duration pause, Throwable cause) {
      super(message, cause);
      this.pause = pause;
    }
  }
}
