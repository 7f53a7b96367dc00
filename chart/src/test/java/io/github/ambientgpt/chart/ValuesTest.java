package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.github.ambientgpt.chart.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values, their schema, the templates and the README say the same. */
class ValuesTest {
  private static final Path SCHEMA = Chart.SOURCES.resolve("values.schema.json");
  private static final Path README = Chart.SOURCES.resolve("README.md");
  private static final Pattern USED = Pattern.compile("\\.Values((?:\\.[A-Za-z0-9]+)+)");

  /** What holds in each component, reached by its name. */
  private static final Pattern USED_OF_A_COMPONENT = Pattern.compile("\\$v((?:\\.[A-Za-z0-9]+)+)");

  private static final List<String> COMPONENTS = List.of("api", "bridge", "frontend");

  /** Only Helm reads it, where this chart is part of another. */
  private static final Set<String> OF_HELM = Set.of("enabled");

  @BeforeEach
  void cluster() {
    PlayedCluster.empty();
  }

  private static JsonNode values() throws IOException {
    Map<?, ?> values =
        Serialization.unmarshal(
            Files.readString(Chart.SOURCES.resolve("values.yaml")), LinkedHashMap.class);
    return JsonMapper.shared().valueToTree(values);
  }

  @Test
  void theSchemaKnowsEachValueAndNoOtherAndIsClosed() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
    List<String> wrong = new ArrayList<>();
    compare("", values(), schema, schema, wrong);
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      String path, JsonNode value, JsonNode schema, JsonNode root, List<String> wrong) {
    JsonNode resolved =
        schema.has("$ref")
            ? root.at(schema.path("$ref").asString().replaceFirst("^#", ""))
            : schema;
    JsonNode properties = resolved.path("properties");
    if (properties.isMissingNode()) {
      if (value.isObject() && !resolved.path("type").asString("").equals("object")) {
        wrong.add(path + " is a map");
      }
      return;
    }
    if (!path.equals(".global") && resolved.path("additionalProperties").asBoolean(true)) {
      wrong.add(path + " is open");
    }
    for (String name : value.propertyNames()) {
      if (!properties.has(name)) {
        wrong.add(path + "." + name + " has no schema");
      }
    }
    for (String name : properties.propertyNames()) {
      if (path.isEmpty() && OF_HELM.contains(name) || optional(resolved, path)) {
        continue;
      }
      if (!value.has(name)) {
        wrong.add(path + "." + name + " has no value");
      } else {
        compare(path + "." + name, value.path(name), properties.path(name), root, wrong);
      }
    }
  }

  /** Maps whose keys are known, none of which has to be there. */
  private static boolean optional(JsonNode schema, String path) {
    return path.endsWith(".resources") || path.endsWith(".roles") || schema.isMissingNode();
  }

  @Test
  void eachValueThatATemplateReadsIsThere() throws IOException {
    JsonNode values = values();
    Set<String> missing = new TreeSet<>();
    for (String template : templates()) {
      find(USED, template).stream()
          .filter(path -> values.at(pointer(path)).isMissingNode())
          .filter(path -> !path.startsWith(".login.oidc.roles."))
          .forEach(missing::add);
      for (String component : COMPONENTS) {
        find(USED_OF_A_COMPONENT, template).stream()
            .filter(path -> values.path(component).at(pointer(path)).isMissingNode())
            .forEach(path -> missing.add("." + component + path));
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> find(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String pointer(String path) {
    return path.replace('.', '/');
  }

  private static List<String> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Chart.SOURCES.resolve("templates"))) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  /**
   * What no template names, but hands on as part of something, is changed to see whether it tells.
   */
  @Test
  void eachValueIsRead() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String template : templates()) {
      find(USED, template).forEach(path -> read.add(path.substring(1)));
      for (String component : COMPONENTS) {
        find(USED_OF_A_COMPONENT, template).forEach(path -> read.add(component + path));
      }
    }
    List<String> paths = new ArrayList<>();
    leaves("", values(), paths);
    assertThat(paths).hasSizeGreaterThan(100);
    List<String> unnamed = paths.stream().filter(path -> !read.contains(path)).toList();
    List<Case> cases = new ArrayList<>();
    for (Path file : Chart.cases()) {
      cases.add(
          new Case(Files.readString(file), Chart.values(file), stable(Chart.values(file).text())));
    }
    List<String> unused = new ArrayList<>();
    for (String path : unnamed) {
      JsonNode value = values().at(pointer("." + path));
      String top = path.replaceFirst("\\..*", "");
      if (cases.stream()
          .sorted(Comparator.comparing(one -> !one.text().contains(top + ":")))
          .noneMatch(one -> changes(one, path, value))) {
        unused.add(path);
      }
    }
    assertThat(unused).isEmpty();
  }

  private record Case(String text, Values values, String rendered) {}

  private static boolean changes(Case one, String path, JsonNode value) {
    for (Map<String, Object> other : others(path, value)) {
      Values changed = one.values();
      for (Map.Entry<String, Object> entry : other.entrySet()) {
        changed = changed.with(entry.getKey(), entry.getValue());
      }
      try {
        if (!stable(changed.text()).equals(one.rendered())) {
          return true;
        }
      } catch (RuntimeException e) {
        // refused with this case, or not of that type: another may take it
      }
    }
    return false;
  }

  /** What is made anew each time where there is no cluster. */
  private static String stable(String rendered) {
    return rendered.replaceAll("(?m)^  [a-z.-]+: [A-Za-z0-9+/]{24,}={0,2}$", "  generated");
  }

  private static void leaves(String path, JsonNode value, List<String> paths) {
    if (value.isObject() && !value.isEmpty()) {
      for (String name : value.propertyNames()) {
        leaves(path.isEmpty() ? name : path + "." + name, value.path(name), paths);
      }
    } else {
      paths.add(path);
    }
  }

  /** Values of the same shape, one of which the schema takes. */
  private static List<Map<String, Object>> others(String path, JsonNode value) {
    if (value.isBoolean()) {
      return List.of(Map.of(path, !value.asBoolean()), Map.of(path, value.asBoolean()));
    }
    if (value.isObject()) {
      return List.of(
          Map.of(path + ".changed", "yes"),
          Map.of(path + ".requests.cpu", "77m"),
          Map.of(path + ".clinician[0]", "others"),
          Map.of(path + ".scaleUp.stabilizationWindowSeconds", 77));
    }
    if (value.isArray()) {
      return List.of(
          Map.of(path + "[0]", "ReadWriteOncePod"),
          Map.of(path + "[0]", "changed"),
          Map.of(path + "[0].name", "changed", path + "[0].key", "changed"),
          Map.of(path + "[0].name", "data", path + "[0].mountPath", "/changed"));
    }
    return List.of(
        Map.of(path, 77),
        Map.of(path, "changed"),
        Map.of(path, "https://changed"),
        Map.of(path, "77Gi"),
        Map.of(path, "77s"),
        Map.of(path, "Never"),
        Map.of(path, "NodePort"),
        Map.of(path, "oidc"),
        Map.of(path, "postgresql"),
        Map.of(path, "embedded", "postgresql.enabled", false, "api.replicas", 1),
        Map.of(path, "verify-ca"),
        Map.of(path, "sha256:1111111111111111111111111111111111111111111111111111111111111111"));
  }

  @Test
  void theReadmeIsWhatTheCommentsSay() throws IOException {
    String made = ReadmeOfChart.of(Chart.SOURCES);
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(README, made);
    }
    assertThat(Files.readString(README).replace("\r\n", "\n"))
        .as("written anew by ./mvnw -pl chart test -Dtest=ValuesTest -Dreadme.write=true")
        .isEqualTo(made);
  }

  @Test
  void eachValueHasAComment() throws IOException {
    assertThat(ReadmeOfChart.undescribed(Chart.SOURCES)).isEmpty();
  }
}
