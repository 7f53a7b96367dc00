package io.github.ambientgpt.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart as Maven puts it together, rendered by Helm's own library. */
final class Chart {
  /** As Maven leaves it, beside what is in the sources. */
  static final Path FOLDER = Path.of(System.getProperty("chart.folder"));

  /** The same, but Helm's library leaves hooks out, and here they are to be seen. */
  private static final Path WITHOUT_HOOKS = withoutHooks();

  static final Path SOURCES = Path.of("ambient-gpt-notes").toAbsolutePath();
  static final Path CASES = Path.of("ci").toAbsolutePath();

  static final String RELEASE = "visits";
  static final String KUBERNETES = "1.34.0";

  /** Keeps the types of what the cluster would be given. */
  static final KubernetesSerialization YAML = new KubernetesSerialization();

  private Chart() {}

  private static Path withoutHooks() {
    Path copy = FOLDER.getParent().resolveSibling("played").resolve(FOLDER.getFileName());
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(FOLDER.relativize(file));
        Files.createDirectories(target.getParent());
        String text = Files.readString(file).replaceAll("(?m)^    helm.sh/hook.*\\R", "");
        Files.writeString(target, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** Every file of values that the chart is tried with. */
  static List<Path> cases() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith("-values.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Values values() {
    return new Values(List.of(), Map.of());
  }

  static Values values(Path file) {
    return new Values(List.of(file), Map.of());
  }

  /**
   * What it is rendered with, besides its defaults.
   *
   * @param files later ones win
   * @param set wins over them all; by Helm's paths
   */
  record Values(List<Path> files, Map<String, Object> set) {
    Values with(String path, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(set);
      more.put(path, value);
      return new Values(files, more);
    }

    Values with(Path file) {
      List<Path> more = new ArrayList<>(files);
      more.add(file);
      return new Values(more, set);
    }

    /**
     * The manifests as text.
     *
     * @throws IllegalStateException with what Helm says when the chart refuses
     */
    String text() {
      TemplateCommand template =
          new Helm(WITHOUT_HOOKS)
              .template()
              .withName(RELEASE)
              .withNamespace(PlayedCluster.NAMESPACE)
              .withKubeVersion(KUBERNETES);
      files.forEach(template::withValuesFile);
      set.forEach(template::set);
      return template.call();
    }

    /** The manifests as objects. */
    List<HasMetadata> objects() {
      Object all = YAML.unmarshal(text());
      return all instanceof HasMetadata one
          ? List.of(one)
          : ((List<?>) all).stream().map(HasMetadata.class::cast).toList();
    }
  }
}
