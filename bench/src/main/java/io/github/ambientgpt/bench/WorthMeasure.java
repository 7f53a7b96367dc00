package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What would make a clinician throw a note away, counted without a reader: doses, frequencies and
 * vital signs that were said and are not in it, orders that lost their condition, sentences whose
 * subject nobody knows, empty sections, complaints and problems that are none.
 */
final class WorthMeasure {
  private static final Pattern PRONOUN =
      Pattern.compile("(?:It|That|This|They|These|Those|It's|That's)\\b.*");
  private static final Pattern CLINICIAN = Pattern.compile("(?i).*\\bthe clinic(?:ian)?\\b.*");
  private static final Pattern IF = Pattern.compile("(?i)\\b(?:only )?(?:if|unless)\\b");
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?i)\\b(?:if|unless|should|when|once|as needed|depending|in"
              + " case|until|may|might|could|can|consider)\\b");
  private static final Pattern REASON =
      Pattern.compile(
          "(?i).*\\b(?:follow|annual|physical|visit|check|checkup|routine|wellness|well|exam|evaluation|refill|results?|surgery|operative|consult\\w*|establish|referral|review|post|management|removal|injury|wound|bite|fracture)\\b.*");
  private static final Pattern VITAL =
      Pattern.compile(
          "(?i)blood pressure|pulse|heart rate|temperature|respiratory rate|o2"
              + " sat\\w*|oxygen|satting|saturation|weight|bmi");
  private static final Pattern VALUE = Pattern.compile("\\d+(?:[./]\\d+)?");
  private static final int NEAR = 45;
  private static final Set<String> PLANNED = Set.of("Plan", "Assessment");
  private static final Map<String, Content> HEADINGS = new HashMap<>();

  static {
    io.github.ambientgpt.core.english.Table.read(
        WorthMeasure.class,
        "reference-headings.tsv",
        row ->
            io.github.ambientgpt.core.english.Table.alternatives(row.get(1))
                .forEach(heading -> HEADINGS.put(heading, Content.valueOf(row.get(0)))));
  }

  private final Report report;
  private final Template template = Templates.builtin().get(AciMeasure.FULL);

  WorthMeasure(Report report) {
    this.report = report;
  }

  void measure(String split, List<Composed> notes) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Share doses = Share.NONE;
    Share rhythms = Share.NONE;
    Share vitals = Share.NONE;
    Share filled = Share.NONE;
    int statements = 0;
    int unconditional = 0;
    int pronouns = 0;
    int clinicians = 0;
    int complaints = 0;
    int problems = 0;
    for (Composed composed : notes) {
      String note = composed.text();
      for (Dose said : Dose.of(composed.visit().transcript())) {
        doses = doses.plus(note.lines().anyMatch(said::isIn));
        if (!said.frequency().isEmpty()) {
          rhythms = rhythms.plus(note.lines().anyMatch(said::isWhollyIn));
        }
      }
      vitals = vitals.plus(vitals(composed));
      filled = filled.plus(filled(composed));
      for (Section section : composed.note().sections()) {
        Set<String> topics = new HashSet<>();
        for (Statement statement : section.statements()) {
          statements++;
          boolean order = PLANNED.contains(section.title());
          unconditional += order && lostCondition(statement, composed.visit().transcript()) ? 1 : 0;
          pronouns += PRONOUN.matcher(statement.text()).matches() ? 1 : 0;
          clinicians += CLINICIAN.matcher(statement.text()).matches() ? 1 : 0;
          boolean named = topics.add(statement.topic()) && !statement.topic().isEmpty();
          problems += order && named && !isProblem(statement.topic()) ? 1 : 0;
        }
        complaints += section.title().equals("Chief Complaint") && !isComplaint(section) ? 1 : 0;
      }
    }
    figures.put("drug and dose, % of those said", doses.percent());
    figures.put("drug, dose and frequency, % of those said", rhythms.percent());
    figures.put("values of vital signs, % of those said", vitals.percent());
    figures.put("sections of the reference that are filled, %", filled.percent());
    figures.put("orders that lost their condition", (double) unconditional);
    figures.put("statements that begin with a bare pronoun", (double) pronouns);
    figures.put("statements that speak of the clinician or the clinic", (double) clinicians);
    figures.put("chief complaints that are none", (double) complaints);
    figures.put("headings of problems that are none", (double) problems);
    String prefix = "worth." + split + ".";
    report.figure(prefix + "doses", doses.percent());
    report.figure(prefix + "frequencies", rhythms.percent());
    report.figure(prefix + "vitals", vitals.percent());
    report.figure(prefix + "sections", filled.percent());
    report.figure(prefix + "unconditional", unconditional);
    report.figure(prefix + "pronouns", pronouns);
    report.figure(prefix + "clinicians", clinicians);
    report.figure(prefix + "complaints", complaints);
    report.figure(prefix + "problems", problems);
    table(split, figures, statements, notes.size());
  }

  private void table(String split, Map<String, Double> figures, int statements, int notes) {
    List<List<String>> rows = new ArrayList<>();
    figures.forEach((name, value) -> rows.add(List.of(name, one(value))));
    report.table(
        new Table(
            "What makes a note worth signing (" + AciMeasure.FULL + ", ACI-BENCH " + split + ")",
            "Counted by patterns of the bench's own over "
                + statements
                + " statements of "
                + notes
                + " notes.",
            List.of("What", "is"),
            rows));
  }

  /**
   * A drug that was said with a dose.
   *
   * @param frequency how often it is taken; empty when that was not said
   */
  private record Dose(String drug, String value, String frequency) {
    private static final Pattern NUMBER_AND_UNIT =
        Pattern.compile(
            "(\\d[\\d,]*(?:\\.\\d+)?)"
                + " ?(mg|milligrams?|mcg|micrograms?|g|grams?|units?|puffs?|iu|ml)\\b");
    private static final int AFTER = 60;

    static List<Dose> of(Transcript transcript) {
      List<Dose> doses = new ArrayList<>();
      for (Utterance utterance : transcript.utterances()) {
        String text = text(utterance.text());
        List<Integer> drugs = new ArrayList<>();
        var mentions =
            Vocabulary.english().mentions(text).stream()
                .filter(m -> m.concept().kind().name().equals("DRUG"))
                .toList();
        mentions.forEach(m -> drugs.add(m.beginChar()));
        for (int i = 0; i < mentions.size(); i++) {
          int from = mentions.get(i).endChar();
          int next = i + 1 < drugs.size() ? drugs.get(i + 1) : text.length();
          String after =
              text.substring(from, Math.min(next, Math.min(text.length(), from + AFTER)));
          Matcher dose = NUMBER_AND_UNIT.matcher(after);
          if (dose.find()) {
            doses.add(
                new Dose(
                    text.substring(mentions.get(i).beginChar(), from),
                    dose.group(1).replace(",", ""),
                    frequency(after.substring(dose.end()))));
          }
        }
      }
      return doses;
    }

    private static String frequency(String text) {
      return Vocabulary.english().frequencies().find(text).stream()
          .findFirst()
          .map(match -> match.value().name())
          .orElse("");
    }

    /** Numbers in digits, on one line. */
    static String text(String spoken) {
      List<Token> tokens =
          io.github.ambientgpt.core.english.Numbers.joined(Tokenizer.tokens(spoken));
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < tokens.size(); ) {
        var number = io.github.ambientgpt.core.english.Numbers.at(tokens, i);
        text.append(number.map(n -> n.digits()).orElse(tokens.get(i).text())).append(' ');
        i = number.map(n -> n.to()).orElse(i + 1);
      }
      return text.toString();
    }

    boolean isIn(String line) {
      String text = line.toLowerCase(Locale.ROOT).replace(",", "");
      return text.contains(drug) && text.matches(".*\\b" + Pattern.quote(value) + "\\b.*");
    }

    boolean isWhollyIn(String line) {
      return isIn(line)
          && Vocabulary.english().frequencies().find(line.toLowerCase(Locale.ROOT)).stream()
              .anyMatch(match -> match.value().name().equals(frequency));
    }
  }

  /** Values that stand shortly after the name of a vital sign. */
  private static Share vitals(Composed composed) {
    Share share = Share.NONE;
    String note = composed.text();
    for (Utterance utterance : composed.visit().transcript().utterances()) {
      String text = Dose.text(utterance.text()).replaceAll("(\\d+) over (\\d+)", "$1/$2");
      Matcher vital = VITAL.matcher(text);
      while (vital.find()) {
        Matcher value =
            VALUE.matcher(text.substring(vital.end(), Math.min(text.length(), vital.end() + NEAR)));
        if (value.find()) {
          share = share.plus(note.matches("(?s).*\\b" + Pattern.quote(value.group()) + "\\b.*"));
        }
      }
    }
    return share;
  }

  /** Which of the sections that the reference has are filled. */
  private Share filled(Composed composed) {
    Set<String> wanted =
        composed
            .visit()
            .reference()
            .lines()
            .map(line -> HEADINGS.get(line.strip().replaceAll(":$", "").toLowerCase(Locale.ROOT)))
            .filter(content -> content != null)
            .flatMap(content -> template.sectionFor(content).stream())
            .map(TemplateSection::title)
            .collect(Collectors.toSet());
    Set<String> ours =
        composed.note().sections().stream()
            .filter(section -> !section.statements().isEmpty())
            .map(Section::title)
            .collect(Collectors.toSet());
    Share share = Share.NONE;
    for (String title : wanted) {
      share = share.plus(ours.contains(title));
    }
    return share;
  }

  private static boolean lostCondition(Statement statement, Transcript transcript) {
    if (CONDITION.matcher(statement.text()).find()) {
      return false;
    }
    for (Evidence evidence : statement.evidence()) {
      String said =
          transcript.utterances().stream()
              .filter(u -> u.id().equals(evidence.utterance()))
              .map(Utterance::text)
              .findFirst()
              .orElse("");
      if (IF.matcher(said.substring(evidence.begin(), evidence.end())).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComplaint(Section section) {
    String text = section.statements().get(0).text();
    return REASON.matcher(text).matches()
        || Vocabulary.english().mentions(text).stream().anyMatch(m -> Facts.isFinding(m.concept()));
  }

  private static boolean isProblem(String topic) {
    return REASON.matcher(topic).matches()
        || Vocabulary.english().mentions(topic).stream()
            .anyMatch(m -> Facts.isFinding(m.concept()));
  }
}
