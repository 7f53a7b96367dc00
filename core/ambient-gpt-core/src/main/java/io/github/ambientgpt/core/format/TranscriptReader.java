package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Reads transcripts: text with or without speaker labels, as people type it and as Zoom, Teams,
 * Google Meet, Otter and Rev save it; SRT, WebVTT, SBV; tables ({@code .tsv}, {@code .csv}); JSON
 * of this project and of recognizers. What it is, its content decides; UTF-8, or UTF-16 with a byte
 * order mark. Utterances are numbered {@code u1}, {@code u2}, … in the order of the input's turns.
 *
 * <p>All methods throw {@link InvalidInputException}, which names the input and quotes nothing of
 * it, when it is empty, larger than 20 MB or {@value #MOST_WORDS} words, not text, broken, or in a
 * layout that is not known.
 *
 * @since 0.1.0
 */
public final class TranscriptReader {
  /** Forty hours of talk: what is longer is no visit. */
  public static final int MOST_WORDS = 400_000;

  /** The first that holds reads. */
  private static final List<TranscriptLayout> LAYOUTS =
      List.of(
          new ForeignFile(),
          new JsonTranscript(),
          new Subtitles(),
          new TranscriptTable(),
          new PlainTranscript());

  private TranscriptReader() {}

  public static Transcript read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * @param in read to its end, not closed
   * @param name what to call the input in an error
   */
  public static Transcript read(InputStream in, String name) throws IOException {
    return parse(TextInput.read(in, name), name);
  }

  /**
   * @param text what has already been decoded
   * @param name what to call the input in an error
   */
  public static Transcript parse(String text, String name) {
    return parse(text, name, Monitor.NONE);
  }

  /**
   * The same, for a caller who may not want to wait.
   *
   * @throws io.github.ambientgpt.core.error.CancelledException when the monitor says so
   */
  public static Transcript parse(String text, String name, Monitor monitor) {
    monitor.checkCancelled();
    String clean = TextInput.normalized(text, name);
    TranscriptLayout layout =
        LAYOUTS.stream()
            .peek(candidate -> monitor.checkCancelled())
            .filter(candidate -> candidate.holds(clean))
            .findFirst()
            .orElseThrow();
    boolean table = layout instanceof TranscriptTable;
    Transcript transcript = layout.read(table ? clean : clean.replace('\t', ' '), name);
    if (transcript.isEmpty() && !(layout instanceof JsonTranscript)) {
      throw new InvalidInputException(name + " holds no words: there is nothing to read.");
    }
    refuseTooLong(transcript, name, monitor);
    return transcript;
  }

  private static void refuseTooLong(Transcript transcript, String name, Monitor monitor) {
    long words = 0;
    for (Utterance utterance : transcript.utterances()) {
      monitor.checkCancelled();
      words += new StringTokenizer(utterance.text()).countTokens();
    }
    if (words > MOST_WORDS) {
      throw new InvalidInputException(
          "%s holds %d words, and a visit has at most %d: give the transcript of one visit."
              .formatted(name, words, MOST_WORDS));
    }
  }
}
