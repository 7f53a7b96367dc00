package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Social determinants of health, ICD-10-CM Z55 to Z65, by the phrases of the lay terms. */
final class SocialFactors {
  /** Codes that are about the family: there, "my wife died" is the patient's own. */
  private static final String FAMILY = "Z63";

  private SocialFactors() {}

  static boolean is(IcdCode code) {
    String category = code.category();
    return category.compareTo("Z55") >= 0 && category.compareTo("Z65") <= 0;
  }

  static List<Suggestion> of(Visit visit) {
    Map<String, List<Naming>> found = new LinkedHashMap<>();
    for (Naming naming : visit.circumstances()) {
      boolean own =
          naming.assertion() == Assertion.AFFIRMED
              || naming.assertion() == Assertion.ANOTHERS
                  && naming.concept().name().startsWith(FAMILY);
      if (own) {
        found.computeIfAbsent(naming.concept().name(), c -> new ArrayList<>()).add(naming);
      }
    }
    List<Suggestion> suggestions = new ArrayList<>();
    found.forEach(
        (name, namings) -> {
          IcdCode code = Icd10Cm.official().code(name).orElseThrow();
          List<String> remarks = DiagnosisCodes.remarks(code);
          remarks.add("Found by our table of lay terms.");
          suggestions.add(
              new Suggestion(
                  Kind.SOCIAL,
                  code.code(),
                  code.title(),
                  Standing.CHECKED,
                  DiagnosisCodes.TABLE,
                  List.of(new Ground("Said: " + namings.get(0).words(), Problem.evidence(namings))),
                  remarks));
        });
    return suggestions;
  }
}
