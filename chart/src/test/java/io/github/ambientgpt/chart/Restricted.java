package io.github.ambientgpt.chart;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * Kubernetes' Pod Security Standard <em>restricted</em>, as its documentation has it for Linux. The
 * cluster test asks the real admission.
 */
final class Restricted {
  private Restricted() {}

  static List<String> violations(PodSpec pod) {
    List<String> found = new ArrayList<>();
    if (isTrue(pod.getHostNetwork()) || isTrue(pod.getHostPID()) || isTrue(pod.getHostIPC())) {
      found.add("a namespace of the host");
    }
    PodSecurityContext all = pod.getSecurityContext();
    if (all == null || !isTrue(all.getRunAsNonRoot())) {
      found.add("may run as root");
    }
    if (all == null
        || all.getSeccompProfile() == null
        || !all.getSeccompProfile().getType().equals("RuntimeDefault")) {
      found.add("no seccomp profile");
    }
    if (all != null && Long.valueOf(0).equals(all.getRunAsUser())) {
      found.add("runs as root");
    }
    for (Volume volume : pod.getVolumes()) {
      if (volume.getConfigMap() == null
          && volume.getEmptyDir() == null
          && volume.getPersistentVolumeClaim() == null
          && volume.getProjected() == null
          && volume.getSecret() == null) {
        found.add("volume " + volume.getName() + " of another kind");
      }
    }
    for (Container container : Pods.containers(pod)) {
      container(container, found);
    }
    return found;
  }

  private static void container(Container container, List<String> found) {
    SecurityContext context = container.getSecurityContext();
    String name = container.getName();
    if (context == null || !Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())) {
      found.add(name + " may gain privileges");
    }
    if (context == null
        || context.getCapabilities() == null
        || !context.getCapabilities().getDrop().contains("ALL")
        || !context.getCapabilities().getAdd().isEmpty()) {
      found.add(name + " has capabilities");
    }
    if (context != null
        && (isTrue(context.getPrivileged())
            || Boolean.FALSE.equals(context.getRunAsNonRoot())
            || Long.valueOf(0).equals(context.getRunAsUser()))) {
      found.add(name + " is privileged");
    }
    if (container.getPorts().stream().anyMatch(port -> port.getHostPort() != null)) {
      found.add(name + " takes a port of the host");
    }
  }

  private static boolean isTrue(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
