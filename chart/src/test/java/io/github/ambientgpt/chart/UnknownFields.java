package io.github.ambientgpt.chart;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a typed object has taken in without having a field for it: a word that is misspelt. */
final class UnknownFields {
  private UnknownFields() {}

  /** Paths; of custom resources, which have no type here, none. */
  static List<String> of(KubernetesResource object) {
    List<String> found = new ArrayList<>();
    if (!(object instanceof GenericKubernetesResource)) {
      look("", object, found);
    }
    return found;
  }

  private static void look(String path, Object value, List<String> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> look(path + "." + key, one, found));
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> look(path + "[]", one, found));
    } else if (value instanceof KubernetesResource) {
      for (Method method : value.getClass().getMethods()) {
        if (method.getParameterCount() != 0 || !method.getName().startsWith("get")) {
          continue;
        }
        if (method.getName().equals("getAdditionalProperties")) {
          ((Map<?, ?>) call(method, value)).keySet().forEach(key -> found.add(path + "." + key));
        } else if (KubernetesResource.class.isAssignableFrom(method.getReturnType())
            || Collection.class.isAssignableFrom(method.getReturnType())
            || Map.class.isAssignableFrom(method.getReturnType())) {
          look(path + "." + method.getName().substring(3), call(method, value), found);
        }
      }
    }
  }

  private static Object call(Method method, Object on) {
    try {
      return method.invoke(on);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
