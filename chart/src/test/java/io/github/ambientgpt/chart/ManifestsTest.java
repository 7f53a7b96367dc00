package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for everything that the chart renders, with each file of values. */
class ManifestsTest {
  /** What the values name without the chart making it. */
  private static final Set<String> OTHERS =
      Set.of(
          "hospital-ca",
          "notes-bridge",
          "notes-db",
          "notes-key",
          "notes-login",
          "notes-metrics",
          "notes-oidc",
          "notes-s3",
          "notes-test",
          "sound");

  /** Rendered once, since nothing here changes the cluster. */
  private static final Map<Path, List<HasMetadata>> RENDERED = new HashMap<>();

  static List<Path> cases() {
    return Chart.cases();
  }

  private static List<HasMetadata> objects(Path file) {
    PlayedCluster.empty();
    return RENDERED.computeIfAbsent(file, one -> Chart.values(one).objects());
  }

  @Test
  void thereAreCasesOfEachKind() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFieldIsOneThatKubernetesKnows(Path file) {
    for (HasMetadata object : objects(file)) {
      assertThat(UnknownFields.of(object)).as(name(object)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesAreUniqueShortAndLabelled(Path file) {
    Set<String> names = new HashSet<>();
    for (HasMetadata object : objects(file)) {
      assertThat(names.add(name(object))).as(name(object)).isTrue();
      assertThat(object.getMetadata().getName()).hasSizeLessThanOrEqualTo(63);
      if (object.getMetadata().getName().startsWith(Chart.RELEASE + "-ambient")) {
        assertThat(object.getMetadata().getLabels())
            .as(name(object))
            .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
            .containsKeys("app.kubernetes.io/version", "helm.sh/chart");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPodPassesTheRestrictedStandard(Path file) {
    for (Pods.Template pod : Pods.of(objects(file))) {
      assertThat(Restricted.violations(pod.spec())).as(pod.name()).isEmpty();
      assertThat(pod.spec().getAutomountServiceAccountToken()).as(pod.name()).isFalse();
      assertThat(pod.spec().getEnableServiceLinks()).as(pod.name()).isFalse();
      for (Container container : Pods.containers(pod.spec())) {
        String where = pod.name() + "/" + container.getName();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).as(where).isTrue();
        assertThat(container.getVolumeMounts())
            .as(where)
            .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
        assertThat(container.getResources().getRequests()).as(where).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits())
            .as(where)
            .containsKey("memory")
            .doesNotContainKey("cpu");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noSecretIsInAnEnvironmentOrAConfigMap(Path file) {
    List<HasMetadata> objects = objects(file);
    for (Pods.Template pod : Pods.of(objects)) {
      for (Container container : Pods.containers(pod.spec())) {
        for (EnvVar variable : container.getEnv()) {
          assertThat(variable.getValueFrom()).as(pod.name() + " " + variable.getName()).isNull();
          assertThat(variable.getName())
              .as(pod.name())
              .doesNotMatch(".*(TOKEN|PASSWORD|SECRET|CODE)$");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMountHasAVolumeAndEveryVolumeIsMountedAndThere(Path file) {
    List<HasMetadata> objects = objects(file);
    Set<String> there =
        objects.stream()
            .map(object -> object.getKind() + "/" + object.getMetadata().getName())
            .collect(Collectors.toSet());
    for (Pods.Template pod : Pods.of(objects)) {
      Set<String> volumes = new HashSet<>(pod.claims());
      for (Volume volume : pod.spec().getVolumes()) {
        volumes.add(volume.getName());
        for (String needed : needed(volume)) {
          assertThat(there.contains(needed) || OTHERS.contains(needed.replaceFirst(".*/", "")))
              .as(pod.name() + " needs " + needed)
              .isTrue();
        }
      }
      Set<String> mounted =
          Pods.containers(pod.spec()).stream()
              .flatMap(container -> container.getVolumeMounts().stream())
              .map(VolumeMount::getName)
              .collect(Collectors.toSet());
      assertThat(mounted).as(pod.name()).isEqualTo(volumes);
    }
  }

  private static List<String> needed(Volume volume) {
    List<String> names = new ArrayList<>();
    SecretVolumeSource secret = volume.getSecret();
    if (secret != null) {
      names.add("Secret/" + secret.getSecretName());
    }
    if (volume.getConfigMap() != null) {
      names.add("ConfigMap/" + volume.getConfigMap().getName());
    }
    if (volume.getPersistentVolumeClaim() != null) {
      names.add("PersistentVolumeClaim/" + volume.getPersistentVolumeClaim().getClaimName());
    }
    if (volume.getProjected() != null) {
      volume
          .getProjected()
          .getSources()
          .forEach(source -> names.add("Secret/" + source.getSecret().getName()));
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyServiceAndEveryRuleReachesAPodAndAPortOfIt(Path file) {
    List<HasMetadata> objects = objects(file);
    List<Pods.Template> pods = Pods.of(objects);
    for (HasMetadata object : objects) {
      if (object instanceof Service service) {
        List<Pods.Template> chosen = chosen(pods, service.getSpec().getSelector());
        assertThat(chosen).as(name(object)).hasSize(1);
        service
            .getSpec()
            .getPorts()
            .forEach(
                port ->
                    assertThat(ports(chosen.get(0)).map(ContainerPort::getName))
                        .as(name(object))
                        .contains(port.getTargetPort().getStrVal()));
      }
      if (object instanceof NetworkPolicy policy) {
        List<Pods.Template> chosen =
            chosen(pods, policy.getSpec().getPodSelector().getMatchLabels());
        assertThat(chosen).as(name(object)).hasSize(1);
        policy.getSpec().getIngress().stream()
            .flatMap(rule -> rule.getPorts().stream())
            .forEach(
                port ->
                    assertThat(ports(chosen.get(0)).map(ContainerPort::getContainerPort))
                        .as(name(object))
                        .contains(port.getPort().getIntVal()));
        policy.getSpec().getEgress().stream()
            .flatMap(rule -> rule.getTo().stream())
            .filter(peer -> peer.getPodSelector() != null)
            .forEach(
                peer ->
                    assertThat(chosen(pods, peer.getPodSelector().getMatchLabels()))
                        .as(name(object))
                        .hasSize(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereThereArePoliciesEveryPodHasOneAndMayLookUpNames(Path file) {
    List<HasMetadata> objects = objects(file);
    List<NetworkPolicy> policies =
        objects.stream()
            .filter(NetworkPolicy.class::isInstance)
            .map(NetworkPolicy.class::cast)
            .toList();
    if (policies.isEmpty()) {
      return; // networkPolicy.enabled=false, and NOTES warn
    }
    assertThat(policies).hasSameSizeAs(Pods.of(objects));
    for (NetworkPolicy policy : policies) {
      assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
      boolean asks = !name(policy).endsWith("-postgresql");
      assertThat(
              policy.getSpec().getEgress().stream()
                  .flatMap(rule -> rule.getPorts().stream())
                  .filter(port -> port.getPort().getIntVal() == 53)
                  .map(port -> port.getProtocol()))
          .as(name(policy))
          .containsExactlyElementsOf(asks ? List.of("UDP", "TCP") : List.of());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noRolloutTakesAPodAwayBeforeAnotherServes(Path file) {
    for (HasMetadata object : objects(file)) {
      if (object instanceof Deployment deployment
          && !deployment.getSpec().getStrategy().equals(recreate())) {
        assertThat(
                deployment
                    .getSpec()
                    .getStrategy()
                    .getRollingUpdate()
                    .getMaxUnavailable()
                    .getValue())
            .as(name(object))
            .isEqualTo(0);
      }
      if (object instanceof Deployment deployment) {
        PodSpec spec = deployment.getSpec().getTemplate().getSpec();
        Container container = spec.getContainers().get(0);
        long sleep = container.getLifecycle().getPreStop().getSleep().getSeconds();
        Long grace = spec.getTerminationGracePeriodSeconds();
        assertThat(grace == null ? 30 : grace).as(name(object)).isGreaterThan(sleep + 10);
        assertThat(
                container.getStartupProbe().getFailureThreshold()
                    * container.getStartupProbe().getPeriodSeconds())
            .as(name(object))
            .isGreaterThanOrEqualTo(120);
      }
    }
  }

  private static io.fabric8.kubernetes.api.model.apps.DeploymentStrategy recreate() {
    return new io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder()
        .withType("Recreate")
        .build();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anAutoscaledDeploymentLeavesItsCountToTheAutoscaler(Path file) {
    List<HasMetadata> objects = objects(file);
    Map<String, Deployment> deployments =
        objects.stream()
            .filter(Deployment.class::isInstance)
            .map(Deployment.class::cast)
            .collect(Collectors.toMap(d -> d.getMetadata().getName(), d -> d));
    for (HasMetadata object : objects) {
      if (object instanceof HorizontalPodAutoscaler autoscaler) {
        Deployment target = deployments.get(autoscaler.getSpec().getScaleTargetRef().getName());
        assertThat(target.getSpec().getReplicas()).as(name(object)).isNull();
        assertThat(autoscaler.getSpec().getMetrics()).as(name(object)).isNotEmpty();
      }
      if (object instanceof PodDisruptionBudget budget) {
        Deployment target =
            deployments.values().stream()
                .filter(
                    d ->
                        d.getSpec()
                            .getSelector()
                            .getMatchLabels()
                            .equals(budget.getSpec().getSelector().getMatchLabels()))
                .findFirst()
                .orElseThrow();
        Integer replicas = target.getSpec().getReplicas();
        assertThat(replicas == null || replicas > 1).as(name(object)).isTrue();
      }
    }
  }

  private static List<Pods.Template> chosen(List<Pods.Template> pods, Map<String, String> labels) {
    return pods.stream()
        .filter(pod -> pod.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  private static Stream<ContainerPort> ports(Pods.Template pod) {
    return pod.spec().getContainers().stream().flatMap(c -> c.getPorts().stream());
  }

  private static String name(HasMetadata object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }
}
