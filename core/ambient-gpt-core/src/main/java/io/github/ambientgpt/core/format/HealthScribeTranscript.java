package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * A transcript as AWS HealthScribe writes it to a bucket. A segment's id is the utterance's, so
 * that the evidence links of a clinical document meet it. Times are left out when there are none;
 * what part of a visit a segment belongs to is not known here, and a word whose confidence is not
 * known has none. For one transcript.
 */
final class HealthScribeTranscript {
  private static final Pattern MARKS = Pattern.compile("^(.*?\\w.*?)([.,?!;:]+)$", Pattern.DOTALL);

  private final Transcript transcript;
  private final Map<Speaker, String> participants = new HashMap<>();
  private final Map<Role, Integer> counts = new HashMap<>();

  HealthScribeTranscript(Transcript transcript) {
    this.transcript = transcript;
  }

  String write() {
    return Json.write(this::write);
  }

  private void write(JsonGenerator json) {
    String id = UUID.nameUUIDFromBytes(content().getBytes(StandardCharsets.UTF_8)).toString();
    json.writeStartObject();
    json.writeObjectPropertyStart("Conversation");
    json.writeStringProperty("ConversationId", id);
    json.writeStringProperty("LanguageCode", transcript.language());
    json.writeStringProperty("SessionId", id);
    json.writeArrayPropertyStart("TranscriptSegments");
    if (transcript.recognition().previewQuality()) { // there is no field to say so
      segment(json, "preview", PreviewMark.of(transcript.recognition()), "UNKNOWN_0");
    }
    for (Utterance utterance : transcript.utterances()) {
      json.writeStartObject();
      json.writeStringProperty("SegmentId", utterance.id());
      utterance.span().ifPresent(span -> times(json, span));
      json.writeStringProperty("Content", utterance.text());
      participant(json, participant(utterance.speaker()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("TranscriptItems");
    transcript.utterances().stream().flatMap(u -> u.words().stream()).forEach(w -> item(json, w));
    json.writeEndArray();
    json.writeArrayPropertyStart("ClinicalInsights");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private String content() {
    List<String> lines = new ArrayList<>();
    transcript.utterances().forEach(u -> lines.add(u.id() + '\t' + u.span() + '\t' + u.text()));
    return String.join("\n", lines);
  }

  private static void segment(JsonGenerator json, String id, String content, String participant) {
    json.writeStartObject();
    json.writeStringProperty("SegmentId", id);
    times(json, new Span(0, 0));
    json.writeStringProperty("Content", content);
    participant(json, participant);
    json.writeEndObject();
  }

  private static void times(JsonGenerator json, Span span) {
    json.writeNumberProperty("BeginAudioTime", span.start());
    json.writeNumberProperty("EndAudioTime", span.end());
  }

  private static void participant(JsonGenerator json, String name) {
    json.writeObjectPropertyStart("ParticipantDetails");
    json.writeStringProperty("ParticipantRole", name);
    json.writeEndObject();
  }

  /** {@code CLINICIAN_0}, {@code PATIENT_0}, {@code PATIENT_1}, … in the order they first speak. */
  private String participant(Speaker speaker) {
    return participants.computeIfAbsent(
        speaker, s -> s.role() + "_" + (counts.merge(s.role(), 1, Integer::sum) - 1));
  }

  private static void item(JsonGenerator json, Word word) {
    String text = word.text().strip();
    Matcher marks = MARKS.matcher(text);
    boolean marked = marks.matches();
    item(json, "pronunciation", marked ? marks.group(1) : text, word.span(), word.confidence());
    if (marked) {
      Span end = new Span(word.span().end(), word.span().end());
      item(json, "punctuation", marks.group(2), end, OptionalDouble.of(0));
    }
  }

  private static void item(
      JsonGenerator json, String type, String content, Span span, OptionalDouble confidence) {
    json.writeStartObject();
    times(json, span);
    json.writeStringProperty("Type", type);
    json.writeArrayPropertyStart("Alternatives");
    json.writeStartObject();
    if (confidence.isPresent()) {
      json.writeNumberProperty("Confidence", confidence.getAsDouble());
    }
    json.writeStringProperty("Content", content);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
