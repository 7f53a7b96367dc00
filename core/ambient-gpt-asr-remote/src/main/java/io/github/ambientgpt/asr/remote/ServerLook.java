package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.http.BoundedBody;
import io.github.ambientgpt.core.http.Exchange;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Need;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Whether a server is there and takes the key; it is sent no recording. */
final class ServerLook {
  private static final String SERVED = "a server that takes the key";
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private ServerLook() {}

  /**
   * @param request what not every such server knows: only refusals of the key count
   */
  static Need of(Service service, HttpRequest request) {
    try {
      ServerAnswer answer =
          ServerAnswer.of(
              Exchange.send(
                  service.client(), request, head -> new BoundedBody(), LIMIT, Monitor.NONE));
      int status = answer.status();
      return status == 401 || status == 403 || status / 100 == 3
          ? Need.missing(SERVED, Refusals.of(answer, service).named(service).getMessage())
          : Need.met(SERVED, service.host());
    } catch (IOException e) {
      return Need.missing(
          SERVED,
          "%s gives no answer: see whether it runs, and check the network."
              .formatted(service.host()));
    }
  }
}
