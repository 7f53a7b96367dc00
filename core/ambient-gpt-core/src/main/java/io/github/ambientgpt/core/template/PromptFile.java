package io.github.ambientgpt.core.template;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The templates of Lambient, the predecessor: one JSON object of names and prompts ({@code
 * prompt_templates.json}). A prompt says in prose what a note looks like, which no program can take
 * apart: it becomes the instruction of one section that holds everything.
 *
 * @since 0.1.0
 */
public final class PromptFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Where the predecessor put the transcript; here a language model has it anyway. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(transcription|transcript)}");

  private static final String TITLE = "Note";

  private PromptFile() {}

  /**
   * @param file what to call the text in an error
   * @return in the file's order, each with the name that it had there
   * @throws InvalidInputException when it is no such file; the message names what is wrong with it,
   *     and quotes no prompt
   */
  public static List<Template> read(String file, String text) {
    JsonNode root = parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (!root.isObject() || root.isEmpty()) {
      throw new InvalidInputException(
          "%s holds no templates: it is an object of names and prompts, {\"NAME\": \"PROMPT\"}."
              .formatted(file));
    }
    List<Template> templates = new ArrayList<>();
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      Template template = template(file, entry.getKey(), entry.getValue());
      String other = names.putIfAbsent(Templates.key(template.name()), template.name());
      if (other != null) {
        throw new InvalidInputException(
            "%s has two templates that are the same here: '%s' and '%s'. Rename one."
                .formatted(file, other, template.name()));
      }
      templates.add(template);
    }
    return List.copyOf(templates);
  }

  private static JsonNode parse(String file, String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) { // its message quotes what it read: not kept as a cause
      TokenStreamLocation at = e.getLocation();
      throw new InvalidInputException(
          "%s is broken JSON at line %d: correct it there."
              .formatted(file, at == null ? 1 : Math.max(1, at.getLineNr())));
    }
  }

  private static Template template(String file, String key, JsonNode value) {
    String name = key.strip();
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          "%s has a template without a usable name: name each in one line.".formatted(file));
    }
    if (!value.isString() || value.asString().isBlank()) {
      throw new InvalidInputException(
          "The template '%s' in %s has no prompt: write a text there.".formatted(name, file));
    }
    String prompt =
        PLACEHOLDER
            .matcher(value.asString().strip().replace("\r\n", "\n"))
            .replaceAll("the transcript of the visit");
    return new Template(
        name,
        "Imported from the predecessor's templates.",
        List.of(new TemplateSection(TITLE, Arrays.asList(Content.values()), prompt)));
  }
}
