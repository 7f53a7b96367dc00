package io.github.ambientgpt.api;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps one example of each operation: the first that went well. What is different each time (ids,
 * times) is made the same, and what is long is cut.
 */
final class Examples implements Service.Witness {
  private static final String RESOURCE = "io/github/ambientgpt/api/openapi/examples.json";

  /** The source, and what the build made of it, which the service reads. */
  private static final List<Path> FILES =
      List.of(
          Path.of("src", "test", "resources").resolve(RESOURCE),
          Path.of("target", "test-classes").resolve(RESOURCE));

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern DAY = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\d\"");
  private static final Pattern MODELS = Pattern.compile("[^\"\\s(]*ambient-gpt-models\\d+[\\\\/]*");
  private static final Pattern TOOK = Pattern.compile("(\"seconds\" : )\\d+\\.\\d{2,}");
  private static final Pattern METADATA = Pattern.compile("encounterId ([A-Za-z0-9+/=]{48})");
  private static final Pattern SECRET =
      Pattern.compile("(\"(?:secret|key|code)\" : \"[^\"]{4})[^\"]{16,}");
  private static final Set<String> NOT_DOCUMENTED =
      Set.of("authorization", "content-type", "cookie", "x-csrf-token");
  private static final int MOST_ITEMS = 2;
  private static final int LONGEST = 300;

  private final Map<String, ObjectNode> examples = new TreeMap<>();

  @Override
  public void saw(
      String operation,
      Map<String, String> path,
      HttpRequest request,
      Optional<String> body,
      Service.Answer answer) {
    if (answer.status() / 100 != 2 || examples.containsKey(operation)) {
      return;
    }
    ObjectNode example = JSON.createObjectNode();
    ObjectNode parameters = example.putObject("parameters");
    path.forEach(parameters::put);
    query(request).forEach(parameters::put);
    request
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_DOCUMENTED.contains(name.toLowerCase(Locale.ROOT))) {
                parameters.put(name, values.get(0));
              }
            });
    body.ifPresent(
        text ->
            example.putObject("request").put("type", "application/json").set("body", json(text)));
    ObjectNode answered = example.putObject("answer").put("status", "" + answer.status());
    Service.mediaType(answer.http())
        .filter(type -> answer.http().body().length > 0)
        .filter(type -> type.endsWith("json") || type.startsWith("text/"))
        .ifPresent(
            type ->
                answered
                    .put("type", type)
                    .set(
                        "body",
                        shortened(
                            type.endsWith("json")
                                ? answer.json()
                                : JSON.getNodeFactory().stringNode(answer.text()))));
    examples.put(operation, example);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static Map<String, String> query(HttpRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    String query = request.uri().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  private static JsonNode shortened(JsonNode node) {
    if (node.isString()) {
      String text = MODELS.matcher(node.asString()).replaceAll("models/");
      return JSON.getNodeFactory()
          .stringNode(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode fewer = JSON.createArrayNode();
      array.valueStream().limit(MOST_ITEMS).forEach(item -> fewer.add(shortened(item)));
      return fewer;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      object.propertyStream().forEach(each -> copy.set(each.getKey(), shortened(each.getValue())));
      return copy;
    }
    return node;
  }

  Set<String> operations() {
    return examples.keySet();
  }

  /** Each takes the place of that of the same operation. */
  void write() throws IOException {
    Map<String, JsonNode> all = new TreeMap<>();
    JSON.readTree(Files.readString(FILES.get(0)))
        .propertyStream()
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    all.putAll(examples);
    String text = alike(JSON.writeValueAsString(all)).replace("\r\n", "\n") + "\n";
    for (Path file : FILES) {
      Files.writeString(file, text);
    }
  }

  private static String alike(String text) {
    Map<String, String> ids = new LinkedHashMap<>();
    String same = ID.matcher(text).replaceAll(found -> id(ids, found.group()));
    same = TIME.matcher(same).replaceAll("2026-03-02T09:30:00Z");
    same = SECRET.matcher(same).replaceAll("$1…");
    same = TOOK.matcher(same).replaceAll("$10.5");
    same = DAY.matcher(same).replaceAll("\"2026-03-02\"");
    return METADATA
        .matcher(same)
        .replaceAll(
            found -> {
              String id = new String(Base64.getDecoder().decode(found.group(1)));
              return "encounterId "
                  + Base64.getEncoder()
                      .encodeToString(id(ids, id).getBytes(StandardCharsets.US_ASCII));
            });
  }

  /** The same for the same, in the order in which they appear. */
  private static String id(Map<String, String> ids, String id) {
    return ids.computeIfAbsent(
        id, each -> "01954ae0-7000-7000-8000-%012d".formatted(ids.size() + 1));
  }
}
