package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.transcript.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Opens an assessment as clinicians do: with who the patient is and what brought them, in the words
 * in which the clinician presented them.
 */
final class Presentation {
  private static final Pattern PRESENTS =
      Pattern.compile(".*\\b(?:year[- ]old|presents|presenting|here (?:today )?(?:for|with))\\b.*");

  private static final Pattern AGED = Pattern.compile(".*\\byear[- ]old\\b.*");

  private Presentation() {}

  /**
   * Puts it before what is assessed or planned, where anything is, in a section that does not tell
   * the history, too.
   *
   * @param filed what stands in each section
   */
  static void open(Map<TemplateSection, List<Fact>> filed) {
    boolean concluded =
        filed.values().stream().flatMap(List::stream).anyMatch(fact -> concludes(fact.content()));
    Optional<TemplateSection> assessment =
        filed.keySet().stream()
            .filter(section -> section.holds().contains(Content.ASSESSMENT))
            .findFirst()
            .filter(section -> !section.holds().contains(Content.HISTORY));
    Optional<Fact> presented = presented(filed);
    if (concluded && assessment.isPresent() && presented.isPresent()) {
      List<Fact> facts = new ArrayList<>(List.of(presented.get().with(Content.ASSESSMENT)));
      facts.addAll(filed.get(assessment.get()));
      filed.put(assessment.get(), facts);
    }
  }

  private static boolean concludes(Content content) {
    return content == Content.ASSESSMENT || content == Content.PLAN;
  }

  private static Optional<Fact> presented(Map<TemplateSection, List<Fact>> filed) {
    List<Fact> presented =
        filed.values().stream()
            .flatMap(List::stream)
            .filter(fact -> fact.content() == Content.HISTORY)
            .filter(fact -> fact.origin().role() == Role.CLINICIAN)
            .filter(fact -> PRESENTS.matcher(fact.text()).matches())
            .toList();
    return presented.stream()
        .filter(fact -> AGED.matcher(fact.text()).matches())
        .findFirst()
        .or(() -> presented.stream().findFirst());
  }
}
