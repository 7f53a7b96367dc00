package io.github.ambientgpt.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What programs write around a transcript and nobody said: titles, dates, attendees and keywords
 * before it, times alone in a line within it, notices behind it.
 */
final class ExportFrame {
  /** A program's own sentence, wherever it stands. */
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)^(?:Transcription ended after .*|This editable transcript was computer[- ]generated .*"
              + "|Transcribed by https?://\\S+|This transcript was (?:exported|generated) .*"
              + "|Transcript (?:provided )?by Rev(?:\\.com)?\\b.*|(?:.{1,60} )?(?:started|stopped) transcription\\.?"
              + "|Page \\d+ of \\d+|\\[(?:ti|ar|al|au|by|la|length|offset|re|ve):[^\\]]*]"
              + "|[\\[(]?end of (?:transcript|transcription|recording|audio|file)[\\])]?\\.?)$");

  /** One of these before the first label, and what stands there is a head. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?i)^(?:.*\\btranscript(?:ion)?\\b.*|attendees?:?|participants?:?|invited:?|speakers?:?"
              + "|(?:summary )?keywords:?|(?:attendees|participants|speakers|keywords|date|time|title|topic|subject"
              + "|duration|length|location|meeting|organizer|meeting id|file|source|language)\\s?:.*"
              + "|.*\\b\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}\\b.*|.*\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b.*"
              + "|(?:\\p{L}+,? )?\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}\\b.*|(?:\\d+h ?)?\\d+m(?: ?\\d+s)?"
              + "|.*\\.(?:mp3|mp4|m4a|wav|webm|docx|vtt|srt|txt)|.*Meeting Recording|Summary|Outline|Notes)$");

  private ExportFrame() {}

  /** The lines without notices, and without times that stand alone as they do in exports. */
  static List<String> withoutNotices(List<String> lines) {
    List<String> kept = new ArrayList<>();
    List<String> joined = ExportFrame.joined(lines);
    long times = joined.stream().filter(line -> ClockTime.isAlone(line)).count();
    for (String line : joined) {
      boolean notice = line.length() <= ClockTime.HEAD && NOTICE.matcher(line.strip()).matches();
      boolean time = times > 1 && ClockTime.isAlone(line);
      kept.add(notice || time ? "" : line);
    }
    return kept;
  }

  /** "Nadia Hale", and in the next line "0:03": one heading. */
  private static List<String> joined(List<String> lines) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean name =
          i + 1 < lines.size()
              && ClockTime.isAlone(lines.get(i + 1))
              && SpeakerLabel.kind(lines.get(i).strip().replaceFirst(":$", ""), false).isLikely();
      if (name) {
        joined.add(lines.get(i).strip().replaceFirst(":$", "") + "  " + lines.get(i + 1).strip());
        i++;
      } else {
        joined.add(lines.get(i));
      }
    }
    return joined;
  }

  /**
   * How many lines before the first label are a head.
   *
   * @param first the first line with a label
   */
  static int head(List<String> lines, int first) {
    boolean head =
        lines.subList(0, first).stream()
            .anyMatch(
                line -> line.length() <= ClockTime.HEAD && HEAD.matcher(line.strip()).matches());
    return head ? first : 0;
  }
}
