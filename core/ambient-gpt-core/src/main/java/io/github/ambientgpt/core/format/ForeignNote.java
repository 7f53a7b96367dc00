package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Note;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes as people and other programs write them. Headings begin sections; a heading below a
 * heading, or a label before a sentence, is a topic; every sentence of a bullet or paragraph is a
 * statement. For one note.
 */
final class ForeignNote {
  private static final Pattern HASHES = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
  private static final Pattern BOLD =
      Pattern.compile("^(?:\\*\\*|__)([^*_]{1,80}?):?\\s*(?:\\*\\*|__)\\s*:?$");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:\\*\\*|__)?([\\p{Lu}][\\p{L}\\p{N}&/,'\u2019()"
              + " -]{0,59}?)(?::(?:\\*\\*|__)?|(?:\\*\\*|__):)(?:\\s+(.*)|)$");
  private static final Pattern BULLET =
      Pattern.compile(
          "^\\s*(?:[-*+\u2022\u25e6\u2013\u2014\u25aa\u25cf\u00b7]|\\d{1,2}[.)]|[a-z][.)])\\s+(.*)$");
  private static final Pattern RULE = Pattern.compile("^[-=_*\\s]{3,}$|^[|:\\s-]+$");
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*\\*|__|`|(?<!\\w)\\*(?=\\S)|(?<=\\S)\\*(?!\\w)");
  private static final Pattern NEXT_TOPIC =
      Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu}[\\p{L}/-]*(?: [\\p{L}/-]+){0,3}:\\s)");

  /** Headings that stand before text on the same line, too. */
  private static final Set<String> SECTIONS =
      Set.of(
          "subjective",
          "objective",
          "assessment",
          "plan",
          "assessment and plan",
          "assessment & plan",
          "a/p",
          "chief complaint",
          "cc",
          "hpi",
          "history of present illness",
          "review of systems",
          "ros",
          "past medical history",
          "pmh",
          "medical history",
          "past history",
          "past surgical history",
          "surgical history",
          "family history",
          "social history",
          "medications",
          "current medications",
          "allergies",
          "vitals",
          "vital signs",
          "vitals reviewed",
          "exam",
          "physical exam",
          "physical examination",
          "examination",
          "results",
          "labs",
          "imaging",
          "impression",
          "diagnosis",
          "diagnoses",
          "procedure",
          "procedures",
          "instructions",
          "patient instructions",
          "follow-up",
          "follow up",
          "disposition",
          "recommendations",
          "summary",
          "data",
          "intervention",
          "response",
          "behavior");

  /** Headings within a section that stand alone on a line, without any mark. */
  private static final Set<String> BARE_TOPICS =
      Set.of(
          "medical",
          "surgical",
          "family",
          "social",
          "general",
          "obstetric",
          "constitutional",
          "neck",
          "cardiovascular",
          "respiratory",
          "gastrointestinal",
          "genitourinary",
          "musculoskeletal",
          "integumentary",
          "neurological",
          "neurologic",
          "psychiatric");

  private final NoteBuilder draft = new NoteBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private String topic = "";
  private boolean longLine;
  private int level;

  Note read(List<String> lines, String name) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("^\\s*>\\s?", "");
      if (!line.isBlank() && isUnderline(lines, i + 1)) {
        heading(line, 1);
        i++;
      } else {
        line(line);
      }
    }
    endParagraph();
    return draft.note(name);
  }

  /** The sentences of a line, without the signs that make it bold or a bullet. */
  static List<String> prose(String line) {
    Matcher bullet = BULLET.matcher(line);
    return WrittenSentences.of(plain(bullet.matches() ? bullet.group(1) : line));
  }

  private static boolean isUnderline(List<String> lines, int at) {
    return at < lines.size() && lines.get(at).matches("={3,}|-{3,}");
  }

  private void line(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      endParagraph();
      return;
    }
    if (RULE.matcher(text).matches() || isNotice(text)) {
      endParagraph();
      return;
    }
    Matcher hashes = HASHES.matcher(text);
    if (hashes.matches()) {
      heading(hashes.group(2), hashes.group(1).length());
      return;
    }
    Matcher bold = BOLD.matcher(text);
    if (bold.matches()) {
      titleOrTopic(bold.group(1));
      return;
    }
    if (draft.hasSection() && BARE_TOPICS.contains(text.toLowerCase(Locale.ROOT))) {
      titleOrTopic(text);
      return;
    }
    Matcher bullet = BULLET.matcher(line);
    if (bullet.matches()) {
      endParagraph();
      labelled(bullet.group(1));
      return;
    }
    if (isCapitals(text)) {
      heading(text.replaceFirst(":$", ""), 1);
      return;
    }
    if (text.startsWith("|")) {
      endParagraph();
      statements(topic, text.replace('|', ' '));
      return;
    }
    labelled(text);
  }

  private static boolean isNotice(String text) {
    return Notice.is(text) || plain(text).replaceFirst("[.!]$", "").equals(Notice.DRAFT);
  }

  /** "CHIEF COMPLAINT", but neither "COPD." nor "BP 120/80". */
  private static boolean isCapitals(String text) {
    String title = text.replaceFirst(":$", "");
    return title.length() <= 60
        && title.chars().filter(Character::isLetter).count() >= 2
        && title.chars().noneMatch(Character::isLowerCase)
        && title.chars().noneMatch(Character::isDigit)
        && !title.contains(": ")
        && !title.matches(".*[.!?;,]$");
  }

  private void heading(String title, int depth) {
    endParagraph();
    String plain = plain(title).replaceFirst("\\s*:$", "");
    if (plain.isBlank()) {
      return;
    }
    topic = "";
    boolean below = draft.hasSection() && depth > level;
    if (below && draft.isEmptySection() && !isSection(draft.section())) {
      draft.template(draft.section()); // what looked like a section was the title of the note
      draft.renameSection(plain);
      level = depth;
    } else if (below && !isSection(plain)) {
      topic = plain.replaceFirst("^\\d{1,2}[.)]\\s*", "");
    } else {
      draft.section(plain);
      level = depth;
    }
  }

  private void titleOrTopic(String title) {
    endParagraph();
    if (!draft.hasSection() || isSection(title)) {
      heading(title, 1);
    } else {
      topic = plain(title).replaceFirst("^\\d{1,2}[.)]\\s*", "");
    }
  }

  private static boolean isSection(String title) {
    return SECTIONS.contains(title.strip().toLowerCase(Locale.ROOT));
  }

  private void labelled(String text) {
    Matcher label = LABEL.matcher(text);
    if (!label.matches() || label.group(1).split(" ").length > 7) {
      add(text);
      return;
    }
    String title = plain(label.group(1));
    String rest = label.group(2) == null ? "" : label.group(2);
    if (isSection(title)) {
      heading(title, 1);
      add(rest);
    } else if (rest.isBlank()) {
      titleOrTopic(title);
    } else {
      endParagraph();
      add(text);
    }
  }

  private void topical(String text) {
    Matcher label = LABEL.matcher(text);
    if (label.matches() && label.group(2) != null && isClaim(label.group(2))) {
      String title = plain(label.group(1));
      statements(title, label.group(2));
    } else {
      statements(topic, text);
    }
  }

  /** "Blood pressure: 120/80" and "Allergies: penicillin" say nothing without their label. */
  private static boolean isClaim(String text) {
    String plain = plain(text);
    return !plain.isEmpty() && Character.isLetter(plain.charAt(0)) && plain.contains(" ");
  }

  /** Joins the lines of a wrapped paragraph. */
  private void add(String text) {
    if (text.isBlank()) {
      return;
    }
    boolean wrapped =
        !paragraph.isEmpty()
            && ".!?:;".indexOf(paragraph.charAt(paragraph.length() - 1)) < 0
            && (Character.isLowerCase(text.charAt(0)) || longLine);
    if (!wrapped) {
      endParagraph();
    }
    paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
    longLine = text.length() >= 60;
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      for (String part : NEXT_TOPIC.split(paragraph)) {
        topical(part);
      }
      paragraph.setLength(0);
    }
  }

  private void statements(String about, String text) {
    for (String sentence : WrittenSentences.of(plain(text))) {
      draft.statement(about, sentence);
    }
  }

  private static String plain(String text) {
    return EMPHASIS.matcher(text).replaceAll("").strip().replaceAll("\\s+", " ");
  }
}
