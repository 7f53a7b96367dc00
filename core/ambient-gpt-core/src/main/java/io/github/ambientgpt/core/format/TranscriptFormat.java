package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.Locale;

/**
 * How a transcript is written. {@link TranscriptReader} reads all of them.
 *
 * @since 0.1.0
 */
public enum TranscriptFormat {
  /** One turn a line, {@code [speaker] words}. */
  TEXT {
    @Override
    public String write(Transcript transcript) {
      return text(MisheardMark.in(transcript));
    }
  },
  /** Everything that is known; it reads back as the same transcript. */
  JSON {
    @Override
    public String write(Transcript transcript) {
      return TranscriptJson.write(transcript);
    }
  },
  SRT {
    @Override
    public String write(Transcript transcript) {
      return srt(MisheardMark.in(transcript));
    }
  },
  /** WebVTT. */
  VTT {
    @Override
    public String write(Transcript transcript) {
      return vtt(MisheardMark.in(transcript));
    }
  },
  /** AWS HealthScribe's conversation; it meets the clinical document of the same visit. */
  HEALTHSCRIBE {
    @Override
    public String write(Transcript transcript) {
      return new HealthScribeTranscript(transcript).write();
    }
  };

  /**
   * @return the whole document, its lines ended by {@code \n}
   * @throws InvalidInputException when this format needs times and the transcript has none
   */
  public abstract String write(Transcript transcript);

  private static String text(Transcript transcript) {
    StringBuilder out = new StringBuilder();
    if (transcript.recognition().previewQuality()) {
      out.append(PreviewMark.of(transcript.recognition())).append("\n\n");
    }
    boolean labelled =
        transcript.utterances().stream().anyMatch(u -> !label(u.speaker()).isEmpty());
    for (Utterance utterance : transcript.utterances()) {
      out.append(bracketed(utterance.speaker(), labelled)).append(line(utterance)).append('\n');
    }
    return out.toString();
  }

  private static String srt(Transcript transcript) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    if (transcript.recognition().previewQuality()) { // SRT has no comments: a cue of no length
      String mark = PreviewMark.of(transcript.recognition());
      cue(out.append(++number).append('\n'), new Span(0, 0), ',').append(mark).append("\n\n");
    }
    boolean labelled =
        transcript.utterances().stream().anyMatch(u -> !label(u.speaker()).isEmpty());
    for (Utterance utterance : transcript.utterances()) {
      cue(out.append(++number).append('\n'), span(utterance, "SRT"), ',')
          .append(bracketed(utterance.speaker(), labelled))
          .append(line(utterance).replace("-->", "->"))
          .append("\n\n");
    }
    return out.toString();
  }

  private static String vtt(Transcript transcript) {
    StringBuilder out = new StringBuilder("WEBVTT\n\n");
    if (transcript.recognition().previewQuality()) {
      out.append("NOTE ").append(PreviewMark.of(transcript.recognition())).append("\n\n");
    }
    for (Utterance utterance : transcript.utterances()) {
      String label = label(utterance.speaker());
      cue(out, span(utterance, "WebVTT"), '.')
          .append(label.isEmpty() ? "" : "<v " + escaped(label) + ">")
          .append(escaped(line(utterance)))
          .append("\n\n");
    }
    return out.toString();
  }

  private static Span span(Utterance utterance, String format) {
    return utterance
        .span()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "The transcript has no times, which %s needs: choose text or json."
                        .formatted(format)));
  }

  private static StringBuilder cue(StringBuilder out, Span span, char separator) {
    return out.append(clock(span.start(), separator))
        .append(" --> ")
        .append(clock(span.end(), separator))
        .append('\n');
  }

  static String clock(double seconds, char separator) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        separator,
        millis % 1000);
  }

  private static String bracketed(Speaker speaker, boolean labelled) {
    if (!labelled) {
      return "";
    }
    String label = label(speaker).replaceAll("[\\[\\]:]", " ").strip();
    return "[" + (label.isEmpty() ? "unknown" : label) + "] ";
  }

  /** What to call a voice; empty when nothing is known of it. */
  static String label(Speaker speaker) {
    return speaker.label().isBlank() && speaker.role() != Role.UNKNOWN
        ? roleName(speaker.role())
        : speaker.label().strip();
  }

  private static String roleName(Role role) {
    return role == Role.CLINICIAN ? "doctor" : role.name().toLowerCase(Locale.ROOT);
  }

  private static String line(Utterance utterance) {
    return utterance.text().strip().replaceAll("\\s+", " ");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
