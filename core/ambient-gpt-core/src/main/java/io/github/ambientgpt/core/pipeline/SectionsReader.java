package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.prompt.AnswerReader;
import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.LooseJson;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.prompt.UnusableAnswerException;
import io.github.ambientgpt.core.template.TemplateSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Sections of a note as a language model sees and answers them. A statement under a heading that
 * nobody asked for is not lost: it is filed under the first.
 */
final class SectionsReader implements AnswerReader<List<Section>> {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|\\R+");

  private final List<TemplateSection> wanted;
  private final ShownTranscript shown;

  SectionsReader(List<TemplateSection> wanted, ShownTranscript shown) {
    this.wanted = List.copyOf(wanted);
    this.shown = shown;
  }

  /** What is wanted, for instructions. */
  static String described(List<TemplateSection> sections) {
    StringBuilder text = new StringBuilder();
    for (TemplateSection section : sections) {
      text.append("- ").append(section.title());
      if (!section.instruction().isBlank()) {
        text.append(": ").append(section.instruction().strip());
      }
      text.append('\n');
    }
    return text.toString();
  }

  static List<String> titles(List<TemplateSection> sections) {
    return sections.stream().map(TemplateSection::title).toList();
  }

  List<Line> lines(List<Section> sections) {
    List<Line> lines = new ArrayList<>();
    for (Section section : sections) {
      for (Statement statement : section.statements()) {
        String topic = statement.topic().isBlank() ? "" : statement.topic() + ": ";
        List<String> ids = statement.utterances().stream().map(shown::shownId).toList();
        lines.add(
            new Line(
                "[%s] (%s)".formatted(section.title(), String.join(", ", ids)),
                topic + statement.text()));
      }
    }
    return lines;
  }

  @Override
  public List<Section> read(JsonNode root) throws UnusableAnswerException {
    Map<String, List<Statement>> byTitle = new LinkedHashMap<>();
    wanted.forEach(section -> byTitle.put(section.title(), new ArrayList<>()));
    for (LooseJson.Item item : LooseJson.items(sections(root), "title")) {
      String title = LooseJson.text(item.value().path("title"));
      List<Statement> statements = byTitle.get(filed(title.isEmpty() ? item.key() : title));
      JsonNode listed = item.value().path("statements");
      if (listed.isContainer()) {
        LooseJson.items(listed, "text").forEach(each -> statement(each.value(), statements));
      } else {
        statement(listed.isMissingNode() ? item.value() : listed, statements);
      }
    }
    List<Section> sections = new ArrayList<>();
    byTitle.forEach(
        (title, statements) -> {
          if (!statements.isEmpty()) {
            sections.add(new Section(title, statements));
          }
        });
    return sections;
  }

  /** A list of them, or an object with their titles as its properties. */
  private JsonNode sections(JsonNode root) throws UnusableAnswerException {
    if (root.isArray()) {
      return root;
    }
    if (root.path("sections").isContainer()) {
      return root.path("sections");
    }
    if (root.propertyNames().stream().anyMatch(name -> named(name).isPresent())) {
      return root;
    }
    throw new UnusableAnswerException("without any section of the template");
  }

  private void statement(JsonNode node, List<Statement> statements) {
    String text = LooseJson.text(node, "text", "statement");
    if (text.isEmpty()) {
      return;
    }
    if (node.isValueNode()) { // a section as one text
      for (String sentence : SENTENCE_END.split(text)) {
        statements.add(Statement.unchecked("", sentence.strip(), List.of()));
      }
      return;
    }
    statements.add(
        Statement.unchecked(
            LooseJson.text(node.path("topic")),
            text,
            shown.evidence(LooseJson.ids(node.path("evidence")))));
  }

  private String filed(String title) {
    return named(title).orElse(wanted.get(0)).title();
  }

  private Optional<TemplateSection> named(String title) {
    String key = key(title);
    return wanted.stream()
        .filter(section -> key(section.title()).equals(key))
        .findFirst()
        .or(
            () ->
                wanted.stream()
                    .filter(section -> !key.isEmpty() && key.contains(key(section.title())))
                    .findFirst());
  }

  private static String key(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
