package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged chart on a real cluster, with the images that were built: two replicas of the api on
 * PostgreSQL with a shared volume, in a namespace that enforces <em>restricted</em>. Each step goes
 * on where the one before has ended. What was measured is in {@code target/reports/cluster.json}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
  private static final Path PACKAGE = Path.of(System.getProperty("chart.package"));
  private static final Path REPORT = Path.of(System.getProperty("reports")).resolve("cluster.json");
  private static final String WAIT = "--wait";
  private static final String TIMEOUT = "--timeout=6m";

  private static final Map<String, Object> figures = new LinkedHashMap<>();
  private static Path values;
  private static Cluster cluster;
  private static Clinic clinic;
  private static String visit;
  private static String note;

  @BeforeAll
  static void requireCluster() throws IOException {
    assumeFalse(
        Boolean.getBoolean("chart.skip"), "The chart is installed with ./mvnw -Phelm verify only");
    String kubeconfig = System.getenv("KUBECONFIG");
    Part.require(
        "A Kubernetes cluster",
        kubeconfig != null && Files.isReadable(Path.of(kubeconfig)),
        "Set KUBECONFIG to the file that names one.");
    values = Files.writeString(Files.createTempFile("cluster", ".yaml"), asked());
    cluster =
        new Cluster(
            Path.of(System.getProperty("cluster.helm")).resolve("helm"),
            "notes-" + Long.toString(System.nanoTime(), 36));
  }

  /** Requests are small, since the whole of it may share a small machine. */
  private static String asked() {
    String[] postgresql = System.getProperty("cluster.postgresql").split(":(?=[^:/]*$)");
    return """
    image: { repository: "%s", tag: "%s" }
    database: { kind: postgresql }
    postgresql: { enabled: true, image: { repository: "%s", tag: "%s" }, resources: { requests: { cpu: 20m } } }
    api:
      replicas: 2
      persistence: { accessModes: [ReadWriteMany] }
      resources: { requests: { cpu: 20m, memory: 256Mi }, limits: { memory: 1Gi } }
    bridge: { replicas: 1, resources: { requests: { cpu: 20m } } }
    frontend: { replicas: 2, service: { type: NodePort } }
    """
        .formatted(
            System.getProperty("cluster.images"),
            System.getProperty("cluster.tag"),
            postgresql[0],
            postgresql[1]);
  }

  @AfterAll
  static void report() throws IOException {
    if (cluster == null) {
      return;
    }
    Files.createDirectories(REPORT.getParent());
    String json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(figures);
    Files.writeString(REPORT, json + "\n");
    System.out.println(json);
    cluster.close();
  }

  private static void claim(String claim, Object figure) {
    System.out.println("cluster: " + claim + ": " + figure);
    figures.put(claim, figure);
  }

  private static String install() throws IOException, InterruptedException {
    return cluster.helm(
        "install", Cluster.RELEASE, PACKAGE.toString(), "-f", values.toString(), WAIT, TIMEOUT);
  }

  @Test
  @Order(1)
  void itIsInstalledWhereOnlyRestrictedPodsMayRun() throws Exception {
    long begin = System.nanoTime();

    String notes = install();

    claim("seconds until it is installed and ready", (System.nanoTime() - begin) / 1_000_000_000);
    assertThat(notes).contains("The first person to come", "KEEP A COPY");
    assertThat(cluster.pods("api")).hasSize(2);
    assertThat(cluster.pods("bridge")).hasSize(1);
    assertThat(cluster.pods("frontend")).hasSize(2);
    assertThat(cluster.pods("postgresql")).hasSize(1);
    claim("pods that restricted admits", 6);
  }

  @Test
  @Order(2)
  void theFirstPersonComesInWithTheCodeOfTheNotesAndWritesANote() throws Exception {
    clinic = new Clinic(cluster.door());
    String token = clinic.setUp(cluster.secret("login", "setup-code"));
    cluster.keep("walker", Map.of("token", token));
    visit = clinic.begin();
    note = clinic.draft(visit);

    assertThat(clinic.text(note)).contains("cough");
  }

  @Test
  @Order(3)
  void anUpgradeUnderLoadFailsNoRequest() throws Exception {
    try (Load load = new Load(cluster.door())) {
      cluster.helm(
          "upgrade",
          Cluster.RELEASE,
          PACKAGE.toString(),
          "-f",
          values.toString(),
          "--set",
          "tests.existingSecret=walker,api.podAnnotations.round=two,frontend.podAnnotations.round=two",
          WAIT,
          TIMEOUT);
      Thread.sleep(3_000);
      claim("requests during an upgrade", load.sent());
      claim("of them failed", load.failed().size());
      assertThat(load.failed()).isEmpty();
      assertThat(load.sent()).isGreaterThan(100);
    }
  }

  @Test
  @Order(4)
  void helmTestWalksAVisit() throws Exception {
    String said = cluster.helm("test", Cluster.RELEASE, "--logs", TIMEOUT);

    assertThat(said)
        .contains("ok: the page is there", "ok: the bridge is there", "ok: the visit is deleted");
    claim("steps of a visit that helm test walks", said.split("(?m)^ok: ").length - 1);
  }

  @Test
  @Order(5)
  void aRollbackUnderLoadFailsNoRequest() throws Exception {
    try (Load load = new Load(cluster.door())) {
      cluster.helm("rollback", Cluster.RELEASE, "1", WAIT, TIMEOUT);
      Thread.sleep(3_000);
      claim("requests during a rollback", load.sent());
      claim("of those failed", load.failed().size());
      assertThat(load.failed()).isEmpty();
    }
    assertThat(clinic.text(note)).contains("cough");
  }

  @Test
  @Order(6)
  void eachPodThatGoesIsReplaced() throws Exception {
    for (String component : List.of("api", "frontend", "bridge", "postgresql")) {
      boolean two = cluster.pods(component).size() > 1;
      List<String> failed;
      double seconds;
      try (Load load = new Load(cluster.door())) {
        cluster.delete(cluster.pods(component).get(0), 60);
        Thread.sleep(1_000);
        seconds = cluster.await("a new " + component, cluster::allReady);
        failed = new ArrayList<>(load.failed());
      }
      claim("seconds until a pod of " + component + " is replaced", Math.round(seconds));
      if (two) {
        claim("requests that failed meanwhile (" + component + ")", failed.size());
        assertThat(failed).as(component).isEmpty();
      }
    }
    assertThat(clinic.text(note)).contains("cough");
  }

  /** A note is drafted of a visit so long that there is time to kill who does it. */
  @Test
  @Order(7)
  void aJobWhosePodIsKilledIsFinishedByTheOther() throws Exception {
    String longVisit = clinic.begin();
    String job = clinic.draftOfALongVisit(longVisit);
    String[] killed = new String[1];
    cluster.await(
        "a replica that does the job",
        () -> {
          killed[0] =
              cluster.query(
                  "select picked_by from scheduled_tasks where picked and task_name not like"
                      + " '%stream%' limit 1");
          return !killed[0].isBlank();
        });
    String pod =
        cluster.pods("api").stream()
            .filter(name -> killed[0].contains(name))
            .findFirst()
            .orElse("");
    assertThat(pod).as("picked by " + killed[0]).isNotEmpty();
    long begin = System.nanoTime();
    cluster.delete(pod, 0);

    String written = clinic.result(job);

    claim(
        "seconds until the other replica has done a killed one's job",
        (System.nanoTime() - begin) / 1_000_000_000);
    assertThat(clinic.text(written)).contains("cough");
    assertThat(clinic.notes(longVisit)).isEqualTo(1);
    claim("notes that came of that job", 1);
    cluster.await("all are ready", cluster::allReady);
  }

  @Test
  @Order(8)
  void whatIsUninstalledAndInstalledAgainHasItsData() throws Exception {
    String before = clinic.text(note);
    cluster.helm("uninstall", Cluster.RELEASE, WAIT, TIMEOUT);
    cluster.await("no pod", () -> cluster.pods("api").isEmpty());
    claim("volumes that stay", cluster.claims());
    assertThat(cluster.claims()).isEqualTo(2);

    install();

    clinic = clinic.at(cluster.door());
    assertThat(clinic.text(note)).isEqualTo(before);
    claim("a note after uninstalling and installing again", "the same");
  }
}
