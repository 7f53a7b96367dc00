package io.github.ambientgpt.bridge.ollama;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.github.ambientgpt.bridge.ollama.OllamaException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one Ollama that is configured, and nothing else: no redirect and no proxy leads elsewhere.
 * HTTP/1.1, since some servers answer an offer of HTTP/2 with an empty body. Methods block until
 * their thread is interrupted and, where there is one, the connection broken off. Thread-safe.
 */
@Component
public class Ollama {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NUM_CTX = Pattern.compile("(?m)^num_ctx\\s+(\\d{1,9})\\s*$");
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Enough of a refusal to know what it is about. */
  private static final int MOST_SAID = 1 << 16;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(CONNECT)
          .build();

  private final URI url;

  Ollama(BridgeSettings settings) {
    url = settings.ollamaUrl();
  }

  /**
   * Asks once.
   *
   * @param patience how long the answer may take to begin
   * @param connection by which another thread can break off
   * @param pieces told each piece as it comes; the last one has an end
   * @throws OllamaException when there is no whole answer
   * @throws InterruptedException when it was broken off; Ollama then stops
   */
  public void ask(
      Question question, Duration patience, Connection connection, Consumer<Piece> pieces)
      throws InterruptedException {
    HttpRequest request =
        request(question.route().path())
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question.body().toString()))
            .build();
    boolean ended = false;
    try (InputStream body = open(request, question.model(), connection);
        MappingIterator<JsonNode> answers = JSON.readerFor(JsonNode.class).readValues(body)) {
      while (!ended && answers.hasNextValue()) {
        JsonNode answer = answers.nextValue();
        refuseError(answer, question.model());
        JsonNode text = question.route().text(answer);
        ended = answer.path("done").asBoolean(!question.streams());
        if (!text.isString() && !ended || !text.isString() && !question.streams()) {
          throw unreadable();
        }
        pieces.accept(
            new Piece(text.asString(""), ended ? Optional.of(end(answer)) : Optional.empty()));
      }
    } catch (IOException | JacksonException e) { // its message may quote the answer
      throw broken(e, connection);
    }
    if (!ended) {
      throw cut();
    }
  }

  private static Piece.End end(JsonNode answer) {
    return new Piece.End(
        answer.path("done_reason").asString("stop"),
        answer.path("prompt_eval_count").asInt(0),
        answer.path("eval_count").asInt(0),
        answer.path("load_duration").asLong(0),
        answer.path("prompt_eval_duration").asLong(0),
        answer.path("eval_duration").asLong(0));
  }

  /** What Ollama says of a model's context. */
  public ModelFacts facts(String model, Duration patience) throws InterruptedException {
    JsonNode shown = small("POST", "/api/show", named(model), model, patience);
    Matcher set = NUM_CTX.matcher(shown.path("parameters").asString(""));
    JsonNode info = shown.path("model_info");
    String family = info.path("general.architecture").asString("");
    return new ModelFacts(
        set.find() ? positive(Integer.parseInt(set.group(1))) : OptionalInt.empty(),
        positive(info.path(family + ".context_length").asInt(0)));
  }

  private static OptionalInt positive(int tokens) {
    return tokens > 0 ? OptionalInt.of(tokens) : OptionalInt.empty();
  }

  /** The models that it has. */
  public List<ServedModel> models(Duration patience) throws InterruptedException {
    JsonNode list = small("GET", "/api/tags", null, "", patience);
    if (!list.path("models").isArray()) {
      throw unreadable();
    }
    List<ServedModel> models = new ArrayList<>();
    for (JsonNode model : list.path("models")) {
      JsonNode details = model.path("details");
      models.add(
          new ServedModel(
              model.path("name").asString(""),
              model.path("size").asLong(0),
              details.path("family").asString(""),
              details.path("parameter_size").asString(""),
              details.path("quantization_level").asString(""),
              model.path("modified_at").asString("")));
    }
    return models;
  }

  public void delete(String model, Duration patience) throws InterruptedException {
    small("DELETE", "/api/delete", named(model), model, patience);
  }

  /**
   * Lets Ollama get a model from its registry. What has come stays there when it is broken off, and
   * the next pull goes on from it.
   *
   * @param patience how long it may take to begin
   * @param connection by which another thread can break off
   */
  public void pull(
      String model, Duration patience, Connection connection, Consumer<PullProgress> progress)
      throws InterruptedException {
    HttpRequest request =
        request("/api/pull")
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(named(model).put("stream", true).toString()))
            .build();
    boolean success = false;
    try (InputStream body = open(request, model, connection);
        MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(body)) {
      while (lines.hasNextValue()) {
        JsonNode line = lines.nextValue();
        if (line.path("error").isString()) {
          throw OllamaException.of(
              Kind.FAILED,
              "Ollama cannot pull '%s': see whether the name is right and whether Ollama reaches the registry."
                  .formatted(model));
        }
        String status = line.path("status").asString("");
        success = status.equals("success");
        progress.accept(
            new PullProgress(
                status, line.path("completed").asLong(0), line.path("total").asLong(0)));
      }
    } catch (IOException | JacksonException e) {
      throw broken(e, connection);
    }
    if (!success) {
      throw cut();
    }
  }

  private static ObjectNode named(String model) {
    return JSON.createObjectNode().put("model", model);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  /** The body of an answer whose status is 200. */
  private InputStream open(HttpRequest request, String model, Connection connection)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> reply;
    try {
      reply = http.send(request, known -> carriedBy(connection));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw unreachable();
    } catch (HttpTimeoutException e) {
      throw late();
    }
    if (reply.statusCode() == 200) {
      return reply.body();
    }
    try (InputStream body = reply.body()) {
      throw OllamaException.status(
          reply.statusCode(),
          model,
          new String(body.readNBytes(MOST_SAID), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Known to the connection before the answer's head is: an interrupt that comes between the two
   * ends the wait for the answer, but not the answer.
   */
  private static BodySubscriber<InputStream> carriedBy(Connection connection) {
    BodySubscriber<InputStream> body = BodySubscribers.ofInputStream();
    connection.carries(body.getBody().toCompletableFuture().join()); // there from the beginning
    return body;
  }

  /** An exchange that is over at once; an answer without a body is an empty object. */
  private JsonNode small(
      String method, String path, ObjectNode body, String model, Duration patience)
      throws InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    CompletableFuture<HttpResponse<String>> reply =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      HttpResponse<String> got = reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (got.statusCode() != 200) {
        throw OllamaException.status(got.statusCode(), model, got.body().toLowerCase(Locale.ROOT));
      }
      return got.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(got.body());
    } catch (TimeoutException e) {
      throw late();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ConnectException
              || e.getCause() instanceof HttpConnectTimeoutException
          ? unreachable()
          : cut();
    } catch (JacksonException e) {
      throw unreadable();
    } finally {
      reply.cancel(true);
    }
  }

  private static void refuseError(JsonNode answer, String model) {
    JsonNode error = answer.path("error");
    if (error.isString()) {
      throw OllamaException.status(500, model, error.asString().toLowerCase(Locale.ROOT));
    }
  }

  private static RuntimeException broken(Exception e, Connection connection)
      throws InterruptedException {
    if (connection.isBroken() || Thread.interrupted()) {
      throw new InterruptedException();
    }
    return e instanceof JacksonException && !(e.getCause() instanceof IOException)
        ? unreadable()
        : cut();
  }

  private static OllamaException unreachable() {
    return OllamaException.of(
        Kind.UNREACHABLE, "Ollama cannot be reached: start it, or set OLLAMA_URL.");
  }

  private static OllamaException late() {
    return OllamaException.of(
        Kind.LATE,
        "Ollama did not answer in time: try again later, take a smaller model, or raise BRIDGE_TIMEOUT.");
  }

  private static OllamaException cut() {
    return OllamaException.of(
        Kind.BROKEN, "Ollama broke off before its answer was whole: try again; its log says why.");
  }

  private static OllamaException unreadable() {
    return OllamaException.of(
        Kind.BROKEN,
        "What came is not what Ollama sends: see whether OLLAMA_URL names an Ollama, and whether it is up to date.");
  }
}
