package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Source;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.ArrayList;
import java.util.List;

/** The chronic conditions that are spoken of, those that the visit is not about among them. */
final class Comorbidities {
  private static final Source RULE = new Source(Source.By.RULE, "chronic conditions");

  private Comorbidities() {}

  static List<Suggestion> of(List<Problem> problems) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (Problem problem : problems) {
      if (CodeGroups.is("chronic", problem.code())) {
        List<String> remarks = new ArrayList<>();
        remarks.add("A list only: no risk score is computed.");
        if (!problem.isAddressed()) {
          remarks.add("Only the patient spoke of it: count it when the clinician dealt with it.");
        }
        suggestions.add(
            new Suggestion(
                Kind.COMORBIDITY,
                problem.code().code(),
                problem.code().title(),
                problem.denied().isEmpty() && !problem.isPossible()
                    ? Standing.CHECKED
                    : Standing.DOUBTFUL,
                RULE,
                List.of(new Ground("Said: " + problem.words(), problem.evidence())),
                remarks));
      }
    }
    return suggestions;
  }
}
