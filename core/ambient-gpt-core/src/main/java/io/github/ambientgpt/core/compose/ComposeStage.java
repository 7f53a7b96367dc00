package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Composes a note with no language model: it picks and orders what was said. Nothing in it comes
 * from anywhere but the transcript and the template's headings. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ComposeStage implements Stage<Facts, Note> {
  /** The name of this writer in a note's generation. */
  public static final String WRITER = "builtin";

  /** How likely a clinician keeps what the rules would leave out, for it to stand in a note. */
  private static final double STANDARD = 0.4;

  private static final double FULL = 0.25;

  private final Template template;
  private final NoteLength length;

  /** Of the usual length. */
  public ComposeStage(Template template) {
    this(template, NoteLength.STANDARD);
  }

  public ComposeStage(Template template, NoteLength length) {
    this.template = Objects.requireNonNull(template, "template");
    this.length = Objects.requireNonNull(length, "length");
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public Note run(Facts found, Monitor monitor) {
    Map<TemplateSection, List<Fact>> filed = new LinkedHashMap<>();
    template.sections().forEach(section -> filed.put(section, new ArrayList<>()));
    double least = length == NoteLength.FULL ? FULL : STANDARD;
    List<Fact> worth = new ArrayList<>(FactModel.english().worth(found.all(), least));
    found.measured().stream()
        .filter(measured -> worth.stream().noneMatch(measured::isSaidIn))
        .map(MeasuredFacts.Measured::fact)
        .forEach(worth::add);
    for (Fact fact : worth) {
      filed.get(place(fact.content(), template)).add(fact);
    }
    filed.replaceAll((section, facts) -> Deduplication.merged(facts, monitor));
    Set<Fact> chosen =
        Selection.of(
            filed.values().stream().flatMap(List::stream).toList(), found.wordsSaid(), length);
    List<Section> sections = new ArrayList<>();
    filed.replaceAll((section, facts) -> facts.stream().filter(chosen::contains).toList());
    if (length != NoteLength.BRIEF) {
      Presentation.open(filed);
    }
    for (Map.Entry<TemplateSection, List<Fact>> entry : filed.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        sections.add(
            new Section(
                entry.getKey().title(),
                statements(entry.getKey(), entry.getValue(), found.pronouns())));
      }
    }
    return Note.draft(template.name(), sections, Generation.of(WRITER));
  }

  private static List<Statement> statements(
      TemplateSection section, List<Fact> facts, Pronouns pronouns) {
    List<Fact> sorted = new ArrayList<>(facts);
    sorted.removeIf(fact -> isMereHeading(fact, facts));
    Map<String, Integer> topics = new HashMap<>();
    sorted.forEach(fact -> topics.putIfAbsent(fact.topic(), topics.size()));
    boolean byProblem =
        section.holds().contains(Content.ASSESSMENT) || section.holds().contains(Content.PLAN);
    Comparator<Fact> byKind = Comparator.comparingInt(fact -> rank(section, fact));
    Comparator<Fact> byTopic = Comparator.comparingInt(fact -> topics.get(fact.topic()));
    sorted.sort(byProblem ? byTopic.thenComparing(byKind) : byKind.thenComparing(byTopic));
    List<Statement> told = new ArrayList<>();
    String before = "";
    for (Fact fact : sorted) {
      String text = follows(before, fact) ? pronouns.instead(fact.text()) : fact.text();
      told.add(Statement.unchecked(topic(section, fact), text, fact.evidence()));
      before = fact.content() + fact.topic();
    }
    return told;
  }

  /** Whether the one before speaks of the same, so that "he" is enough. */
  private static boolean follows(String before, Fact fact) {
    return before.equals(fact.content() + fact.topic());
  }

  /** Where a section holds several kinds of content, the lesser ones stand under their names. */
  private static String topic(TemplateSection section, Fact fact) {
    boolean named =
        fact.content() == Content.RESULTS
            && fact.text().toLowerCase(Locale.ROOT).contains(fact.topic().toLowerCase(Locale.ROOT));
    if (fact.text().equals(fact.topic() + ".") || named && section.holds().size() < 2) {
      return "";
    }
    if (!fact.topic().isEmpty() || section.holds().size() < 2) {
      return fact.topic();
    }
    return switch (fact.content()) {
      case REVIEW_OF_SYSTEMS -> "Review of systems";
      case PAST_HISTORY -> "Past history";
      case MEDICATIONS -> "Medications";
      case ALLERGIES -> "Allergies";
      case FAMILY_HISTORY -> "Family history";
      case SOCIAL_HISTORY -> "Social history";
      case MENTAL_HEALTH -> "Mental health";
      case DEVELOPMENT -> "Development";
      case VITALS -> "Vital signs";
      case RESULTS -> "Results";
      case INSTRUCTIONS -> "Follow-up";
      case CHIEF_COMPLAINT -> "Chief complaint";
      case HISTORY, EXAMINATION, PROCEDURE, ASSESSMENT, PLAN -> "";
    };
  }

  /** A problem's name says nothing new above what is said of it. */
  private static boolean isMereHeading(Fact fact, List<Fact> facts) {
    return fact.text().equals(fact.topic() + ".")
        && facts.stream().anyMatch(f -> f != fact && f.topic().equals(fact.topic()));
  }

  private static int rank(TemplateSection section, Fact fact) {
    int rank = section.holds().indexOf(fact.content());
    return rank < 0 ? section.holds().size() : rank;
  }

  private static TemplateSection place(Content content, Template template) {
    for (TemplateSection section : template.sections()) {
      if (section.holds().contains(content)) {
        return section;
      }
    }
    for (Content next : content.nextBest()) {
      for (TemplateSection section : template.sections()) {
        if (section.holds().contains(next)) {
          return section;
        }
      }
    }
    return template.sections().get(0);
  }
}
