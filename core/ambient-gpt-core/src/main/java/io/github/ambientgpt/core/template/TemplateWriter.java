package io.github.ambientgpt.core.template;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes a template as a person would have written its file.
 *
 * @since 0.1.0
 */
public final class TemplateWriter {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .build();

  private TemplateWriter() {}

  /** YAML that {@link Templates#with} reads as an equal template. */
  public static String write(Template template) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("name", template.name());
    if (!template.description().isEmpty()) {
      root.put("description", template.description());
    }
    ArrayNode sections = root.putArray("sections");
    for (TemplateSection section : template.sections()) {
      ObjectNode node = sections.addObject();
      node.put("title", section.title());
      if (!section.holds().isEmpty()) {
        ArrayNode holds = node.putArray("holds");
        section.holds().forEach(kind -> holds.add(TemplateReader.word(kind)));
      }
      if (!section.instruction().isEmpty()) {
        node.put("instruction", section.instruction());
      }
    }
    return YAML.writeValueAsString(root).replace("\r\n", "\n");
  }
}
