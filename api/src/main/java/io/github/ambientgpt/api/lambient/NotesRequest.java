package io.github.ambientgpt.api.lambient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the predecessor's clients send for a note; a field that is not known is passed over. */
record NotesRequest(
    String transcript,
    String template,
    String apiKey,
    String endpoint,
    String apiVersion,
    String model,
    boolean useLocal,
    String localModel,
    Optional<Patient> patient,
    boolean agents,
    boolean review,
    int iterations) {
  private static final int MOST_ITERATIONS = 10;

  record Patient(String name, String ehrData) {
    /** Without the patient. */
    @Override
    public String toString() {
      return "Patient";
    }
  }

  /**
   * @throws Refusal with all that is wrong with it, as FastAPI says it
   */
  static NotesRequest read(byte[] body, JsonMapper json) {
    JsonNode node;
    try {
      node = json.readTree(body);
    } catch (JacksonException e) {
      throw Refusal.of(
          List.of(
              new Refusal.Fault("json_invalid", List.of("body", "0"), "JSON decode error", null)));
    }
    if (node == null || node.isMissingNode() || node.isNull()) {
      throw Refusal.of(List.of(Refusal.Fault.missing("body")));
    }
    if (!node.isObject()) {
      throw Refusal.of(
          List.of(
              new Refusal.Fault(
                  "model_attributes_type",
                  List.of("body"),
                  "Input should be a valid dictionary or object to extract fields from",
                  null)));
    }
    return new Reader(node).read();
  }

  private static final class Reader {
    private final JsonNode node;
    private final List<Refusal.Fault> faults = new ArrayList<>();

    Reader(JsonNode node) {
      this.node = node;
    }

    NotesRequest read() {
      if (!node.has("transcript")) {
        faults.add(Refusal.Fault.missing("body", "transcript"));
      }
      JsonNode patient = dictionary("patient_data");
      JsonNode agents = dictionary("agent_settings");
      NotesRequest request =
          new NotesRequest(
              text("transcript", false),
              text("template", false),
              text("api_key", true),
              text("endpoint", true),
              text("api_version", true),
              text("model", true),
              flag("use_local"),
              text("local_model", false),
              patient.isObject()
                  ? Optional.of(new Patient(plain(patient, "name"), plain(patient, "ehr_data")))
                  : Optional.empty(),
              flag("use_agent_pipeline"),
              !agents.path("include_review").isBoolean()
                  || agents.path("include_review").asBoolean(),
              Math.max(0, Math.min(MOST_ITERATIONS, agents.path("max_iterations").asInt(1))));
      if (!faults.isEmpty()) {
        throw Refusal.of(faults);
      }
      return request;
    }

    private String text(String name, boolean orNull) {
      JsonNode value = node.path(name);
      if (value.isString()) {
        return value.asString();
      }
      if (!value.isMissingNode() && !(orNull && value.isNull())) {
        fault("string_type", name, "Input should be a valid string");
      }
      return "";
    }

    private boolean flag(String name) {
      JsonNode value = node.path(name);
      if (value.isMissingNode()) {
        return false;
      }
      if (value.isBoolean()) {
        return value.asBoolean();
      }
      String word =
          value.isString() || value.isInt() ? value.asString().toLowerCase(Locale.ROOT) : "";
      if (List.of("1", "true", "t", "yes", "y", "on").contains(word)) {
        return true;
      }
      if (!List.of("0", "false", "f", "no", "n", "off").contains(word)) {
        fault("bool_parsing", name, "Input should be a valid boolean, unable to interpret input");
      }
      return false;
    }

    private JsonNode dictionary(String name) {
      JsonNode value = node.path(name);
      if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
        fault("dict_type", name, "Input should be a valid dictionary");
      }
      return value;
    }

    private void fault(String type, String name, String message) {
      faults.add(new Refusal.Fault(type, List.of("body", name), message, null));
    }

    private static String plain(JsonNode node, String name) {
      JsonNode value = node.path(name);
      return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }
  }

  /** Without the texts and the key. */
  @Override
  public String toString() {
    return "NotesRequest";
  }
}
