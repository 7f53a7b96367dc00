package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that is meant for a program and is no transcript that is read here: it is named, not read.
 */
final class ForeignFile implements TranscriptLayout {
  private static final int HEAD = 2_000;

  private static final Map<Pattern, String> FILES = new LinkedHashMap<>();

  static {
    file(
        "^\\s*(?:<\\?xml[^>]*>\\s*)?<tt[\\s>]|xmlns=\"http://www\\.w3\\.org/\\S*ttml",
        "TTML subtitles");
    file("^\\s*<!doctype html|^\\s*<html|^\\s*<body[\\s>]", "a web page (HTML)");
    file("^\\s*<\\?xml|^\\s*<[a-z][\\w-]*(?:\\s[^>]*)?>.*</[a-z]", "XML");
    file("^\\s*\\[Script Info]", "SubStation Alpha subtitles (.ass, .ssa)");
    file("^\\s*\\{\\d+}\\{\\d+}", "MicroDVD subtitles (.sub)");
    file("^\\s*File type = \"ooTextFile\"", "a Praat TextGrid");
    file(
        "^\\s*SPEAKER \\S+ \\d+ \\d+\\.\\d+ \\d+\\.\\d+ <NA>",
        "speaker times without words (RTTM)");
    file(
        "^\\s*;;|^\\s*\\S+ (?:\\d|[AB]) \\d+\\.\\d+ \\d+\\.\\d+ \\S+\\s*\\n\\s*\\S+ (?:\\d|[AB]) \\d+\\.\\d+",
        "words with times (CTM)");
    file("^\\s*MIME-Version:|^\\s*Content-Type: |^\\s*Received: ", "an e-mail");
  }

  private static void file(String pattern, String what) {
    FILES.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), what);
  }

  @Override
  public boolean holds(String text) {
    return what(text).isPresent();
  }

  private static Optional<String> what(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    return FILES.entrySet().stream()
        .filter(file -> file.getKey().matcher(head).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public Transcript read(String text, String name) {
    throw new InvalidInputException(
        "%s is %s, which is not read here: save it as WebVTT, SRT, JSON or plain text."
            .formatted(name, what(text).orElseThrow()));
  }
}
