package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Notes as JSON: this project's, and AWS HealthScribe's clinical document.
 *
 * @since 0.1.0
 */
public final class NoteJson {
  private NoteJson() {}

  static String write(Note note) {
    return Json.write(json -> write(json, note));
  }

  private static void write(JsonGenerator json, Note note) {
    json.writeStartObject();
    json.writeStringProperty("template", note.template());
    json.writeStringProperty("status", lower(note.status()));
    json.writeStringProperty("notice", Notice.of(note.status()));
    generation(json, note.generation());
    json.writeArrayPropertyStart("sections");
    for (Section section : note.sections()) {
      json.writeStartObject();
      json.writeStringProperty("title", section.title());
      json.writeArrayPropertyStart("statements");
      section.statements().forEach(statement -> write(json, statement));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("coverage");
    json.writeNumberProperty("share", note.coverage().share());
    texts(json, "relevant", note.coverage().relevant());
    texts(json, "omitted", note.coverage().omitted());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Generation.Work work) {
    texts(json, "stages", work.stages());
    json.writeNumberProperty("pieces", work.pieces());
    json.writeNumberProperty("iterations", work.iterations());
  }

  private static void write(JsonGenerator json, Statement statement) {
    json.writeStartObject();
    json.writeStringProperty("text", statement.text());
    json.writeStringProperty("topic", statement.topic());
    json.writeStringProperty("support", lower(statement.support()));
    json.writeArrayPropertyStart("reasons");
    for (Reason reason : statement.reasons()) {
      json.writeStartObject();
      json.writeStringProperty("kind", lower(reason.kind()));
      json.writeStringProperty("message", reason.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "evidence", statement.utterances());
    spans(json, statement.evidence());
    json.writeEndObject();
  }

  /** Writes the property "generation": who wrote, and how. */
  public static void generation(JsonGenerator json, Generation generation) {
    json.writeObjectPropertyStart("generation");
    json.writeStringProperty("requested", generation.requested());
    json.writeStringProperty("model", generation.model());
    optional(json, "fallback", generation.fallback());
    optional(json, "reason", generation.reason());
    generation.work().ifPresent(work -> write(json, work));
    json.writeEndObject();
  }

  /** Writes the property "spans": places in the transcript. */
  public static void spans(JsonGenerator json, List<Evidence> spans) {
    json.writeArrayPropertyStart("spans");
    for (Evidence evidence : spans) {
      json.writeStartObject();
      json.writeStringProperty("utterance", evidence.utterance());
      json.writeNumberProperty("begin", evidence.begin());
      json.writeNumberProperty("end", evidence.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * An evidence link says "this was said": what the checker found unsupported has none, since the
   * format has no other way to say so. A draft has one property more than Amazon's documents,
   * beside them, to say that it is one.
   */
  static String writeHealthScribe(Note note) {
    return Json.write(json -> writeHealthScribe(json, note));
  }

  private static void writeHealthScribe(JsonGenerator json, Note note) {
    json.writeStartObject();
    json.writeObjectPropertyStart("ClinicalDocumentation");
    json.writeArrayPropertyStart("Sections");
    for (Section section : note.sections()) {
      json.writeStartObject();
      json.writeStringProperty("SectionName", section.title());
      json.writeArrayPropertyStart("Summary");
      for (Statement statement : section.statements()) {
        json.writeStartObject();
        String topic = statement.topic().isEmpty() ? "" : statement.topic() + ": ";
        json.writeStringProperty("SummarizedSegment", topic + statement.text());
        json.writeArrayPropertyStart("EvidenceLinks");
        if (statement.support() != Support.UNSUPPORTED) {
          for (String utterance : statement.utterances()) {
            json.writeStartObject();
            json.writeStringProperty("SegmentId", utterance);
            json.writeEndObject();
          }
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    if (note.status() == Note.Status.DRAFT) {
      json.writeStringProperty("Notice", Notice.of(note.status()));
    }
    json.writeEndObject();
  }

  /** Writes a property that is a list of texts. */
  public static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void optional(JsonGenerator json, String name, Optional<String> text) {
    if (text.isPresent()) {
      json.writeStringProperty(name, text.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Note read(String text, String name) {
    JsonNode root = Json.read(text, name);
    Fields fields = new Fields(name, "", root);
    if (fields.has("ClinicalDocumentation")) {
      return healthScribe(fields.object("ClinicalDocumentation"));
    }
    if (fields.has("utterances") || fields.has("Conversation") || fields.has("segments")) {
      throw new InvalidInputException(name + " is a transcript; here a note is needed.");
    }
    if (!fields.has("sections")) {
      throw new InvalidInputException(
          name
              + " is JSON, but not a note: it has neither 'sections' (ours) nor"
              + " 'ClinicalDocumentation' (AWS HealthScribe).");
    }
    return own(fields);
  }

  private static Note own(Fields fields) {
    List<Section> sections = new ArrayList<>();
    for (Fields section : fields.objects("sections")) {
      List<Statement> statements = new ArrayList<>();
      for (Fields statement : section.objects("statements")) {
        statements.add(statement(statement));
      }
      sections.add(section.make(() -> new Section(section.text("title"), statements)));
    }
    return new Note(
        fields.optionalText("template").orElse(""),
        sections,
        fields.has("coverage") ? coverage(fields.object("coverage")) : Coverage.UNKNOWN,
        fields.has("generation") ? generation(fields.object("generation")) : Generation.GIVEN,
        fields.has("status") ? fields.oneOf(Note.Status.class, "status") : Note.Status.DRAFT);
  }

  private static Statement statement(Fields fields) {
    List<Reason> reasons = new ArrayList<>();
    for (Fields reason : fields.objects("reasons")) {
      reasons.add(new Reason(reason.oneOf(Reason.Kind.class, "kind"), reason.text("message")));
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Fields span : fields.objects("spans")) {
      int begin = (int) span.number("begin");
      int end = (int) span.number("end");
      evidence.add(span.make(() -> new Evidence(span.text("utterance"), begin, end)));
    }
    Support support =
        fields.has("support") ? fields.oneOf(Support.class, "support") : Support.UNSUPPORTED;
    String topic = fields.optionalText("topic").orElse("");
    return fields.make(() -> new Statement(topic, fields.text("text"), support, reasons, evidence));
  }

  private static Coverage coverage(Fields fields) {
    return fields.make(() -> new Coverage(fields.texts("relevant"), fields.texts("omitted")));
  }

  private static Generation generation(Fields fields) {
    String model = fields.optionalText("model").orElse(Generation.GIVEN.model());
    return new Generation(
        fields.optionalText("requested").orElse(model),
        model,
        fields.optionalText("fallback"),
        fields.optionalText("reason"),
        fields.has("stages") ? Optional.of(work(fields)) : Optional.empty());
  }

  private static Generation.Work work(Fields fields) {
    return new Generation.Work(
        fields.texts("stages"), (int) fields.number("pieces"), (int) fields.number("iterations"));
  }

  private static Note healthScribe(Fields document) {
    List<Section> sections = new ArrayList<>();
    for (Fields section : document.objects("Sections")) {
      List<Statement> statements = new ArrayList<>();
      for (Fields summary : section.objects("Summary")) {
        String text = summary.text("SummarizedSegment");
        if (!text.isBlank()) {
          statements.add(Statement.unchecked("", text.strip(), List.of()));
        }
      }
      sections.add(section.make(() -> new Section(section.text("SectionName"), statements)));
    }
    return Note.draft("", sections, Generation.GIVEN);
  }
}
