package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.Service.Ask;
import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.api.login.People.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every operation of the document × every kind of caller, against the table access.tsv. */
@ApiTest
@TestPropertySource(
    properties = {
      "ambient-gpt.login.mode=password",
      "ambient-gpt.login.setup-code=" + People.CODE,
      "ambient-gpt.login.idle=59m" // a service of its own: it counts who guesses
    })
class AccessTableTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path TABLE = Path.of("src/test/resources/access.tsv");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  /** Whoever may do least comes first, so that what is deleted was there for all before. */
  private static final List<String> CALLERS =
      List.of("nobody", "auditor", "admin", "breaker", "stranger", "viewer", "editor", "owner");

  /**
   * For each rule, what each caller gets: y = let through, whatever comes of it then; 1 = nobody is
   * logged in; 3 = forbidden; 4 = there is no such thing.
   */
  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("public", "yyyyyyyy"),
          Map.entry("person", "1yyyyyyy"),
          Map.entry("admin", "13yy3333"),
          Map.entry("auditor", "1y333333"),
          Map.entry("clinician", "1333yyyy"),
          Map.entry("staff", "13yyyyyy"),
          // Of a visit: to read it, to change it, to do what its clinician alone does.
          Map.entry("read", "134y4yyy"),
          Map.entry("change", "133343yy"),
          Map.entry("own", "1333433y"),
          // Reads, but by POST: for those who work with it.
          Map.entry("look", "13334yyy"),
          // Of a recording that is being made, by GET.
          Map.entry("record", "134343yy"),
          // Of a visit's job: an admin has jobs of their own.
          Map.entry("work", "134343yy"));

  private final Service service;
  private final People people;
  private final JsonNode document;
  private final Map<String, Service> callers = new TreeMap<>();
  private final Map<String, String> objects = new TreeMap<>();
  private Person owner;

  AccessTableTest(@LocalServerPort int port) {
    service = Service.at(port);
    people = new People(service);
    document = service.get("/v3/api-docs").is(200).json();
  }

  @Test
  void everyOperationLetsThoseInWhomItsRowNames() throws IOException {
    prepare();
    Map<String, String> table = table();
    List<String> faults = new ArrayList<>();
    Set<String> without = new TreeSet<>();
    for (Operation operation : operations()) {
      String rule = table.remove(operation.id());
      if (rule == null) {
        without.add(operation.id());
        continue;
      }
      check(operation, RULES.get(rule), faults);
    }

    assertThat(without).as("Operations without a row in access.tsv").isEmpty();
    assertThat(table).as("Rows of access.tsv without an operation").isEmpty();
    assertThat(faults).isEmpty();
  }

  private void check(Operation operation, String expected, List<String> faults) {
    for (int i = 0; i < CALLERS.size(); i++) {
      String caller = CALLERS.get(i);
      Answer answer = ask(operation, callers.get(caller));
      String type = refusal(answer);
      String got =
          switch (type) {
            case "unauthenticated" -> "1";
            case "forbidden", "csrf" -> "3";
            case "not-found" -> isOfVisit(operation) ? "4" : "y";
            default -> "y";
          };
      if (!got.equals(expected.substring(i, i + 1))) {
        faults.add(
            "%s %s as %s: %s, wanted %s: %s"
                .formatted(
                    operation.method(),
                    operation.id(),
                    caller,
                    answer.status(),
                    expected.charAt(i),
                    answer.text().substring(0, Math.min(200, answer.text().length()))));
      }
    }
  }

  private static String refusal(Answer answer) {
    boolean told = answer.http().body().length > 0;
    if (told && answer.header("Content-Type").startsWith("application/problem+json")) {
      String type = answer.json().get("type").asString();
      boolean result = answer.json().path("detail").asString("").contains("no such result");
      return result ? "" : type.substring(type.lastIndexOf(':') + 1);
    }
    return switch (answer.status()) { // of HEAD, which has no body
      case 401 -> "unauthenticated";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      default -> "";
    };
  }

  private boolean isOfVisit(Operation operation) {
    return !operation.path().startsWith("/api/v1/models/")
        && !operation.path().startsWith("/api/v1/templates/")
        && !operation.path().startsWith("/api/v1/tokens/");
  }

  private static Map<String, String> table() throws IOException {
    Map<String, String> table = new LinkedHashMap<>();
    Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .forEach(row -> table.put(row[0], row[1]));
    return table;
  }

  private record Operation(String method, String path, String id, JsonNode described) {}

  /** Those last that change who may do what. */
  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .propertyStream()
        .forEach(
            path ->
                path.getValue()
                    .propertyStream()
                    .forEach(
                        each ->
                            operations.add(
                                new Operation(
                                    each.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    each.getValue().get("operationId").asString(),
                                    each.getValue()))));
    List<String> last = List.of("breakGlass", "logOut");
    operations.sort(java.util.Comparator.comparingInt(each -> last.indexOf(each.id())));
    return operations;
  }

  private void prepare() {
    owner = people.join(name("olga"), "clinician");
    Person editor = people.join(name("eddy"), "clinician");
    Person viewer = people.join(name("vera"), "clinician");
    Person spare = people.join(name("sam"), "clinician");
    Person breaker = people.join(name("bruno"), "admin");
    callers.put("nobody", service.browser());
    callers.put("owner", owner.service());
    callers.put("editor", editor.service());
    callers.put("viewer", viewer.service());
    callers.put("breaker", breaker.service());
    callers.put("stranger", people.join(name("fred"), "clinician").service());
    callers.put("admin", people.join(name("anna"), "admin").service());
    callers.put("auditor", people.join(name("aldo"), "auditor").service());

    Service own = owner.service();
    String visit = own.encounter("A visit").id().toString();
    String path = "/api/v1/encounters/" + visit;
    objects.put("encounters", visit);
    objects.put("users", spare.id().toString());
    objects.put("userId", spare.id().toString());
    objects.put(
        "recordings", own.post(path + "/recordings").file("a.wav", wav()).send().is(201).id() + "");
    objects.put("live", own.post(path + "/recordings:live").send().is(201).id().toString());
    String said = "Doctor: What brings you in?\nPatient: I have a dry cough for two weeks.";
    String transcript =
        own.post(path + "/transcripts")
            .body("text/plain", said.getBytes(StandardCharsets.UTF_8))
            .send()
            .is(201)
            .id()
            .toString();
    objects.put("transcripts", transcript);
    objects.put("utteranceId", "u2");
    Answer job =
        own.post(path + "/notes", "{\"transcriptId\":\"%s\"}".formatted(transcript)).is(202);
    objects.put("jobs", job.id().toString());
    Answer note = own.result(job);
    objects.put("notes", note.id().toString());
    objects.put("statementId", statement(note));
    share(own, path, editor.id(), true);
    share(own, path, viewer.id(), false);
    share(own, path, spare.id(), false);
    breaker
        .service()
        .post(
            path + ":break-glass", "{\"purpose\":\"technical\",\"reason\":\"It is only a test.\"}")
        .is(200);
  }

  private static String statement(Answer note) {
    for (JsonNode section : note.json().get("sections")) {
      for (JsonNode statement : section.get("statements")) {
        return statement.get("id").asString();
      }
    }
    throw new IllegalStateException("The note is empty: " + note.text());
  }

  private static byte[] wav() {
    return SpeechSample.wav(1);
  }

  private static void share(Service own, String visit, UUID with, boolean mayEdit) {
    own.ask("PUT", visit + "/shares/" + with)
        .json("{\"mayEdit\":%s}".formatted(mayEdit))
        .send()
        .is(204);
  }

  private static String name(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private Answer ask(Operation operation, Service caller) {
    Ask ask = caller.ask(operation.method(), path(operation) + query(operation));
    ask.header("If-Match", "\"999\"");
    if (operation.path().startsWith("/api/v1/uploads")) {
      ask.header("Tus-Resumable", "1.0.0").header("Upload-Length", "100");
      ask.header("Upload-Metadata", "encounterId " + base64(objects.get("encounters")));
      ask.header("Upload-Offset", "0");
      if (operation.id().equals("overrideUpload")) {
        ask.header("X-HTTP-Method-Override", "PATCH");
      }
      if (Set.of("appendToUpload", "overrideUpload").contains(operation.id())) {
        ask.body("application/offset+octet-stream", new byte[10]);
      }
      return ask.send();
    }
    if (operation.id().equals("uploadRecordingBytes")) {
      return ask.file("a.wav", wav()).send();
    }
    JsonNode body = operation.described().at("/requestBody/content");
    if (body.has("application/json")) {
      ask.json(example(body.get("application/json").get("schema"), ""));
    } else if (!body.isMissingNode()) {
      ask.body(body.propertyNames().iterator().next(), new byte[10]);
    }
    return ask.send();
  }

  private String path(Operation operation) {
    Matcher parameters = PARAMETER.matcher(operation.path());
    return parameters.replaceAll(
        parameter -> Matcher.quoteReplacement(value(operation, parameter.group(1))));
  }

  private String value(Operation operation, String name) {
    String kind = operation.path().split("/")[3];
    if (name.equals("id") || name.equals("encounterId")) {
      return switch (kind) {
        case "recordings" ->
            objects.get(operation.id().equals("finishLiveRecording") ? "live" : "recordings");
        case "uploads" -> upload();
        case "encounters" ->
            operation.id().equals("breakGlass")
                ? owner.service().encounter("Another").id().toString()
                : objects.get("encounters");
        case "models", "providers" -> "builtin";
        default -> objects.getOrDefault(kind, UUID.randomUUID().toString());
      };
    }
    return switch (name) {
      case "version" -> "1";
      case "kind" -> "patient-summary";
      default -> objects.getOrDefault(name, "SOAP");
    };
  }

  /** One of its own each time, since some end it. */
  private String upload() {
    Answer made =
        owner
            .service()
            .post("/api/v1/uploads")
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", "100")
            .header("Upload-Metadata", "encounterId " + base64(objects.get("encounters")))
            .send()
            .is(201);
    String location = made.header("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String query(Operation operation) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.described().path("parameters")) {
      if (parameter.path("in").asString("").equals("query")
          && parameter.path("required").asBoolean(false)) {
        String name = parameter.get("name").asString();
        query.add(name + "=" + example(parameter.get("schema"), name).asString());
      }
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private static String text(JsonNode schema, String name) {
    if (schema.path("format").asString("").equals("uuid")) {
      return new UUID(0, 0).toString();
    }
    return name.equals("utteranceId") ? "u2" : "A few words that do";
  }

  /** The least that the schema allows. */
  private JsonNode example(JsonNode schema, String name) {
    if (schema.has("$ref")) {
      return schema.get("$ref").asString().endsWith("JsonNode")
          ? JSON.getNodeFactory().stringNode("Doctor: Hello.")
          : example(document.at(schema.get("$ref").asString().substring(1)), name);
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    if (schema.path("pattern").asString("").matches("[a-z|]+")) {
      return JSON.getNodeFactory().stringNode(schema.get("pattern").asString().split("\\|")[0]);
    }
    return switch (schema.path("type").asString("object")) {
      case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
      case "boolean" -> JSON.getNodeFactory().booleanNode(false);
      case "array" -> {
        ArrayNode list = JSON.createArrayNode();
        yield list.add(example(schema.get("items"), name));
      }
      case "string" -> JSON.getNodeFactory().stringNode(text(schema, name));
      default -> {
        ObjectNode object = JSON.createObjectNode();
        for (JsonNode required : schema.path("required")) {
          String each = required.asString();
          object.set(each, example(schema.get("properties").get(each), each));
        }
        // Where nothing is required, something is to be changed all the same.
        for (String each : List.of("text", "label", "name")) {
          if (object.isEmpty() && schema.path("properties").has(each)) {
            object.set(each, example(schema.get("properties").get(each), each));
          }
        }
        yield object;
      }
    };
  }
}
