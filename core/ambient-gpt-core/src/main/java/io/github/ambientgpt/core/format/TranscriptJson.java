package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import io.github.ambientgpt.core.vocabulary.MisheardNames;
import io.github.ambientgpt.core.vocabulary.MisheardNames.Misheard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes this project's JSON of a transcript; {@link OwnJson} reads it. */
final class TranscriptJson {
  private TranscriptJson() {}

  static String write(Transcript transcript) {
    return Json.write(json -> write(json, transcript));
  }

  private static void write(JsonGenerator json, Transcript transcript) {
    json.writeStartObject();
    json.writeStringProperty("language", transcript.language());
    json.writeObjectPropertyStart("recognition");
    json.writeStringProperty("engine", transcript.recognition().engine());
    json.writeStringProperty("model", transcript.recognition().model());
    json.writeBooleanProperty("previewQuality", transcript.recognition().previewQuality());
    json.writeEndObject();
    json.writeArrayPropertyStart("utterances");
    Map<String, List<Misheard>> misheard = MisheardNames.of(transcript);
    for (Utterance utterance : transcript.utterances()) {
      write(json, utterance, misheard.getOrDefault(utterance.id(), List.of()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Utterance utterance, List<Misheard> misheard) {
    json.writeStartObject();
    json.writeStringProperty("id", utterance.id());
    json.writeObjectPropertyStart("speaker");
    json.writeStringProperty("label", utterance.speaker().label());
    json.writeStringProperty("role", utterance.speaker().role().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
    utterance.span().ifPresent(span -> write(json, span));
    json.writeStringProperty("text", utterance.text());
    if (!utterance.words().isEmpty()) {
      json.writeArrayPropertyStart("words");
      for (Word word : utterance.words()) {
        json.writeStartObject();
        json.writeStringProperty("text", word.text());
        write(json, word.span());
        word.confidence()
            .ifPresent(confidence -> json.writeNumberProperty("confidence", confidence));
        json.writeBooleanProperty("estimated", word.estimated());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!misheard.isEmpty()) {
      json.writeArrayPropertyStart("misheard");
      for (Misheard word : misheard) {
        json.writeStartObject();
        json.writeStringProperty("text", word.written());
        json.writeNumberProperty("begin", word.begin());
        json.writeNumberProperty("end", word.end());
        json.writeArrayPropertyStart("perhaps");
        word.perhaps().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Span span) {
    json.writeNumberProperty("start", span.start());
    json.writeNumberProperty("end", span.end());
  }
}
