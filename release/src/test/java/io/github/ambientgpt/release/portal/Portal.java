package io.github.ambientgpt.release.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The portal: upload, status, published. What it takes it lays out as a Maven repository in its
 * folder.
 */
public final class Portal implements AutoCloseable {
  private static final String API = "/api/v1/publisher/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Path folder;
  private final Rules rules;
  private final Map<String, Deployment> deployments = new ConcurrentHashMap<>();
  private final List<Bundle> waiting = new CopyOnWriteArrayList<>();
  private final AtomicInteger uploads = new AtomicInteger();
  private volatile boolean refusing;
  private volatile boolean late;

  private record Deployment(
      String deploymentId,
      String deploymentName,
      String deploymentState,
      List<String> purls,
      Map<String, List<String>> errors) {
    Deployment in(String state) {
      return new Deployment(deploymentId, deploymentName, state, purls, errors);
    }
  }

  /**
   * @param port 0 for any free one; only this machine reaches it
   */
  Portal(int port, Path folder, Signatures signatures) throws IOException {
    this.folder = folder;
    this.rules = new Rules(signatures, component -> published(component.folder()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(API + "upload", exchange -> answer(exchange, this::upload));
    server.createContext(API + "status", exchange -> answer(exchange, this::status));
    server.createContext(API + "published", exchange -> answer(exchange, this::published));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /**
   * On any free port.
   *
   * @param folder for what it publishes
   * @param publicKey file of the key that signatures are held against
   */
  public static Portal start(Path folder, Path publicKey) throws IOException {
    return new Portal(0, folder, new Signatures(Files.readAllBytes(publicKey)));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Finds a fault in each bundle from now on, or no longer. */
  public void refuse(boolean refuses) {
    refusing = refuses;
  }

  /** Publishes nothing from now on until {@link #publishAtLast}. */
  public void beLate() {
    late = true;
  }

  public void publishAtLast() throws IOException {
    late = false;
    for (Bundle bundle : waiting) {
      store(bundle);
    }
    waiting.clear();
  }

  /** How many bundles it was sent. */
  public int uploads() {
    return uploads.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Answer(int status, String type, String body) {
    static Answer text(int status, String body) {
      return new Answer(status, "text/plain", body);
    }

    static Answer json(Object body) {
      return new Answer(200, "application/json", JSON.writeValueAsString(body));
    }
  }

  private interface Handler {
    Answer handle(HttpExchange exchange) throws IOException;
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answer answer = handler.handle(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer upload(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!authorized(exchange)) {
      return Answer.text(401, "A user token is needed");
    }
    uploads.incrementAndGet();
    Map<String, String> query = query(exchange);
    Bundle bundle;
    try {
      bundle =
          Bundle.read(
              Multipart.part(
                  exchange.getRequestHeaders().getFirst("Content-Type"), body, "bundle"));
    } catch (IOException e) {
      return Answer.text(400, e.getMessage());
    }
    Deployment deployment = judge(query.getOrDefault("name", "Deployment"), bundle);
    boolean automatic = "AUTOMATIC".equals(query.get("publishingType"));
    if (deployment.errors().isEmpty() && automatic && late) {
      waiting.add(bundle);
      deployment = deployment.in("PUBLISHING");
    } else if (deployment.errors().isEmpty() && automatic) {
      store(bundle);
      deployment = deployment.in("PUBLISHED");
    }
    deployments.put(deployment.deploymentId(), deployment);
    return Answer.text(201, deployment.deploymentId());
  }

  private Deployment judge(String name, Bundle bundle) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (Component component : bundle.components()) {
      List<String> faults =
          refusing ? List.of("The namespace is not yours") : rules.faults(component);
      if (!faults.isEmpty()) {
        errors.put(component.purl(), faults);
      }
    }
    List<String> purls = bundle.components().stream().map(Component::purl).toList();
    String state = errors.isEmpty() ? "VALIDATED" : "FAILED";
    return new Deployment(UUID.randomUUID().toString(), name, state, purls, errors);
  }

  private Answer status(HttpExchange exchange) {
    if (!authorized(exchange)) {
      return Answer.text(401, "A user token is needed");
    }
    Deployment deployment = deployments.get(query(exchange).getOrDefault("id", ""));
    return deployment == null ? Answer.text(404, "No such deployment") : Answer.json(deployment);
  }

  private Answer published(HttpExchange exchange) {
    Map<String, String> query = query(exchange);
    String coordinate =
        Stream.of(
                query.getOrDefault("namespace", "").replace('.', '/'),
                query.get("name"),
                query.get("version"))
            .map(String::valueOf)
            .collect(Collectors.joining("/"));
    return Answer.json(Map.of("published", published(coordinate)));
  }

  private boolean published(String coordinate) {
    return Files.isDirectory(folder.resolve(coordinate));
  }

  private void store(Bundle bundle) throws IOException {
    for (Component component : bundle.components()) {
      Path target = Files.createDirectories(folder.resolve(component.folder()));
      for (Map.Entry<String, byte[]> file : component.files().entrySet()) {
        Files.write(target.resolve(file.getKey()), file.getValue());
      }
    }
  }

  private static boolean authorized(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.matches("(UserToken|Bearer) \\S+")) {
      return false;
    }
    try {
      byte[] token = Base64.getDecoder().decode(header.substring(header.indexOf(' ') + 1));
      return new String(token, StandardCharsets.UTF_8).matches("[^:]+:.+");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    if (query == null) {
      return Map.of();
    }
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decode(pair[0]),
                pair -> pair.length == 2 ? decode(pair[1]) : "",
                (a, b) -> b));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /**
   * Serves until the build that started it ends. The folder is emptied first: each rehearsal meets
   * an empty Central.
   *
   * @param arguments port, folder, file of public keys
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Signatures signatures = new Signatures(Files.readAllBytes(Path.of(arguments[2])));
    Portal portal =
        new Portal(
            Integer.parseInt(arguments[0]),
            folder,
            signatures); // its threads keep the process alive
    ProcessHandle.current()
        .parent()
        .ifPresent(build -> build.onExit().thenRun(() -> System.exit(0)));
    System.out.println("The portal's stand-in listens on " + portal.address());
  }
}
