package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.pipeline.CleanedTranscript;
import io.github.ambientgpt.core.pipeline.CleanedUtterance;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a cleaned transcript is written. */
enum CleanedFormat {
  /** Each turn with {@code ~~removed~~ **added**}. */
  MARKDOWN {
    @Override
    String write(CleanedTranscript cleaned) {
      StringBuilder out = new StringBuilder("# Cleaned transcript\n\n");
      for (int i = 0; i < cleaned.utterances().size(); i++) {
        out.append(line(cleaned.original().utterances().get(i), cleaned.utterances().get(i)));
      }
      return out.toString();
    }
  },
  /** The cleaned words alone. */
  TEXT {
    @Override
    String write(CleanedTranscript cleaned) {
      return TranscriptFormat.TEXT.write(cleaned.transcript());
    }
  },
  JSON {
    @Override
    String write(CleanedTranscript cleaned) {
      return json(cleaned);
    }
  };

  private static final Pattern SPECIAL = Pattern.compile("[\\\\*_`<\\[\\]~]");

  abstract String write(CleanedTranscript cleaned);

  private static String line(Utterance original, CleanedUtterance cleaned) {
    StringBuilder line = new StringBuilder("- ");
    line.append(escaped(original.id())).append(" \\[");
    line.append(escaped(label(original.speaker()))).append("\\] ");
    int from = 0;
    for (CleanedUtterance.Change change : cleaned.changes()) {
      line.append(escaped(original.text().substring(from, change.begin())));
      if (!change.from().isEmpty()) {
        line.append("~~").append(escaped(change.from())).append("~~");
      }
      if (!change.to().isEmpty()) {
        line.append(change.from().isEmpty() ? "" : " ");
        line.append("**").append(escaped(change.to())).append("**");
        line.append(change.from().isEmpty() ? " " : "");
      }
      from = change.end();
    }
    line.append(escaped(original.text().substring(from)));
    cleaned
        .refused()
        .ifPresent(
            what ->
                line.append(" *(left as it was: the correction altered ")
                    .append(what)
                    .append(")*"));
    return line.append('\n').toString();
  }

  private static String label(Speaker speaker) {
    return speaker.label().isEmpty()
        ? speaker.role().name().toLowerCase(Locale.ROOT)
        : speaker.label();
  }

  private static String escaped(String text) {
    String flat = text.replaceAll("\\R", " ");
    return SPECIAL
        .matcher(flat)
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  private static String json(CleanedTranscript cleaned) {
    ObjectNode report = ReportFormat.object();
    report.put("fallback", cleaned.fallback().orElse(null));
    ArrayNode utterances = report.putArray("utterances");
    for (int i = 0; i < cleaned.utterances().size(); i++) {
      Utterance original = cleaned.original().utterances().get(i);
      CleanedUtterance utterance = cleaned.utterances().get(i);
      ObjectNode object = utterances.addObject();
      object.put("id", utterance.id());
      object.put("speaker", label(original.speaker()));
      object.put("text", utterance.text());
      object.put("original", original.text());
      object.put("refused", utterance.refused().orElse(null));
      ArrayNode changes = object.putArray("changes");
      for (CleanedUtterance.Change change : utterance.changes()) {
        changes
            .addObject()
            .put("begin", change.begin())
            .put("end", change.end())
            .put("from", change.from())
            .put("cleanedBegin", change.cleanedBegin())
            .put("cleanedEnd", change.cleanedEnd())
            .put("to", change.to());
      }
    }
    return ReportFormat.write(report);
  }
}
