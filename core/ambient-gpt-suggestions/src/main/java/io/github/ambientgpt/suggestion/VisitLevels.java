package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Source;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import io.github.ambientgpt.suggestion.VisitDetails.Patient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The level of an office visit, by decision making and by time, for who the patient may be. */
final class VisitLevels {
  private static final Source DECISIONS = new Source(Source.By.RULE, "medical decision making");
  private static final Source TIME = new Source(Source.By.RULE, "time");
  private static final String NOT_CHECKED =
      "A number and our own words: not checked against CPT, which is licensed.";

  /** The code for each further stretch of a visit that is longer than its highest level. */
  private static final String PROLONGED = "99417";

  private static final int STRETCH = 15;

  private static final List<Level> LEVELS = new ArrayList<>();

  private record Level(Patient patient, String code, Complexity complexity, int minutes) {}

  static {
    Table.read(
        VisitLevels.class,
        "visit-levels.tsv",
        row ->
            LEVELS.add(
                new Level(
                    Patient.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                    row.get(1),
                    Complexity.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                    Integer.parseInt(row.get(3)))));
  }

  private VisitLevels() {}

  static List<Suggestion> of(Visit visit, List<Problem> problems, VisitDetails details) {
    List<Suggestion> suggestions = new ArrayList<>();
    List<Evidence> social =
        SocialFactors.of(visit).stream().flatMap(s -> s.evidence().stream()).distinct().toList();
    DecisionMaking decisions = new DecisionMaking(visit, problems, social);
    Optional<Minutes> minutes = Minutes.of(details, visit.transcript());
    for (Patient patient : Patient.values()) {
      if (details.patient().filter(known -> known != patient).isEmpty()) {
        suggestions.add(byDecisions(patient, decisions, details));
        minutes.ifPresent(time -> suggestions.addAll(byTime(patient, time, details)));
      }
    }
    return suggestions;
  }

  private static Suggestion byDecisions(
      Patient patient, DecisionMaking decisions, VisitDetails details) {
    Level level =
        LEVELS.stream()
            .filter(l -> l.patient() == patient && l.complexity() == decisions.level())
            .findFirst()
            .orElseThrow();
    List<String> remarks = new ArrayList<>();
    remarks.add("Two of three parts reach it: " + decisions.summary() + ".");
    remarks.add(NOT_CHECKED);
    addUnknown(details, remarks);
    return new Suggestion(
        Kind.VISIT_LEVEL,
        level.code(),
        "%s patient, decision making %s".formatted(word(patient), level.complexity().word()),
        Standing.UNCHECKED,
        DECISIONS,
        decisions.grounds(),
        remarks);
  }

  private static List<Suggestion> byTime(Patient patient, Minutes minutes, VisitDetails details) {
    List<Level> reached =
        LEVELS.stream()
            .filter(level -> level.patient() == patient && level.minutes() <= minutes.count())
            .toList();
    if (reached.isEmpty()) {
      return List.of();
    }
    Level level = reached.get(reached.size() - 1);
    List<String> remarks = new ArrayList<>();
    remarks.add("At least %d minutes on the day of the visit.".formatted(level.minutes()));
    remarks.addAll(minutes.remarks());
    remarks.add(NOT_CHECKED);
    addUnknown(details, remarks);
    String text = "%s patient, %s".formatted(word(patient), minutes.text());
    List<Ground> grounds = List.of(new Ground(minutes.text(), minutes.evidence()));
    List<Suggestion> suggestions = new ArrayList<>();
    suggestions.add(suggestion(level.code(), text, grounds, remarks));
    int further = (minutes.count() - level.minutes()) / STRETCH;
    if (level.complexity() == Complexity.HIGH && further > 0) {
      List<String> more = new ArrayList<>(remarks);
      more.set(0, "Each %d minutes beyond those of %s.".formatted(STRETCH, level.code()));
      more.add("Medicare has another code and counts from a later minute.");
      suggestions.add(
          suggestion(PROLONGED, "Prolonged: %d times".formatted(further), grounds, more));
    }
    return suggestions;
  }

  private static Suggestion suggestion(
      String code, String text, List<Ground> grounds, List<String> remarks) {
    return new Suggestion(Kind.VISIT_LEVEL, code, text, Standing.UNCHECKED, TIME, grounds, remarks);
  }

  private static void addUnknown(VisitDetails details, List<String> remarks) {
    if (details.patient().isEmpty()) {
      remarks.add("Whether the patient is new or established was not given: both are told.");
    }
  }

  private static String word(Patient patient) {
    return patient == Patient.NEW ? "New" : "Established";
  }

  /**
   * How long the visit was.
   *
   * @param estimated true when nobody gave the minutes
   * @param evidence where the recording's last words are, when they give the minutes
   */
  private record Minutes(int count, boolean estimated, List<Evidence> evidence) {
    static Optional<Minutes> of(VisitDetails details, Transcript transcript) {
      OptionalInt given = details.minutes();
      if (given.isPresent()) {
        return Optional.of(new Minutes(given.getAsInt(), false, List.of()));
      }
      return transcript.utterances().stream()
          .filter(utterance -> utterance.span().isPresent())
          .reduce((before, after) -> after)
          .map(
              last -> {
                Span span = last.span().orElseThrow();
                Evidence end = new Evidence(last.id(), 0, last.text().length());
                return new Minutes((int) (span.end() / 60), true, List.of(end));
              });
    }

    String text() {
      return count + (estimated ? " minutes of recording, an estimate" : " minutes as given");
    }

    List<String> remarks() {
      return estimated
          ? List.of(
              "An estimate from the recording: what the clinician does before and after counts too.")
          : List.of();
    }
  }
}
