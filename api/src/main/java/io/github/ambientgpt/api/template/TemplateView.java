package io.github.ambientgpt.api.template;

import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a note.
 *
 * @param own whether it is one's own and can be changed
 * @param version its ETag, without the quotes; absent for one that comes with the program
 * @param source as YAML, the form in which it is changed
 */
record TemplateView(
    String name,
    String description,
    boolean own,
    @Nullable Long version,
    List<SectionView> sections,
    String source) {
  /**
   * @param holds kinds of content, such as {@code past-history}
   * @param instruction what a language model is told to write
   */
  record SectionView(String title, List<String> holds, String instruction) {
    static SectionView of(TemplateSection section) {
      return new SectionView(
          section.title(),
          section.holds().stream().map(SectionView::word).toList(),
          section.instruction());
    }

    private static String word(Content kind) {
      return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static TemplateView builtin(Template template, String source) {
    return of(template, source, null);
  }

  static TemplateView of(Template template, String source, @Nullable Long version) {
    return new TemplateView(
        template.name(),
        template.description(),
        version != null,
        version,
        template.sections().stream().map(SectionView::of).toList(),
        source);
  }
}
