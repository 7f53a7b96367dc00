package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.format.Json;
import io.github.ambientgpt.core.format.NoteJson;
import io.github.ambientgpt.core.note.Evidence;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Suggestions as JSON. */
final class SuggestionJson {
  private SuggestionJson() {}

  static String write(Suggestions suggestions) {
    return Json.write(json -> write(json, suggestions));
  }

  private static void write(JsonGenerator json, Suggestions suggestions) {
    json.writeStartObject();
    json.writeStringProperty("notice", Suggestions.NOTICE);
    NoteJson.generation(json, suggestions.generation());
    NoteJson.texts(json, "remarks", suggestions.remarks());
    json.writeArrayPropertyStart("suggestions");
    suggestions.all().forEach(suggestion -> write(json, suggestion));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Suggestion suggestion) {
    json.writeStartObject();
    json.writeStringProperty("kind", lower(suggestion.kind()));
    json.writeStringProperty("code", suggestion.code());
    json.writeStringProperty("text", suggestion.text());
    json.writeStringProperty("standing", lower(suggestion.standing()));
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("by", lower(suggestion.source().by()));
    json.writeStringProperty("name", suggestion.source().name());
    json.writeEndObject();
    json.writeArrayPropertyStart("grounds");
    for (Suggestion.Ground ground : suggestion.grounds()) {
      json.writeStartObject();
      json.writeStringProperty("text", ground.text());
      List<String> utterances =
          ground.evidence().stream().map(Evidence::utterance).distinct().toList();
      NoteJson.texts(json, "evidence", utterances);
      NoteJson.spans(json, ground.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
    NoteJson.texts(json, "remarks", suggestion.remarks());
    json.writeEndObject();
  }

  /** As the command line has it: {@code icd-10-cm}. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
