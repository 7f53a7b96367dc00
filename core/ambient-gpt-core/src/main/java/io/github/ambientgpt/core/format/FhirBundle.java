package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * A note as a FHIR R4 document Bundle. Ids come from the document's id, so that the same document
 * makes the same Bundle. For one document.
 */
final class FhirBundle {
  private static final String PARTICIPANT_TYPES =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  private final NoteDocument document;
  private final StatementList statements;
  private final String written;

  FhirBundle(NoteDocument document) {
    this.document = document;
    this.statements = new StatementList(document.checked(), Markup::line);
    this.written = document.written().toString();
  }

  String write() {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("resourceType", "Bundle");
          identifier(json, document.id().toString());
          json.writeStringProperty("type", "document");
          json.writeStringProperty("timestamp", written);
          json.writeArrayPropertyStart("entry");
          entry(json, "Composition", this::composition);
          entry(json, "Patient", this::patient);
          entry(json, "Device", this::device);
          if (!document.draft()) {
            entry(json, "Practitioner", this::practitioner);
          }
          entry(json, "DocumentReference", this::note);
          document.transcript().ifPresent(t -> entry(json, "Transcript", j -> transcript(j, t)));
          entry(json, "Provenance", this::provenance);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void composition(JsonGenerator json) {
    String title = document.title() + (document.draft() ? " (" + document.notice() + ")" : "");
    narrative(
        json,
        "<p><strong>%s</strong></p><p>%s</p><p>%s</p>"
            .formatted(
                document.notice(), Markup.line(document.about()), Markup.line(document.origin())));
    identifier(json, id("Composition"));
    json.writeStringProperty("status", document.draft() ? "preliminary" : "final");
    concept(json, "type", Loinc.document(document.title()), document.title());
    reference(json, "subject", "Patient");
    json.writeStringProperty("date", written);
    json.writeArrayPropertyStart("author");
    for (String author : authors()) {
      reference(json, author);
    }
    json.writeEndArray();
    json.writeStringProperty("title", Markup.plain(title));
    if (!document.draft()) {
      json.writeArrayPropertyStart("attester");
      json.writeStartObject();
      json.writeStringProperty("mode", "professional");
      json.writeStringProperty("time", written);
      reference(json, "party", "Practitioner");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeArrayPropertyStart("event");
    json.writeStartObject();
    json.writeObjectPropertyStart("period");
    json.writeStringProperty("start", document.visited().toString());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    sections(json);
  }

  private void sections(JsonGenerator json) {
    json.writeArrayPropertyStart("section");
    for (Section section : document.note().sections()) {
      json.writeStartObject();
      json.writeStringProperty("title", Markup.plain(section.title()));
      Optional<String> code = Loinc.section(section.title());
      if (code.isPresent()) {
        concept(json, "code", code, section.title());
      }
      narrative(json, statements.write(section));
      json.writeEndObject();
    }
    documents(json);
    json.writeEndArray();
  }

  /** A document may hold only what its Composition leads to. */
  private void documents(JsonGenerator json) {
    boolean transcript = document.transcript().isPresent();
    json.writeStartObject();
    json.writeStringProperty("title", "Documents");
    narrative(
        json,
        "<p>The note as plain text%s.</p>"
            .formatted(transcript ? "; the transcript, whose turns the note names" : ""));
    json.writeArrayPropertyStart("entry");
    reference(json, "DocumentReference");
    if (transcript) {
      reference(json, "Transcript");
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private List<String> authors() {
    List<String> authors = new ArrayList<>();
    if (!document.draft()) {
      authors.add("Practitioner");
    }
    if (document.draft() || !given()) {
      authors.add("Device");
    }
    return authors;
  }

  private boolean given() {
    return document.note().generation().model().equals(Generation.GIVEN.model());
  }

  private void patient(JsonGenerator json) {
    narrative(json, "<p>The patient of this visit, who is not identified here.</p>");
  }

  private void device(JsonGenerator json) {
    narrative(json, "<p>Ambient GPT Notes. " + Markup.line(document.origin()) + "</p>");
    json.writeArrayPropertyStart("deviceName");
    deviceName(json, "Ambient GPT Notes", "user-friendly-name");
    if (!given()) {
      deviceName(json, document.note().generation().model(), "model-name");
    }
    json.writeEndArray();
    concept(json, "type", Optional.empty(), "Software that drafts clinical notes");
    String version = FhirBundle.class.getPackage().getImplementationVersion();
    if (version != null) {
      json.writeArrayPropertyStart("version");
      json.writeStartObject();
      json.writeStringProperty("value", version);
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private static void deviceName(JsonGenerator json, String name, String type) {
    json.writeStartObject();
    json.writeStringProperty("name", Markup.plain(name));
    json.writeStringProperty("type", type);
    json.writeEndObject();
  }

  private void practitioner(JsonGenerator json) {
    String name = document.clinician();
    narrative(
        json,
        "<p>" + (name.isEmpty() ? "Who signed is not named here." : Markup.line(name)) + "</p>");
    if (!name.isEmpty()) {
      json.writeArrayPropertyStart("name");
      json.writeStartObject();
      json.writeStringProperty("text", Markup.plain(name));
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private void note(JsonGenerator json) {
    narrative(json, "<p>The note as plain text. " + document.notice() + ".</p>");
    json.writeStringProperty("status", "current");
    json.writeStringProperty("docStatus", document.draft() ? "preliminary" : "final");
    concept(json, "type", Loinc.document(document.title()), document.title());
    attached(json, authors(), document.notice(), NoteFormat.TEXT.write(document.note()));
  }

  private void transcript(JsonGenerator json, Transcript transcript) {
    narrative(json, "<p>What was said in the visit, as plain text.</p>");
    json.writeStringProperty("status", "current");
    concept(json, "type", Optional.empty(), "Transcript of the visit");
    StringBuilder text = new StringBuilder();
    MisheardMark.in(transcript)
        .utterances()
        .forEach(
            u ->
                text.append(Markup.plain(u.id() + " " + TranscriptFormat.label(u.speaker())))
                    .append(": ")
                    .append(Markup.plain(u.text()))
                    .append('\n'));
    if (transcript.recognition().previewQuality()) {
      text.insert(0, PreviewMark.of(transcript.recognition()) + "\n\n");
    }
    attached(json, List.of("Device"), "Transcript", text.toString());
  }

  private void attached(JsonGenerator json, List<String> authors, String title, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reference(json, "subject", "Patient");
    json.writeStringProperty("date", written);
    json.writeArrayPropertyStart("author");
    authors.forEach(author -> reference(json, author));
    json.writeEndArray();
    json.writeArrayPropertyStart("content");
    json.writeStartObject();
    json.writeObjectPropertyStart("attachment");
    json.writeStringProperty("contentType", "text/plain; charset=utf-8");
    json.writeStringProperty("language", document.language());
    json.writeStringProperty("data", Base64.getEncoder().encodeToString(bytes));
    json.writeStringProperty("title", title);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Which software made the note, who signed it, and every turn that a statement rests on. */
  private void provenance(JsonGenerator json) {
    narrative(json, "<p>" + Markup.line(document.origin()) + "</p>");
    json.writeArrayPropertyStart("target");
    reference(json, "Composition");
    reference(json, "DocumentReference");
    json.writeEndArray();
    json.writeStringProperty("recorded", written);
    json.writeArrayPropertyStart("agent");
    agent(json, given() ? "assembler" : "author", "Device");
    if (!document.draft()) {
      agent(json, "verifier", "Practitioner");
    }
    json.writeEndArray();
    List<String> evidence =
        document.note().statements().flatMap(s -> s.utterances().stream()).distinct().toList();
    if (!evidence.isEmpty()) {
      json.writeArrayPropertyStart("entity");
      evidence.forEach(utterance -> evidence(json, utterance));
      json.writeEndArray();
    }
  }

  private void agent(JsonGenerator json, String type, String who) {
    json.writeStartObject();
    json.writeObjectPropertyStart("type");
    json.writeArrayPropertyStart("coding");
    json.writeStartObject();
    json.writeStringProperty("system", PARTICIPANT_TYPES);
    json.writeStringProperty("code", type);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    reference(json, "who", who);
    json.writeEndObject();
  }

  private void evidence(JsonGenerator json, String utterance) {
    json.writeStartObject();
    json.writeStringProperty("role", "source");
    json.writeObjectPropertyStart("what");
    if (document.transcript().isPresent()) {
      json.writeStringProperty("reference", "urn:uuid:" + id("Transcript"));
    }
    json.writeObjectPropertyStart("identifier");
    json.writeStringProperty("value", Markup.plain(utterance));
    json.writeEndObject();
    json.writeStringProperty("display", Markup.plain("Turn " + utterance + " of the transcript"));
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * @param name the resource's type; {@code Transcript} is the second DocumentReference
   */
  private void entry(JsonGenerator json, String name, Consumer<JsonGenerator> content) {
    String type = name.equals("Transcript") ? "DocumentReference" : name;
    json.writeStartObject();
    json.writeStringProperty("fullUrl", "urn:uuid:" + id(name));
    json.writeObjectPropertyStart("resource");
    json.writeStringProperty("resourceType", type);
    json.writeStringProperty("id", id(name));
    json.writeStringProperty("language", document.language());
    content.accept(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private String id(String name) {
    String seed = document.id() + "/" + name;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void reference(JsonGenerator json, String property, String name) {
    json.writeName(property);
    reference(json, name);
  }

  private void reference(JsonGenerator json, String name) {
    json.writeStartObject();
    json.writeStringProperty("reference", "urn:uuid:" + id(name));
    json.writeEndObject();
  }

  private static void identifier(JsonGenerator json, String uuid) {
    json.writeObjectPropertyStart("identifier");
    json.writeStringProperty("system", "urn:ietf:rfc:3986");
    json.writeStringProperty("value", "urn:uuid:" + uuid);
    json.writeEndObject();
  }

  private static void concept(
      JsonGenerator json, String property, Optional<String> loinc, String text) {
    json.writeObjectPropertyStart(property);
    if (loinc.isPresent()) {
      json.writeArrayPropertyStart("coding");
      json.writeStartObject();
      json.writeStringProperty("system", "http://loinc.org");
      json.writeStringProperty("code", loinc.get());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeStringProperty("text", Markup.plain(text));
    json.writeEndObject();
  }

  /** Nothing else holds what a narrative says, so it is more than generated from data. */
  private void narrative(JsonGenerator json, String html) {
    json.writeObjectPropertyStart("text");
    json.writeStringProperty("status", "additional");
    json.writeStringProperty(
        "div",
        "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1$s\" xml:lang=\"%1$s\">%2$s</div>"
            .formatted(document.language(), html.strip()));
    json.writeEndObject();
  }
}
