package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A question about sections of a note. */
final class NoteQuestion {
  /** A note is shorter than what it is written from. */
  private static final double ANSWER_SHARE = 0.4;

  private NoteQuestion() {}

  static Question of(
      String prompt, PromptedModel model, Template template, List<TemplateSection> sections) {
    return of(prompt, model, template, sections, "");
  }

  /** One that writes anew. */
  static Question of(
      String prompt,
      PromptedModel model,
      Template template,
      List<TemplateSection> sections,
      NoteLength length) {
    String file = "length-" + length.name().toLowerCase(Locale.ROOT) + ".md";
    return of(prompt, model, template, sections, model.source(file).strip());
  }

  private static Question of(
      String prompt,
      PromptedModel model,
      Template template,
      List<TemplateSection> sections,
      String length) {
    return model.question(
        prompt,
        Map.of(
            "template",
            template.name(),
            "sections",
            SectionsReader.described(sections),
            "length",
            length),
        Map.of("titles", SectionsReader.titles(sections)),
        ANSWER_SHARE);
  }
}
