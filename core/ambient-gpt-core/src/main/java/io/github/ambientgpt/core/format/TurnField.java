package io.github.ambientgpt.core.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the fields of a turn are called, in JSON and at the head of a table. */
enum TurnField {
  TEXT(
      "text",
      "transcript",
      "sentence",
      "content",
      "body",
      "utterance",
      "message",
      "caption",
      "speech",
      "displaytext",
      "display",
      "line"),
  START(
      "start",
      "starttime",
      "begin",
      "begintime",
      "beginaudiotime",
      "beginoffset",
      "from",
      "startoffset",
      "starttimestamp",
      "ts",
      "timestamp",
      "offset",
      "timein",
      "time",
      "in"),
  END(
      "end",
      "endtime",
      "stop",
      "endaudiotime",
      "endoffset",
      "to",
      "endtimestamp",
      "endts",
      "timeout",
      "finish",
      "out"),
  SPEAKER(
      "speaker",
      "speakername",
      "speakerlabel",
      "speakerid",
      "speakertag",
      "participant",
      "participantname",
      "participantrole",
      "name",
      "role",
      "user",
      "author",
      "voice",
      "channel");

  private static final Pattern UNIT =
      Pattern.compile("(?<=[a-z])(?:in)?(?:ms|millis|milliseconds|seconds|secs|sec)$");

  /** Dearest first. */
  private final List<String> names;

  TurnField(String... names) {
    this.names = List.of(names);
  }

  /** Whether a name says that its time is in milliseconds. */
  static boolean isInMilliseconds(String name) {
    String plain = plain(name);
    return plain.endsWith("ms") || plain.endsWith("millis") || plain.endsWith("milliseconds");
  }

  /** Of the names that there are, the one that this field has. */
  Optional<String> among(Iterable<String> found) {
    Optional<String> best = Optional.empty();
    int rank = names.size();
    for (String name : found) {
      int at = names.indexOf(UNIT.matcher(plain(name)).replaceFirst(""));
      at = at < 0 ? names.indexOf(plain(name)) : at;
      if (at >= 0 && at < rank) {
        rank = at;
        best = Optional.of(name);
      }
    }
    return best;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
