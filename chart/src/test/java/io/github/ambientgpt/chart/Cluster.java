package io.github.ambientgpt.chart;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A namespace of a real cluster that enforces <em>restricted</em>, and Helm to work on it. */
final class Cluster implements AutoCloseable {
  static final String RELEASE = "visits";
  private static final String NAME = RELEASE + "-ambient-gpt-notes";
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final Path helm;
  final String namespace;

  Cluster(Path helm, String namespace) {
    this.helm = helm;
    this.namespace = namespace;
    client
        .namespaces()
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
  }

  /** Runs Helm in the namespace; gives what it says. */
  String helm(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(helm.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--namespace", namespace));
    Path said = Files.createTempFile("helm", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroy();
      throw new AssertionError("helm " + arguments[0] + " does not end\n" + state());
    }
    String text = Files.readString(said);
    if (process.exitValue() != 0) {
      throw new AssertionError("helm " + arguments[0] + ": " + text + "\n" + state());
    }
    return text;
  }

  /** What somebody would look at when it does not work. */
  private String state() {
    StringBuilder state = new StringBuilder();
    for (Pod pod : client.pods().inNamespace(namespace).list().getItems()) {
      String name = pod.getMetadata().getName();
      state.append(name).append(' ').append(pod.getStatus().getPhase());
      state.append(' ').append(pod.getStatus().getContainerStatuses()).append('\n');
      try {
        state.append(client.pods().inNamespace(namespace).withName(name).tailingLines(15).getLog());
      } catch (RuntimeException e) {
        state.append(e.getMessage());
      }
      state.append('\n');
    }
    return state.toString();
  }

  /** Where the page is, from outside of the cluster. */
  URI door() {
    Service service =
        client.services().inNamespace(namespace).withName(NAME + "-frontend").require();
    Node node = client.nodes().list().getItems().get(0);
    String address =
        node.getStatus().getAddresses().stream()
            .filter(one -> one.getType().equals("InternalIP"))
            .findFirst()
            .orElseThrow()
            .getAddress();
    return URI.create(
        "http://" + address + ":" + service.getSpec().getPorts().get(0).getNodePort());
  }

  String secret(String suffix, String key) {
    String value =
        client
            .secrets()
            .inNamespace(namespace)
            .withName(NAME + "-" + suffix)
            .require()
            .getData()
            .get(key);
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }

  void keep(String name, Map<String, String> data) {
    client
        .secrets()
        .inNamespace(namespace)
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withStringData(data)
                .build())
        .create();
  }

  /** The pods of a component that are not on their way out. */
  List<String> pods(String component) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel("app.kubernetes.io/component", component)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .map(pod -> pod.getMetadata().getName())
        .toList();
  }

  /** How many of all pods but the test's are ready. */
  boolean allReady() {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(
            pod -> !"test".equals(pod.getMetadata().getLabels().get("app.kubernetes.io/component")))
        .allMatch(
            pod ->
                pod.getMetadata().getDeletionTimestamp() == null
                    && pod.getStatus().getConditions().stream()
                        .anyMatch(
                            condition ->
                                condition.getType().equals("Ready")
                                    && condition.getStatus().equals("True")));
  }

  /**
   * @param grace seconds; 0 kills
   */
  void delete(String pod, long grace) {
    client.pods().inNamespace(namespace).withName(pod).withGracePeriod(grace).delete();
  }

  /** Seconds until it is so. */
  double await(String what, BooleanSupplier until) throws InterruptedException {
    long begin = System.nanoTime();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new AssertionError(what + " has not come about\n" + state());
      }
      Thread.sleep(250);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** One value, asked of the database. */
  String query(String sql) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExecWatch exec =
        client
            .pods()
            .inNamespace(namespace)
            .withName(NAME + "-postgresql-0")
            .writingOutput(out)
            .exec("psql", "-h", "/var/run/postgresql", "-U", "ambient", "-At", "-c", sql)) {
      exec.exitCode().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      return ""; // is asked again
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  int claims() {
    return client.persistentVolumeClaims().inNamespace(namespace).list().getItems().size();
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }
}
