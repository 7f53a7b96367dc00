package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.http.Backoff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a server's answers from its refusals, and says what a refusal means. Immutable. */
final class Replies {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Enough of a refusal to know what it is about. */
  private static final int MOST = 1 << 16;

  private final Service service;

  Replies(Service service) {
    this.service = service;
  }

  /**
   * Lets only an answer of one of these content types pass, or of none at all.
   *
   * @throws ServerFault otherwise; the body is then closed
   */
  void require(HttpResponse<WatchedBody> reply, List<String> types) {
    int status = reply.statusCode();
    if (status / 100 != 2) {
      throw refusal(status, reply.headers(), said(reply));
    }
    String type = type(reply.headers());
    if (!type.isEmpty() && !types.contains(type)) {
      reply.body().close();
      throw ServerFault.lasting(
          isPage(type)
              ? "%s shows a web page in place of an answer: it may be the login of a proxy, or the setting 'url' names another server."
                  .formatted(service.host())
              : "%s answers with %s, where %s is due: see whether the setting 'url' names the right server."
                  .formatted(service.host(), printable(type), types.get(0)));
    }
  }

  /** Of an answer that is JSON and whole. */
  JsonNode json(HttpResponse<WatchedBody> reply) {
    require(reply, List.of("application/json"));
    try (WatchedBody body = reply.body()) {
      JsonNode node = JSON.readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // said below; the cause is left out, since it quotes the answer
    }
    throw unreadable();
  }

  /**
   * What went wrong after an answer had begun.
   *
   * @param error as the server sent it: a text, or an object with {@code message} and {@code code}
   */
  ServerFault failure(JsonNode error) {
    String said = words(error);
    return meaning(said)
        .orElseGet(
            () ->
                ServerFault.again(
                    "%s reports an error in the middle of its answer: its own log says which."
                        .formatted(service.host()),
                    null));
  }

  ServerFault unreadable() {
    return ServerFault.lasting(
        "%s sends broken JSON, which cannot be read: see whether the setting 'url' names the right server, and whether the server is up to date."
            .formatted(service.host()));
  }

  private static String said(HttpResponse<WatchedBody> reply) {
    try {
      return Wire.text(reply, MOST);
    } catch (IOException | ServerFault e) {
      return ""; // the status says enough
    }
  }

  private ServerFault refusal(int status, HttpHeaders headers, String body) {
    String host = service.host();
    boolean page = isPage(type(headers));
    String said = page ? "" : words(tree(body));
    if (status / 100 == 3) {
      return ServerFault.lasting(
          "%s sends the question on to %s (status %d), where neither it nor a key may go unasked: set 'url' to where the model answers."
              .formatted(host, target(headers), status));
    }
    if (status == 407) {
      return ServerFault.lasting(
          "A proxy on the way to %s wants a login (status 407): ask those who run the network."
              .formatted(host));
    }
    if (status == 401 || status == 403) {
      return ServerFault.lasting(
          service.key().isPresent()
              ? "%s refuses the key (status %d): see whether it is the right one, still valid, and allowed to use '%s'."
                  .formatted(host, status, service.model())
              : "%s wants a key (status %d): give it with the setting 'key'."
                  .formatted(host, status));
    }
    Optional<ServerFault> meaning = meaning(said);
    if (meaning.isPresent()) {
      return meaning.get();
    }
    if (status == 404) {
      return ServerFault.noRoute(
          "%s has nothing at this address (status 404): correct the setting 'url'."
              .formatted(host));
    }
    if (status == 429 || status == 503) {
      return busy(status, headers);
    }
    if (status == 413) {
      return tooLong();
    }
    if (status == 400 || status == 422) {
      return ServerFault.refused(
          "%s does not understand the question (status %d): see whether the setting 'url' names the right server, and whether it knows this model."
              .formatted(host, status),
          said);
    }
    if (status == 408 || status == 504) {
      return ServerFault.passing(
          "%s waited too long for its model (status %d): try later, or take a smaller model."
              .formatted(host, status),
          null);
    }
    return status / 100 == 5
        ? ServerFault.again(
            "%s has failed (status %d): its own log says why.".formatted(host, status), null)
        : ServerFault.lasting(
            "%s refuses the question (status %d): see whether the setting 'url' names the right server."
                .formatted(host, status));
  }

  /** What servers say in so many words, whatever the status. */
  private Optional<ServerFault> meaning(String said) {
    if (said.contains("context_length_exceeded")
        || said.contains("context length")
        || said.contains("context size")
        || said.contains("context window")
        || said.contains("prompt is too long")
        || said.contains("prompt too long")
        || said.contains("input length exceeds")) {
      return Optional.of(tooLong());
    }
    if (said.contains("content_filter") || said.contains("content management policy")) {
      return Optional.of(
          ServerFault.lasting(
              "The content filter of %s refuses this visit: ask those who run it to loosen the filter, or take another model."
                  .formatted(service.host())));
    }
    if (said.contains("insufficient_quota")) {
      return Optional.of(
          ServerFault.lasting(
              "The account at %s has no credit left: see to its billing."
                  .formatted(service.host())));
    }
    if (said.contains("system memory") || said.contains("out of memory")) {
      return Optional.of(
          ServerFault.lasting(
              "%s has too little memory for '%s': take a smaller model, or set '%s' to fewer tokens."
                  .formatted(service.host(), service.model(), ServiceSettings.CONTEXT)));
    }
    if (said.contains("model") && (said.contains("not found") || said.contains("not exist"))
        || said.contains("model_not_found")
        || said.contains("deploymentnotfound")
        || said.contains("ollama api error: 404")) {
      return Optional.of(
          ServerFault.unknownModel(
              "%s has no model '%s'.".formatted(service.host(), service.model())));
    }
    if (said.contains("ollama cannot be reached")) {
      return Optional.of(
          ServerFault.passing(
              "The bridge at %s cannot reach its Ollama: start that, or set the bridge's OLLAMA_URL."
                  .formatted(service.host()),
              null));
    }
    return Optional.empty();
  }

  private ServerFault tooLong() {
    return ServerFault.tooLong(
        "The question is longer than '%s' at %s can read: set '%s' to the tokens it has room for, and the visit is split."
            .formatted(service.model(), service.host(), ServiceSettings.CONTEXT));
  }

  private ServerFault busy(int status, HttpHeaders headers) {
    String message =
        status == 429
            ? "%s has had too many questions (status 429): try later.".formatted(service.host())
            : "%s is not ready to answer (status 503): try later.".formatted(service.host());
    return ServerFault.againAfter(message, Backoff.asked(headers));
  }

  /** Only the host: the rest of an address may hold a secret. */
  private static String target(HttpHeaders headers) {
    try {
      String host = URI.create(headers.firstValue("Location").orElse("")).getHost();
      return host == null ? "another address of its own" : host;
    } catch (IllegalArgumentException e) {
      return "another address";
    }
  }

  private static boolean isPage(String type) {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  private static String type(HttpHeaders headers) {
    String type = headers.firstValue("Content-Type").orElse("");
    return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static String printable(String type) {
    return type.matches("[a-z0-9.+/-]{1,60}") ? type : "something of an unknown kind";
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.nullNode();
    }
  }

  /** All that an error says, in lower case. */
  private static String words(JsonNode error) {
    return error == null || error.isNull() || error.isMissingNode()
        ? ""
        : error.toString().toLowerCase(Locale.ROOT);
  }
}
