package io.github.ambientgpt.chart;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pods that manifests lead to. */
final class Pods {
  private Pods() {}

  /**
   * @param claims the volumes that a StatefulSet makes besides
   */
  record Template(String name, Map<String, String> labels, PodSpec spec, List<String> claims) {}

  static List<Template> of(List<HasMetadata> objects) {
    List<Template> pods = new ArrayList<>();
    for (HasMetadata object : objects) {
      if (object instanceof Deployment deployment) {
        pods.add(template(object, deployment.getSpec().getTemplate(), List.of()));
      } else if (object instanceof StatefulSet set) {
        List<String> claims =
            set.getSpec().getVolumeClaimTemplates().stream()
                .map(claim -> claim.getMetadata().getName())
                .toList();
        pods.add(template(object, set.getSpec().getTemplate(), claims));
      } else if (object instanceof Job job) {
        pods.add(template(object, job.getSpec().getTemplate(), List.of()));
      } else if (object instanceof Pod pod) {
        pods.add(
            new Template(name(object), pod.getMetadata().getLabels(), pod.getSpec(), List.of()));
      }
    }
    return pods;
  }

  private static Template template(
      HasMetadata object, PodTemplateSpec template, List<String> claims) {
    return new Template(
        name(object), template.getMetadata().getLabels(), template.getSpec(), claims);
  }

  private static String name(HasMetadata object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }

  static List<Container> containers(PodSpec spec) {
    return Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream()).toList();
  }
}
