package io.github.ambientgpt.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A registry in memory that speaks enough of the protocol for Docker, Helm and the release itself,
 * and fails when a test says so.
 */
final class PlayedRegistry implements AutoCloseable {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("somebody:secret".getBytes(UTF_8));
  private static final Pattern PATH =
      Pattern.compile("/v2/(.+)/(manifests|blobs/uploads|blobs|tags)/(.*)");

  private final HttpServer server;
  private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();
  private volatile boolean dead;
  private volatile String last = "";
  private volatile boolean token;
  private volatile boolean pushable = true;
  private volatile boolean readable = true;

  private record Manifest(String type, byte[] content) {}

  private PlayedRegistry(HttpServer server) {
    this.server = server;
  }

  static PlayedRegistry start() throws IOException {
    return start(0);
  }

  /**
   * @param port 0 for any free one
   */
  static PlayedRegistry start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    PlayedRegistry registry = new PlayedRegistry(server);
    server.createContext("/token", registry::token);
    server.createContext("/v2/", registry::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return registry;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  /** Wants a token, which it gives to everybody. */
  void askForTokens() {
    token = true;
  }

  void letNobodyPush() {
    pushable = false;
  }

  void letNobodyRead() {
    readable = false;
  }

  /** Breaks off whenever it is asked. */
  void die() {
    dead = true;
  }

  /**
   * Works until it is given this.
   *
   * @param name with a tag
   */
  void dieAt(String name) {
    last = name;
  }

  void recover() {
    dead = false;
    last = "";
  }

  /** An image, or a chart, whose label names a commit. */
  void hold(String repository, String tag, String commit) {
    String config =
        blob(
            "{\"config\": {\"Labels\": {\"org.opencontainers.image.revision\": \"%s\"}}}"
                .formatted(commit));
    put(repository, tag, MANIFEST, manifest(config));
  }

  /** An image of two architectures, as image modules push it: one by one. */
  void holdArchitectures(String repository, String tag, String content) {
    for (String architecture : List.of("amd64", "arm64")) {
      String config =
          blob(
              "{\"architecture\": \"%s\", \"os\": \"linux\", \"rootfs\": {\"type\": \"layers\", \"diff_ids\": []}, \"config\": {\"Labels\": {\"org.opencontainers.image.revision\": \"%s\"}}}"
                  .formatted(architecture, content));
      put(repository, tag + "-" + architecture, MANIFEST, manifest(config));
    }
  }

  void forget(String repository, String tag) {
    manifests.remove(repository + ":" + tag);
  }

  /** Name and tag of all there are, each with its digest. */
  Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    manifests.forEach(
        (name, manifest) -> {
          if (!name.contains("@")) {
            tags.put(name, Images.digest(manifest.content()));
          }
        });
    return tags;
  }

  int begun() {
    return begun.get();
  }

  int dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String manifest(String config) {
    String layer = blob("a layer");
    return """
        {
          "schemaVersion": 2,
          "mediaType": "%s",
          "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "%s", "size": %d},
          "layers": [{"mediaType": "application/octet-stream", "digest": "%s", "size": 7}]
        }
        """
        .formatted(MANIFEST, config, blobs.get(config).length, layer);
  }

  private String blob(String content) {
    byte[] bytes = content.getBytes(UTF_8);
    String digest = Images.digest(bytes);
    blobs.put(digest, bytes);
    return digest;
  }

  private void put(String repository, String tag, String type, String content) {
    Manifest manifest = new Manifest(type, content.getBytes(UTF_8));
    manifests.put(repository + ":" + tag, manifest);
    manifests.put(repository + "@" + Images.digest(manifest.content()), manifest);
  }

  private void token(HttpExchange exchange) throws IOException {
    boolean known = LOGIN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    reply(exchange, 200, "{\"token\": \"" + (known ? "known" : "anonymous") + "\"}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (dead) {
      exchange.close(); // as one that has died
      return;
    }
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (token && exchange.getRequestHeaders().getFirst("Authorization") == null) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\"http://" + host() + "/token\",service=\"played\"");
      reply(exchange, 401, "{}");
    } else if (!path.matches()) {
      reply(exchange, 200, "{}");
    } else {
      switch (path.group(2)) {
        case "tags" -> tags(exchange, path.group(1));
        case "blobs/uploads" -> upload(exchange, path.group(1), body);
        case "blobs" -> found(exchange, blobs.get(path.group(3)), "application/octet-stream");
        default -> manifest(exchange, path.group(1), path.group(3), body);
      }
    }
  }

  private void tags(HttpExchange exchange, String repository) throws IOException {
    String tags =
        manifests.keySet().stream()
            .filter(name -> name.startsWith(repository + ":"))
            .map(name -> "\"" + name.substring(repository.length() + 1) + "\"")
            .collect(Collectors.joining(", "));
    reply(
        exchange, tags.isEmpty() ? 404 : 200, "{\"name\": \"x\", \"tags\": [%s]}".formatted(tags));
  }

  private void upload(HttpExchange exchange, String repository, byte[] body) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    Matcher digest = Pattern.compile("digest=(sha256:\\w+)").matcher(query == null ? "" : query);
    switch (exchange.getRequestMethod()) {
      case "DELETE" -> {
        dropped.incrementAndGet();
        reply(exchange, 204, "");
      }
      case "PUT" -> {
        blobs.put(digest.find() ? digest.group(1) : "", body);
        reply(exchange, 201, "");
      }
      default -> {
        begun.incrementAndGet();
        exchange.getResponseHeaders().add("Location", "/v2/" + repository + "/blobs/uploads/1");
        reply(exchange, pushable ? 202 : 401, "");
      }
    }
  }

  private void manifest(HttpExchange exchange, String repository, String reference, byte[] body)
      throws IOException {
    String key = repository + (reference.startsWith("sha256:") ? "@" : ":") + reference;
    if (exchange.getRequestMethod().equals("PUT")) {
      if (key.equals(last)) {
        die();
        exchange.close();
        return;
      }
      Manifest manifest = new Manifest(exchange.getRequestHeaders().getFirst("Content-Type"), body);
      manifests.put(key, manifest);
      manifests.put(repository + "@" + Images.digest(body), manifest);
      exchange.getResponseHeaders().add("Docker-Content-Digest", Images.digest(body));
      exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getPath());
      reply(exchange, 201, "");
      return;
    }
    if (!readable) {
      reply(exchange, 403, "{\"errors\": [{\"code\": \"DENIED\"}]}");
      return;
    }
    Manifest manifest = manifests.get(key);
    found(
        exchange,
        manifest == null ? null : manifest.content(),
        manifest == null ? INDEX : manifest.type());
  }

  private static void found(HttpExchange exchange, byte[] content, String type) throws IOException {
    if (content == null) {
      reply(
          exchange, 404, "{\"errors\": [{\"code\": \"MANIFEST_UNKNOWN\", \"message\": \"none\"}]}");
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.getResponseHeaders().add("Docker-Content-Digest", Images.digest(content));
    reply(exchange, 200, content);
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    reply(exchange, status, body.getBytes(UTF_8));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().add("Content-Length", String.valueOf(body.length));
    }
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
