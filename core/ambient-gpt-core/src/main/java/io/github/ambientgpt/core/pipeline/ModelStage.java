package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.language.LanguageModel;
import io.github.ambientgpt.core.language.Prompt;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets a language model write the note, statement by statement, in JSON. What it names as evidence
 * is only a hint for the checker.
 */
final class ModelStage implements Stage<Transcript, Note> {
  /** Room that the answer needs, as a share of the context. */
  private static final double ANSWER_SHARE = 0.35;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final LanguageModel model;
  private final Template template;

  ModelStage(LanguageModel model, Template template) {
    this.model = model;
    this.template = template;
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public Note run(Transcript transcript, Monitor monitor) {
    Prompt prompt = new Prompt(instructions(), content(transcript), Optional.of(schema()));
    requireFit(prompt);
    return note(model.answer(prompt, monitor), transcript);
  }

  private void requireFit(Prompt prompt) {
    if (model.contextTokens().isEmpty()) {
      return;
    }
    int context = model.contextTokens().getAsInt();
    int needed = model.tokens(prompt.instructions()) + model.tokens(prompt.content());
    if (needed > context * (1 - ANSWER_SHARE)) {
      throw EngineException.lasting(
          "The visit needs about %d tokens and %s has room for %d: use a model with a longer context."
              .formatted(needed, model.name(), context),
          null);
    }
  }

  private String instructions() {
    StringBuilder sections = new StringBuilder();
    for (TemplateSection section : template.sections()) {
      sections.append("- ").append(section.title());
      if (!section.instruction().isBlank()) {
        sections.append(": ").append(section.instruction().strip());
      }
      sections.append('\n');
    }
    return resource("write.md")
        .replace("{template}", template.name())
        .replace("{sections}", sections);
  }

  private static String content(Transcript transcript) {
    StringBuilder lines = new StringBuilder();
    for (Utterance utterance : transcript.utterances()) {
      lines
          .append(utterance.id())
          .append(" [")
          .append(utterance.speaker().role().name().toLowerCase(Locale.ROOT))
          .append("] ")
          .append(utterance.text().replace('\n', ' '))
          .append('\n');
    }
    return lines.toString();
  }

  private String schema() {
    ObjectNode schema = (ObjectNode) JSON.readTree(resource("note.schema.json"));
    ArrayNode titles =
        ((ObjectNode) schema.at("/properties/sections/items/properties/title")).putArray("enum");
    template.sections().forEach(section -> titles.add(section.title()));
    return schema.toString();
  }

  private Note note(String answer, Transcript transcript) {
    JsonNode root = json(answer);
    List<Section> sections = new ArrayList<>();
    for (TemplateSection wanted : template.sections()) {
      List<Statement> statements = new ArrayList<>();
      for (JsonNode section : root.path("sections")) {
        if (section.path("title").asString("").strip().equalsIgnoreCase(wanted.title())) {
          section
              .path("statements")
              .forEach(s -> statement(s, transcript).ifPresent(statements::add));
        }
      }
      if (!statements.isEmpty()) {
        sections.add(new Section(wanted.title(), statements));
      }
    }
    if (sections.isEmpty()) {
      throw EngineException.lasting(
          model.name() + " answered without any section of the template.", null);
    }
    return Note.draft(template.name(), sections, Generation.of(model.name()));
  }

  private static Optional<Statement> statement(JsonNode node, Transcript transcript) {
    String text = node.isString() ? node.asString() : node.path("text").asString("");
    if (text.isBlank()) {
      return Optional.empty();
    }
    List<Evidence> evidence = new ArrayList<>();
    for (JsonNode id : node.path("evidence")) {
      transcript
          .utterance(id.asString(""))
          .ifPresent(u -> evidence.add(new Evidence(u.id(), 0, u.text().length())));
    }
    return Optional.of(
        Statement.unchecked(node.path("topic").asString(""), text.strip(), evidence));
  }

  /** Models wrap their JSON in words and fences; what counts is the outermost object. */
  private JsonNode json(String answer) {
    int from = answer.indexOf('{');
    int to = answer.lastIndexOf('}');
    if (from < 0 || to < from) {
      throw EngineException.lasting(
          model.name() + " answered with something other than JSON.", null);
    }
    try {
      return JSON.readTree(answer.substring(from, to + 1));
    } catch (JacksonException e) {
      // the cause is left out: its message quotes the answer
      throw EngineException.lasting(
          model.name() + " answered with JSON that is broken or cut off.", null);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = ModelStage.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
