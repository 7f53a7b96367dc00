package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** What {@link TranscriptJson} writes: times are seconds. */
final class OwnJson implements JsonLayout {
  private static final Set<String> ROOT = Set.of("language", "recognition", "utterances");
  private static final Set<String> UTTERANCE =
      Set.of("id", "speaker", "start", "end", "text", "words");

  /** Other programs have 'utterances', too, with more beside them, or in milliseconds. */
  @Override
  public boolean holds(Fields root) {
    return root.has("utterances")
        && (root.has("recognition")
            || root.names().stream().allMatch(ROOT::contains)
                && root.objects("utterances").stream().allMatch(OwnJson::isOwn)
                && !inMilliseconds(root));
  }

  private static boolean isOwn(Fields utterance) {
    return utterance.names().stream().allMatch(UTTERANCE::contains)
        && utterance.objects("words").stream().allMatch(word -> word.has("text"))
        && (!utterance.has("speaker")
            || utterance.node().path("speaker").isString()
            || utterance.node().path("speaker").isObject());
  }

  private static boolean inMilliseconds(Fields root) {
    long characters = 0;
    double length = 0;
    boolean whole = true;
    for (Fields utterance : root.objects("utterances")) {
      double start = utterance.node().path("start").asDouble(0);
      double end = utterance.node().path("end").asDouble(0);
      characters += utterance.node().path("text").asString("").length();
      length += Math.max(0, end - start);
      whole &= start == Math.rint(start) && end == Math.rint(end);
    }
    return TimeScale.of(characters, length, whole) != TimeScale.SECONDS;
  }

  @Override
  public Transcript read(Fields root) {
    List<Utterance> utterances = new ArrayList<>();
    for (Fields utterance : root.objects("utterances")) {
      String id = utterance.optionalText("id").orElse("u" + (utterances.size() + 1));
      List<Word> words = utterance.objects("words").stream().map(OwnJson::word).toList();
      utterances.add(
          utterance.make(
              () ->
                  new Utterance(
                      id,
                      speaker(utterance),
                      utterance.span("start", "end"),
                      utterance.text("text"),
                      words)));
    }
    Recognition recognition =
        root.has("recognition") ? recognition(root.object("recognition")) : Recognition.TYPED;
    String language = root.optionalText("language").orElse("und");
    return root.make(() -> new Transcript(language, recognition, utterances));
  }

  private static Recognition recognition(Fields fields) {
    return new Recognition(
        fields.text("engine"),
        fields.optionalText("model").orElse(""),
        fields.flag("previewQuality"));
  }

  private static Word word(Fields fields) {
    OptionalDouble confidence =
        fields.has("confidence")
            ? OptionalDouble.of(fields.number("confidence"))
            : OptionalDouble.empty();
    return fields.make(
        () ->
            new Word(
                fields.text("text"),
                new Span(fields.number("start"), fields.number("end")),
                confidence,
                fields.flag("estimated")));
  }

  /** An object with label and role, or only a label as text. */
  private static Speaker speaker(Fields utterance) {
    if (!utterance.has("speaker")) {
      return Speaker.UNKNOWN;
    }
    if (utterance.node().path("speaker").isString()) {
      return SpeakerLabel.speaker(utterance.text("speaker"));
    }
    Fields speaker = utterance.object("speaker");
    String label = speaker.optionalText("label").orElse("");
    return speaker.has("role")
        ? new Speaker(label, speaker.oneOf(Role.class, "role"))
        : SpeakerLabel.speaker(label);
  }
}
