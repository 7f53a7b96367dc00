package io.github.ambientgpt.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of a Kubernetes API as Helm asks while it renders: which kinds there are, and the objects
 * that {@code lookup} may find. Helm's library finds it by {@code KUBECONFIG}, which Maven sets for
 * the tests.
 */
final class PlayedCluster {
  static final String NAMESPACE = "clinic";

  private static final String SECRETS = "/api/v1/namespaces/" + NAMESPACE + "/secrets";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "/api/v1",
          List.of(
              "configmaps ConfigMap",
              "persistentvolumeclaims PersistentVolumeClaim",
              "secrets Secret",
              "serviceaccounts ServiceAccount",
              "services Service"),
          "/apis/apps/v1",
          List.of("deployments Deployment", "statefulsets StatefulSet"),
          "/apis/networking.k8s.io/v1",
          List.of("networkpolicies NetworkPolicy"));

  private static final PlayedCluster ONLY = new PlayedCluster();

  private final Map<String, Object> objects = new ConcurrentHashMap<>();
  private final String kubeconfig;

  private PlayedCluster() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
      kubeconfig =
          """
          apiVersion: v1
          kind: Config
          clusters: [{name: played, cluster: {server: "http://127.0.0.1:%d"}}]
          users: [{name: played, user: {}}]
          contexts: [{name: played, context: {cluster: played, user: played}}]
          current-context: played
          """
              .formatted(server.getAddress().getPort());
      Path file = Path.of(System.getenv("KUBECONFIG"));
      Files.createDirectories(file.getParent());
      Files.writeString(file, kubeconfig);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that there is, without any object. */
  static PlayedCluster empty() {
    ONLY.objects.clear();
    return ONLY;
  }

  String kubeconfig() {
    return kubeconfig;
  }

  /** From now on lookups work: a namespace that can be asked has this account. */
  PlayedCluster reached() {
    return with(
        "/api/v1/namespaces/" + NAMESPACE + "/serviceaccounts/default",
        Map.of(
            "apiVersion", "v1", "kind", "ServiceAccount", "metadata", Map.of("name", "default")));
  }

  PlayedCluster withSecret(String name, Map<String, String> data) {
    return with(
        SECRETS + "/" + name,
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Secret",
            "metadata",
            Map.of("name", name),
            "data",
            data.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> base64(entry.getValue().getBytes(StandardCharsets.UTF_8))))));
  }

  PlayedCluster withDeployment(String name, Map<String, String> annotations) {
    return with(
        "/apis/apps/v1/namespaces/" + NAMESPACE + "/deployments/" + name,
        Map.of(
            "apiVersion",
            "apps/v1",
            "kind",
            "Deployment",
            "metadata",
            Map.of(
                "name",
                name,
                "labels",
                Map.of("app.kubernetes.io/managed-by", "Helm"),
                "annotations",
                annotations)));
  }

  /** A release of this chart that Helm has installed: its record is a Secret. */
  PlayedCluster withRelease(String name) {
    String record =
        JSON.writeValueAsString(
            Map.of(
                "name",
                name,
                "namespace",
                NAMESPACE,
                "version",
                1,
                "info",
                Map.of("status", "deployed"),
                "chart",
                Map.of("metadata", Map.of("name", "ambient-gpt-notes", "version", "0.0.0")),
                "config",
                Map.of(),
                "manifest",
                ""));
    Map<String, Object> secret =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Secret",
            "type",
            "helm.sh/release.v1",
            "metadata",
            Map.of(
                "name",
                "sh.helm.release.v1." + name + ".v1",
                "namespace",
                NAMESPACE,
                "labels",
                Map.of("owner", "helm", "name", name, "status", "deployed", "version", "1")),
            "data",
            Map.of("release", base64(base64(zipped(record)).getBytes(StandardCharsets.UTF_8))));
    with(SECRETS + "/sh.helm.release.v1." + name + ".v1", secret);
    return with(
        SECRETS,
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "SecretList",
            "metadata",
            Map.of(),
            "items",
            List.of(secret)));
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private PlayedCluster with(String path, Object object) {
    objects.put(path, object);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/version")) {
      reply(exchange, 200, Map.of("major", "1", "minor", "34", "gitVersion", "v1.34.0"));
    } else if (path.equals("/api")) {
      reply(exchange, 200, Map.of("kind", "APIVersions", "versions", List.of("v1")));
    } else if (path.equals("/apis")) {
      reply(exchange, 200, groups());
    } else if (KINDS.containsKey(path)) {
      reply(exchange, 200, kinds(path));
    } else if (objects.containsKey(path)) {
      reply(exchange, 200, objects.get(path));
    } else {
      reply(
          exchange,
          404,
          Map.of(
              "kind",
              "Status",
              "apiVersion",
              "v1",
              "status",
              "Failure",
              "reason",
              "NotFound",
              "code",
              404));
    }
  }

  private static Map<String, Object> groups() {
    return Map.of(
        "kind",
        "APIGroupList",
        "apiVersion",
        "v1",
        "groups",
        KINDS.keySet().stream()
            .filter(path -> path.startsWith("/apis/"))
            .map(path -> path.substring("/apis/".length()))
            .map(
                version -> {
                  Map<String, String> only =
                      Map.of("groupVersion", version, "version", version.replaceFirst(".*/", ""));
                  return Map.of(
                      "name",
                      version.replaceFirst("/.*", ""),
                      "versions",
                      List.of(only),
                      "preferredVersion",
                      only);
                })
            .toList());
  }

  private static Map<String, Object> kinds(String path) {
    return Map.of(
        "kind",
        "APIResourceList",
        "apiVersion",
        "v1",
        "groupVersion",
        path.replaceFirst("^/apis?/", ""),
        "resources",
        KINDS.get(path).stream()
            .map(names -> names.split(" "))
            .map(
                names ->
                    Map.of(
                        "name",
                        names[0],
                        "singularName",
                        "",
                        "namespaced",
                        true,
                        "kind",
                        names[1],
                        "verbs",
                        List.of("get", "list")))
            .toList());
  }

  private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
    try (exchange) {
      byte[] bytes = JSON.writeValueAsBytes(body);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
