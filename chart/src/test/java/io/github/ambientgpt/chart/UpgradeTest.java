package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.UpgradeCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What has to stay as it is from one version to the next. */
class UpgradeTest {
  private static final String FULL_NAME = Chart.RELEASE + "-ambient-gpt-notes";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /**
   * As the last release rendered it; see {@link
   * #fieldsThatKubernetesNeverChangesAreThoseOfTheLastRelease}.
   */
  private static final Path LAST = Path.of("src/test/resources/immutable.json").toAbsolutePath();

  @BeforeEach
  void cluster() {
    PlayedCluster.empty();
  }

  /** Where this is meant to change, the release notes have to say what an operator does. */
  @Test
  void fieldsThatKubernetesNeverChangesAreThoseOfTheLastRelease() throws IOException {
    Map<String, Object> fields = new TreeMap<>();
    for (Path file : Chart.cases()) {
      for (HasMetadata object : Chart.values(file).objects()) {
        Object fixed = fixed(object);
        if (fixed != null) {
          fields.put(
              file.getFileName() + " " + object.getKind() + "/" + object.getMetadata().getName(),
              fixed);
        }
      }
    }
    JsonNode now = JSON.readTree(Chart.YAML.asJson(fields));
    if (Boolean.getBoolean("immutable.write")) {
      Files.createDirectories(LAST.getParent());
      Files.writeString(LAST, JSON.writeValueAsString(now) + "\n");
    }
    JsonNode before = JSON.readTree(Files.readString(LAST));
    for (String name : before.propertyNames()) {
      if (now.has(name)) { // what is gone may be gone
        assertThat(now.path(name)).as(name).isEqualTo(before.path(name));
      }
    }
    assertThat(now.propertyNames())
        .as("written anew by ./mvnw -pl chart test -Dtest=UpgradeTest -Dimmutable.write=true")
        .containsAnyElementsOf(before.propertyNames());
  }

  private static Object fixed(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return deployment.getSpec().getSelector();
    }
    if (object instanceof StatefulSet set) {
      return List.of(
          set.getSpec().getSelector(),
          set.getSpec().getServiceName(),
          set.getSpec().getVolumeClaimTemplates());
    }
    if (object instanceof Service service) {
      return String.valueOf(service.getSpec().getClusterIP());
    }
    if (object instanceof PersistentVolumeClaim claim) {
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("accessModes", claim.getSpec().getAccessModes());
      spec.put("storageClassName", claim.getSpec().getStorageClassName());
      return spec;
    }
    return null;
  }

  @Test
  void anotherVersionOrOtherModelsMakeAnotherJobSinceAJobCannotBeChanged() {
    Path ollama = Chart.CASES.resolve("ollama-values.yaml");

    assertThat(job(Chart.values(ollama)))
        .isNotEqualTo(job(Chart.values(ollama).with("ollama.models[0]", "llama3")));
    assertThat(job(Chart.values(ollama))).isEqualTo(job(Chart.values(ollama)));
  }

  private static String job(Chart.Values values) {
    return values.objects().stream()
        .filter(Job.class::isInstance)
        .map(object -> object.getMetadata().getName())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSecretThatIsThereStaysAsItIs() {
    PlayedCluster.empty()
        .withSecret(FULL_NAME + "-bridge", Map.of("token", "as-it-was"))
        .withSecret(FULL_NAME + "-encryption", Map.of("master-key.json", "{}"));

    Map<String, String> secrets = secrets();

    assertThat(secrets)
        .containsEntry(FULL_NAME + "-bridge token", "as-it-was")
        .containsEntry(FULL_NAME + "-encryption master-key.json", "{}");
    assertThat(secrets.get(FULL_NAME + "-login setup-code")).hasSizeGreaterThan(20);
  }

  @Test
  void aNewKeyIsAKeysetThatTinkReads() {
    JsonNode keyset = JSON.readTree(secrets().get(FULL_NAME + "-encryption master-key.json"));
    JsonNode key = keyset.path("key").path(0);
    byte[] value = Base64.getDecoder().decode(key.at("/keyData/value").asString());

    assertThat(keyset.path("primaryKeyId").asLong()).isEqualTo(key.path("keyId").asLong());
    assertThat(key.at("/keyData/typeUrl").asString())
        .isEqualTo("type.googleapis.com/google.crypto.tink.AesGcmKey");
    assertThat(value).hasSize(34).startsWith(0x1a, 32); // a protobuf with one field of 32 bytes
    assertThat(secrets().get(FULL_NAME + "-encryption master-key.json"))
        .isNotEqualTo(JSON.writeValueAsString(keyset));
  }

  private static Map<String, String> secrets() {
    Map<String, String> all = new LinkedHashMap<>();
    for (HasMetadata object : Chart.values().objects()) {
      if (object instanceof Secret secret) {
        assertThat(secret.getMetadata().getAnnotations())
            .containsEntry("helm.sh/resource-policy", "keep");
        secret
            .getData()
            .forEach(
                (key, value) ->
                    all.put(
                        secret.getMetadata().getName() + " " + key,
                        new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
      }
    }
    return all;
  }

  @Test
  void dataOutlivesTheRelease() {
    Path postgresql = Chart.CASES.resolve("postgresql-values.yaml");
    for (HasMetadata object : Chart.values(postgresql).objects()) {
      if (object instanceof PersistentVolumeClaim claim) {
        assertThat(claim.getMetadata().getAnnotations())
            .containsEntry("helm.sh/resource-policy", "keep");
      }
      if (object instanceof StatefulSet set) {
        assertThat(set.getSpec().getPersistentVolumeClaimRetentionPolicy().getWhenDeleted())
            .isEqualTo("Retain");
      }
    }
  }

  @Test
  void anUpgradeThatWouldLeaveDataBehindIsRefused() {
    Map<String, String> before =
        Map.of(
            "ambient-gpt/database",
            "embedded",
            "ambient-gpt/sound",
            "volume",
            "ambient-gpt/claim",
            FULL_NAME + "-data",
            "ambient-gpt/key",
            FULL_NAME + "-encryption");
    PlayedCluster cluster =
        PlayedCluster.empty()
            .withRelease(Chart.RELEASE)
            .withDeployment(FULL_NAME + "-api", owned(before));

    assertThatCode(() -> upgrade(cluster, Map.of())).doesNotThrowAnyException();
    Map<String, Map<String, Object>> changes =
        Map.of(
            "ambient-gpt/database is embedded and would become " + FULL_NAME + "-postgresql:5432",
            Map.of("database.kind", "postgresql", "postgresql.enabled", true),
            "ambient-gpt/sound is volume and would become s3:sound",
            Map.of("s3.bucket", "sound"),
            "ambient-gpt/claim is " + FULL_NAME + "-data and would become none",
            Map.of("api.persistence.enabled", false),
            "ambient-gpt/key is " + FULL_NAME + "-encryption and would become mine",
            Map.of("encryption.existingSecret", "mine"));
    changes.forEach(
        (says, set) -> {
          assertThatThrownBy(() -> upgrade(cluster, set))
              .hasMessageContaining("this upgrade would leave data behind: ")
              .hasMessageContaining(says)
              .hasMessageContaining("allowDataChange=true");
          Map<String, Object> allowed = new LinkedHashMap<>(set);
          allowed.put("allowDataChange", true);
          assertThatCode(() -> upgrade(cluster, allowed)).doesNotThrowAnyException();
        });
  }

  private static Map<String, String> owned(Map<String, String> annotations) {
    Map<String, String> all = new LinkedHashMap<>(annotations);
    all.put("meta.helm.sh/release-name", Chart.RELEASE);
    all.put("meta.helm.sh/release-namespace", PlayedCluster.NAMESPACE);
    return all;
  }

  private static void upgrade(PlayedCluster cluster, Map<String, Object> set) {
    UpgradeCommand upgrade =
        new Helm(Chart.FOLDER)
            .upgrade()
            .withName(Chart.RELEASE)
            .withNamespace(PlayedCluster.NAMESPACE)
            .withKubeConfigContents(cluster.kubeconfig())
            .disableOpenApiValidation()
            .dryRun()
            .withDryRunOption(DryRun.SERVER);
    set.forEach(upgrade::set);
    upgrade.call();
  }
}
