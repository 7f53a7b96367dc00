package io.github.ambientgpt.core.template;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one template from YAML, token by token, because a person who edits a file needs to be told
 * the line. Nothing is bound to a class, and aliases and tags are refused: a file is plain text and
 * can neither make an object nor unfold into more than it holds.
 */
final class TemplateReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final List<String> TEMPLATE_KEYS = List.of("name", "description", "sections");
  private static final List<String> SECTION_KEYS = List.of("title", "holds", "instruction");
  private static final Map<String, Content> CONTENT =
      Arrays.stream(Content.values())
          .collect(Collectors.toMap(TemplateReader::word, kind -> kind, (a, b) -> a, TreeMap::new));

  private final String file;
  private final YAMLParser parser;

  private TemplateReader(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @param file what to call the text in an error
   * @throws InvalidInputException when the text is not a template; the message names file and line
   */
  static Template read(String file, String text) {
    try (YAMLParser parser =
        (YAMLParser) YAML.createParser(ObjectReadContext.empty(), withoutMark(text))) {
      TemplateReader reader = new TemplateReader(file, parser);
      Template template = reader.template();
      if (parser.nextToken() != null) {
        throw reader.wrong("a second document begins here; put each template in its own file");
      }
      return template;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw wrong(file, line, "this is not YAML (" + firstLine(e.getOriginalMessage()) + ")");
    }
  }

  /** Windows editors begin a file with a byte order mark. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The name a kind of content has in a file: {@code past-history}. */
  static String word(Content kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Template template() {
    if (next() != JsonToken.START_OBJECT) {
      throw wrong("a template begins with the keys " + String.join(", ", TEMPLATE_KEYS));
    }
    int begin = line();
    String name = null;
    String description = "";
    List<TemplateSection> sections = null;
    Set<String> seen = new HashSet<>();
    while (next() != JsonToken.END_OBJECT) {
      String key = key(TEMPLATE_KEYS, seen);
      switch (key) {
        case "name" -> name = text(key);
        case "description" -> description = text(key);
        default -> sections = sections();
      }
    }
    require(name != null, begin, "the template has no 'name'");
    require(sections != null && !sections.isEmpty(), begin, "the template has no 'sections'");
    return new Template(name, description, sections);
  }

  private List<TemplateSection> sections() {
    if (next() != JsonToken.START_ARRAY) {
      throw wrong("'sections' is a list: begin each section with '- title: …'");
    }
    List<TemplateSection> sections = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    Map<Content, String> heldBy = new HashMap<>();
    while (next() != JsonToken.END_ARRAY) {
      int line = line();
      TemplateSection section = section(heldBy);
      require(
          titles.add(section.title().toLowerCase(Locale.ROOT)),
          line,
          "there are two sections with the title '" + section.title() + "'");
      section.holds().forEach(kind -> heldBy.put(kind, section.title()));
      sections.add(section);
    }
    return sections;
  }

  private TemplateSection section(Map<Content, String> heldBy) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("a section has the keys " + String.join(", ", SECTION_KEYS));
    }
    int begin = line();
    String title = null;
    List<Content> holds = List.of();
    String instruction = "";
    Set<String> seen = new HashSet<>();
    while (next() != JsonToken.END_OBJECT) {
      String key = key(SECTION_KEYS, seen);
      switch (key) {
        case "title" -> title = text(key);
        case "instruction" -> instruction = text(key);
        default -> holds = holds(heldBy);
      }
    }
    require(title != null, begin, "the section has no 'title'");
    require(
        !holds.isEmpty() || !instruction.isEmpty(),
        begin,
        "the section '" + title + "' needs 'holds' or 'instruction', or nothing will be written");
    return new TemplateSection(title, holds, instruction);
  }

  private List<Content> holds(Map<Content, String> heldBy) {
    if (next() != JsonToken.START_ARRAY) {
      throw wrong("'holds' is a list, such as [history, medications]");
    }
    List<Content> kinds = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      String word = scalar("a kind of content");
      Content kind = CONTENT.get(word);
      if (kind == null) {
        throw wrong("there is no content '" + word + "'. " + suggest(word, CONTENT.keySet()));
      }
      if (heldBy.containsKey(kind)) {
        throw wrong("'" + word + "' is already held by the section '" + heldBy.get(kind) + "'");
      }
      if (kinds.contains(kind)) {
        throw wrong("'" + word + "' stands here twice");
      }
      kinds.add(kind);
    }
    return kinds;
  }

  private String key(List<String> known, Set<String> seen) {
    String key = parser.currentName();
    if (!known.contains(key)) {
      throw wrong("unknown key '" + key + "'. " + suggest(key, known));
    }
    if (!seen.add(key)) {
      throw wrong("the key '" + key + "' stands here twice");
    }
    return key;
  }

  private String text(String key) {
    next();
    return scalar("'" + key + "'");
  }

  private String scalar(String what) {
    if (!parser.currentToken().isScalarValue()) {
      throw wrong(what + " is a text, not a list or a mapping");
    }
    String text = parser.getString().strip();
    if (parser.currentToken() == JsonToken.VALUE_NULL || text.isEmpty()) {
      throw wrong(what + " is empty");
    }
    return text;
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw wrong("the file ends too early or is empty");
    }
    if (parser.isCurrentAlias() || parser.getTypeId() != null) {
      throw wrong("YAML aliases (*) and tags (!) are not allowed; put the text in quotes");
    }
    return token;
  }

  private static String suggest(String word, Collection<String> known) {
    return NearestWord.to(word.toLowerCase(Locale.ROOT), known)
        .map(nearest -> "Did you mean '" + nearest + "'?")
        .orElse("There is: " + String.join(", ", known) + ".");
  }

  private void require(boolean met, int line, String problem) {
    if (!met) {
      throw wrong(file, line, problem);
    }
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private InvalidInputException wrong(String problem) {
    return wrong(file, line(), problem);
  }

  private static InvalidInputException wrong(String file, int line, String problem) {
    return new InvalidInputException("Template %s, line %d: %s".formatted(file, line, problem));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }
}
