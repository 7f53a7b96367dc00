package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Transcripts as JSON: this project's, and what other programs make. */
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
    transcript.utterances().forEach(utterance -> write(json, utterance));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Utterance utterance) {
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
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Span span) {
    json.writeNumberProperty("start", span.start());
    json.writeNumberProperty("end", span.end());
  }

  static Transcript read(String text, String name) {
    JsonNode root = Json.read(text, name);
    if (root.isArray()) {
      root = JsonNodeFactory.instance.objectNode().set("segments", root);
    }
    Fields fields = new Fields(name, "", root);
    if (fields.has("utterances")) {
      return own(fields);
    }
    if (fields.has("Conversation")) {
      return healthScribe(fields.object("Conversation"));
    }
    if (fields.has("segments")) {
      return segments(fields);
    }
    throw new InvalidInputException(
        name
            + " is JSON, but not a transcript: it has none of 'utterances' (ours), 'segments'"
            + " (OpenAI, Whisper) and 'Conversation' (AWS HealthScribe).");
  }

  private static Transcript own(Fields fields) {
    List<Utterance> utterances = new ArrayList<>();
    for (Fields utterance : fields.objects("utterances")) {
      String id = utterance.optionalText("id").orElse("u" + (utterances.size() + 1));
      List<Word> words = new ArrayList<>();
      for (Fields word : utterance.objects("words")) {
        words.add(word(word));
      }
      utterances.add(
          utterance.make(
              () ->
                  new Utterance(
                      id,
                      speaker(utterance),
                      span(utterance, "start", "end"),
                      utterance.text("text"),
                      words)));
    }
    Recognition recognition =
        fields.has("recognition") ? recognition(fields.object("recognition")) : Recognition.TYPED;
    String language = fields.optionalText("language").orElse("und");
    return fields.make(() -> new Transcript(language, recognition, utterances));
  }

  private static Recognition recognition(Fields fields) {
    return new Recognition(
        fields.text("engine"),
        fields.optionalText("model").orElse(""),
        fields.flag("previewQuality"));
  }

  private static Word word(Fields fields) {
    OptionalDouble confidence =
        fields.has("confidence")
            ? OptionalDouble.of(fields.number("confidence"))
            : OptionalDouble.empty();
    return fields.make(
        () ->
            new Word(
                fields.text("text"),
                new Span(fields.number("start"), fields.number("end")),
                confidence,
                fields.flag("estimated")));
  }

  /** An object with label and role, or only a label as text. */
  private static Speaker speaker(Fields utterance) {
    if (!utterance.has("speaker")) {
      return Speaker.UNKNOWN;
    }
    if (utterance.node().path("speaker").isString()) {
      return SpeakerLabel.speaker(utterance.text("speaker"));
    }
    Fields speaker = utterance.object("speaker");
    String label = speaker.optionalText("label").orElse("");
    return speaker.has("role")
        ? new Speaker(label, speaker.oneOf(Role.class, "role"))
        : SpeakerLabel.speaker(label);
  }

  private static Optional<Span> span(Fields fields, String start, String end) {
    if (!fields.has(start) && !fields.has(end)) {
      return Optional.empty();
    }
    double from = fields.number(start);
    double to = fields.number(end);
    return Optional.of(fields.make(() -> new Span(from, to)));
  }

  private static Transcript healthScribe(Fields conversation) {
    List<Utterance> utterances = new ArrayList<>();
    Recognition recognition = Recognition.TYPED;
    for (Fields segment : conversation.objects("TranscriptSegments")) {
      Optional<Recognition> mark = PreviewMark.read(segment.text("Content"));
      if (mark.isPresent()) {
        recognition = mark.get();
        continue;
      }
      String role =
          segment.has("ParticipantDetails")
              ? segment.object("ParticipantDetails").optionalText("ParticipantRole").orElse("")
              : "";
      add(
          utterances,
          SpeakerLabel.speaker(role),
          span(segment, "BeginAudioTime", "EndAudioTime"),
          segment.text("Content"));
    }
    String language = conversation.optionalText("LanguageCode").orElse("und");
    return new Transcript(language, recognition, utterances);
  }

  /**
   * OpenAI's verbose_json, and the many that look like it; a speaker is there after diarization.
   */
  private static Transcript segments(Fields fields) {
    List<Utterance> utterances = new ArrayList<>();
    for (Fields segment : fields.objects("segments")) {
      add(utterances, speaker(segment), span(segment, "start", "end"), segment.text("text"));
    }
    return new Transcript(
        fields.optionalText("language").orElse("und"), Recognition.TYPED, utterances);
  }

  private static void add(
      List<Utterance> utterances, Speaker speaker, Optional<Span> span, String text) {
    if (!text.isBlank()) {
      String id = "u" + (utterances.size() + 1);
      utterances.add(new Utterance(id, speaker, span, text.strip(), List.of()));
    }
  }
}
