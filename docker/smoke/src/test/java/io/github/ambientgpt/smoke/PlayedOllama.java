package io.github.ambientgpt.smoke;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * What Ollama says, on this machine: one model that has nothing to say, and none of another name.
 * It is for what counts answers, whatever they are.
 */
final class PlayedOllama implements AutoCloseable {
  static final String MODEL = "played";

  private final HttpServer server;

  PlayedOllama() throws IOException {
    server = HttpServer.create(new InetSocketAddress(0), 0); // containers reach no loopback
    server.createContext("/", PlayedOllama::answer);
    server.start();
  }

  /** Where a container finds it. */
  String url() {
    return "http://host.docker.internal:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean known = asked.contains('"' + MODEL + '"');
    byte[] said =
        (known
                ? "{\"model\": \"%s\", \"model_info\": {\"general.architecture\": \"x\", \"x.context_length\": 8192}, \"response\": \"{}\", \"message\": {\"role\": \"assistant\", \"content\": \"{}\"}, \"done\": true, \"done_reason\": \"stop\", \"prompt_eval_count\": 9, \"eval_count\": 2}\n"
                    .formatted(MODEL)
                : "{\"error\": \"model not found\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? 200 : 404, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
