package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Source;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Codes of the official table for the patient's problems. */
final class DiagnosisCodes {
  static final Source TABLE = new Source(Source.By.TABLE, Icd10Cm.EDITION);

  /** Words that fit the code's title less than this are for a person to compare. */
  private static final double SURE = 0.8;

  private static final int MOST_SYMPTOMS = 6;

  private DiagnosisCodes() {}

  static List<Suggestion> of(List<Problem> problems) {
    List<Suggestion> suggestions = new ArrayList<>();
    int symptoms = 0;
    for (Problem problem : problems) {
      if (!problem.isSymptom() || symptoms++ < MOST_SYMPTOMS) {
        suggestions.add(suggestion(problem));
      }
    }
    return suggestions;
  }

  static Suggestion suggestion(Problem problem) {
    IcdCode code = problem.code();
    List<String> remarks = remarks(code);
    List<Ground> grounds = new ArrayList<>();
    grounds.add(new Ground("Said: " + problem.words(), problem.evidence()));
    boolean doubtful = false;
    if (problem.match().score() < SURE) {
      remarks.add("The words fit the title only in part: compare them.");
      doubtful = true;
    } else if (problem.match().lay()) {
      remarks.add("Found by our table of lay terms.");
    }
    if (problem.isPossible()) {
      remarks.add("Only said to be possible: outpatient rules code the symptoms until it is sure.");
      doubtful = true;
    }
    if (!problem.denied().isEmpty()) {
      grounds.add(new Ground("Denied elsewhere", Problem.evidence(problem.denied())));
      remarks.add("It is also denied in the visit: read both places.");
      doubtful = true;
    }
    if (problem.isSymptom()) {
      remarks.add("A symptom: not coded when it belongs to a diagnosis that is.");
    }
    Standing standing = doubtful ? Standing.DOUBTFUL : Standing.CHECKED;
    return new Suggestion(
        Kind.ICD_10_CM, code.code(), code.title(), standing, TABLE, grounds, remarks);
  }

  /** What the table says of a code; may be added to. */
  static List<String> remarks(IcdCode code) {
    List<String> remarks = new ArrayList<>();
    remarks.add("In the official table, " + Icd10Cm.EDITION + ".");
    if (!code.seventh().isEmpty()) {
      remarks.add(
          "Not complete: needs a 7th character, "
              + code.seventh().stream()
                  .limit(4)
                  .map(seventh -> seventh.character() + " (" + seventh.meaning() + ")")
                  .collect(Collectors.joining(", "))
              + (code.seventh().size() > 4 ? ", …." : "."));
    } else if (!code.billable()) {
      remarks.add("Not valid for billing: a longer code is needed.");
    }
    return remarks;
  }
}
