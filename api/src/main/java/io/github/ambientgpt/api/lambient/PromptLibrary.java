package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.storage.StorageProperties;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.template.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The prompts of {@code prompt_templates.json} in the folder of the data, which a person may have
 * edited; and a prompt for every template there is.
 */
@Component
class PromptLibrary {
  private static final Logger log = LoggerFactory.getLogger(PromptLibrary.class);

  private static final String FILE = "prompt_templates.json";
  private static final int LARGEST = 1 << 20;

  /** What stands in for the transcript in a prompt. */
  static final String PLACE = "{transcription}";

  /** The names that the file begins with, in the predecessor's spelling. */
  private static final List<String> FIRST =
      List.of("SOAP", "Discharge Summary", "Operative Note", "PrimaryCare", "Biopsychosocial");

  private final Path file;
  private final Templates templates;
  private final JsonMapper json;

  PromptLibrary(StorageProperties storage, Templates templates, JsonMapper json) {
    this.file = storage.folder().resolve(FILE);
    this.templates = templates;
    this.json = json;
  }

  /** By name, in the file's order; it is written when it is not there. */
  Map<String, String> all() {
    try {
      if (Files.notExists(file)) {
        write(defaults());
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length <= LARGEST) {
          return json.readValue(bytes, new TypeReference<LinkedHashMap<String, String>>() {});
        }
      }
      log.warn("{} is larger than 1 MB and is not read", FILE);
    } catch (IOException | JacksonException e) {
      log.warn("{} cannot be read or written: {}", FILE, e.getClass().getSimpleName());
    }
    return defaults();
  }

  /** What a client means: the name of a prompt or template, or else a prompt itself. */
  String prompt(String given) {
    String own = all().get(given);
    if (own != null) {
      return own;
    }
    return templates.has(given) ? prompt(templates.get(given)) : given;
  }

  private Map<String, String> defaults() {
    return FIRST.stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> prompt(templates.get(name)),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String prompt(Template template) {
    StringBuilder prompt = new StringBuilder();
    prompt
        .append("Write a clinical note of the kind '")
        .append(template.name())
        .append("' from the transcript of a visit below. Use these headings, as <h4> of HTML:\n");
    for (TemplateSection section : template.sections()) {
      prompt.append("- ").append(section.title());
      if (!section.instruction().isBlank()) {
        prompt.append(": ").append(section.instruction().strip());
      }
      prompt.append('\n');
    }
    return prompt
        .append(
            "Write only what was said in the visit. Leave out a heading for which nothing was said.\n\n")
        .append(PLACE)
        .append('\n')
        .toString();
  }

  /** Whole or not at all. */
  private void write(Map<String, String> prompts) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), FILE, ".part");
    try {
      Files.writeString(part, json.writerWithDefaultPrettyPrinter().writeValueAsString(prompts));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
