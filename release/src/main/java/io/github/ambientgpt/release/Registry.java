package io.github.ambientgpt.release;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry of images and charts, by the protocol that all speak, with the login that Docker has
 * for it.
 */
final class Registry {
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final String MANIFESTS =
      "application/vnd.oci.image.index.v1+json,application/vnd.docker.distribution.manifest.list.v2+json,"
          + "application/vnd.oci.image.manifest.v1+json,application/vnd.docker.distribution.manifest.v2+json";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next");
  private static final String REVISION = "org.opencontainers.image.revision";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String host;
  private final String base;
  private final Credentials credentials;
  private final Duration patience;
  private final HttpClient client;

  private Registry(String host, boolean insecure, Credentials credentials, Duration patience) {
    this.host = host;
    this.base =
        (insecure ? "http://" : "https://")
            + (host.equals("docker.io") ? "registry-1.docker.io" : host)
            + "/v2/";
    this.credentials = credentials;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * @param repository host and folder
   */
  static Registry of(
      String repository, boolean insecure, Credentials credentials, Duration patience) {
    String host = repository.substring(0, repository.indexOf('/'));
    return new Registry(host, insecure, credentials, patience);
  }

  String host() {
    return host;
  }

  /**
   * Asks until the patience is over: a registry may have been started a moment ago.
   *
   * @return whether it answered at all
   */
  boolean answers() {
    long end = System.nanoTime() + patience.toNanos();
    do {
      try {
        int status = client.send(to("").GET().build(), BodyHandlers.discarding()).statusCode();
        if (status == 200 || status == 401) {
          return true;
        }
      } catch (IOException e) {
        // nobody there yet
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      pause();
    } while (System.nanoTime() < end);
    return false;
  }

  /**
   * Begins an upload, as a push does, and drops it: nothing less shows that a login may push.
   *
   * @param repository without the host
   * @throws Refusal when it may not
   */
  void requirePush(String repository) {
    HttpResponse<String> begun =
        send(
            repository,
            "pull,push",
            to(repository + "/blobs/uploads/").POST(BodyPublishers.noBody()));
    if (begun.statusCode() != 202) {
      throw new Refusal(
          "The registry %s lets nothing be pushed to %s (it answers %d), so nothing was published: log in with docker login %s, as somebody who may push there"
              .formatted(host, repository, begun.statusCode(), host));
    }
    begun
        .headers()
        .firstValue("location")
        .map(place -> URI.create(base).resolve(place))
        .ifPresent(place -> send(repository, "pull,push", HttpRequest.newBuilder(place).DELETE()));
  }

  /**
   * The commit that an image (its first platform) or a chart was made from, as its label or
   * annotation says; empty when there is none of that name.
   */
  Optional<String> revision(String repository, String tag) {
    Optional<JsonNode> manifest = manifest(repository, tag).map(this::json);
    if (manifest.isPresent() && manifest.get().has("manifests")) {
      String first = manifest.get().at("/manifests/0/digest").asString();
      manifest = manifest(repository, first).map(this::json);
    }
    return manifest.map(
        of -> {
          String digest = of.at("/config/digest").asString();
          JsonNode config =
              json(
                  read(repository, to(repository + "/blobs/" + digest))
                      .map(HttpResponse::body)
                      .orElse("{}"));
          return config
              .at("/config/Labels/" + REVISION)
              .asString(config.at("/annotations/" + REVISION).asString("no commit that it names"));
        });
  }

  /** The tags there are, all pages of them; none when there is no such repository. */
  List<String> tags(String repository) {
    List<String> tags = new ArrayList<>();
    Optional<URI> next = Optional.of(URI.create(base + repository + "/tags/list?n=1000"));
    while (next.isPresent()) {
      HttpRequest.Builder page =
          HttpRequest.newBuilder(next.get()).timeout(patience.plusSeconds(25));
      Optional<HttpResponse<String>> answer = read(repository, page);
      answer.ifPresent(
          list ->
              json(list.body())
                  .path("tags")
                  .valueStream()
                  .map(JsonNode::asString)
                  .forEach(tags::add));
      next =
          answer
              .flatMap(list -> list.headers().firstValue("link"))
              .map(NEXT::matcher)
              .filter(Matcher::find)
              .map(link -> URI.create(base).resolve(link.group(1)));
    }
    return tags;
  }

  /** A manifest as it is kept; empty when there is none of that name. */
  Optional<String> manifest(String repository, String reference) {
    return read(repository, to(repository + "/manifests/" + reference).header("Accept", MANIFESTS))
        .map(HttpResponse::body);
  }

  Optional<String> digest(String repository, String reference) {
    return manifest(repository, reference)
        .map(manifest -> Images.digest(manifest.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Asks as somebody who may push, as Docker's own push does: so a repository that nobody has
   * pushed to yet is not there (404), where one that is asked for reading alone would be refused.
   *
   * @return empty when there is nothing of that name
   * @throws Refusal when it may not be read: then nobody knows what a push would overwrite
   */
  private Optional<HttpResponse<String>> read(String repository, HttpRequest.Builder request) {
    HttpResponse<String> answer = send(repository, "pull,push", request.GET());
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      throw new Refusal(
          "The registry %s does not let %s be read (it answers %d), so nobody knows what is there: log in with docker login %s, as somebody who may read and push there"
              .formatted(host, repository, answer.statusCode(), host));
    }
    return Optional.of(answer);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience.plusSeconds(25));
  }

  /**
   * As the registry asks for it: without a login, with it, or with a token that it gives for one.
   */
  private HttpResponse<String> send(String repository, String may, HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = answer(request);
      String challenge = answer.headers().firstValue("www-authenticate").orElse("");
      if (answer.statusCode() != 401 || challenge.isEmpty()) {
        return answer;
      }
      Optional<String> login =
          challenge.toLowerCase(Locale.ROOT).startsWith("bearer")
              ? token(challenge, repository, may).map(token -> "Bearer " + token)
              : credentials.basic(host).map(basic -> "Basic " + basic);
      return login.isEmpty() ? answer : answer(request.setHeader("Authorization", login.get()));
    } catch (IOException e) {
      throw new Refusal(
          "The registry "
              + host
              + " broke off: look at it, and run again ("
              + e.getMessage()
              + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while waiting for the registry " + host);
    }
  }

  private HttpResponse<String> answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new IOException("it answers " + answer.statusCode());
    }
    return answer;
  }

  private Optional<String> token(String challenge, String repository, String may)
      throws IOException, InterruptedException {
    Map<String, String> asked = new TreeMap<>();
    Matcher parameter = PARAMETER.matcher(challenge);
    while (parameter.find()) {
      asked.put(parameter.group(1), parameter.group(2));
    }
    if (!asked.containsKey("realm")) {
      return Optional.empty();
    }
    String question =
        asked.get("realm")
            + "?service="
            + encoded(asked.getOrDefault("service", ""))
            + "&scope="
            + encoded("repository:" + repository + ":" + may);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(question)).timeout(patience);
    credentials.basic(host).ifPresent(basic -> request.header("Authorization", "Basic " + basic));
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      return Optional.empty();
    }
    JsonNode token = json(answer.body());
    return Optional.of(token.path("token").asString(token.path("access_token").asString("")));
  }

  private JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal("The registry " + host + " answers with no JSON: look at what it is");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
