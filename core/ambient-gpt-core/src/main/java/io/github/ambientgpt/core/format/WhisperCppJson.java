package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;

/** whisper.cpp's {@code --output-json}: a list {@code transcription}, offsets in milliseconds. */
final class WhisperCppJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return root.node().path("transcription").isArray()
        && root.objects("transcription").stream().anyMatch(segment -> segment.has("offsets"));
  }

  @Override
  public Transcript read(Fields root) {
    ReadTurns turns = new ReadTurns(root.input());
    turns.in(TimeScale.MILLISECONDS);
    for (Fields segment : root.objects("transcription")) {
      double start = ReadTurns.UNTOLD;
      double end = ReadTurns.UNTOLD;
      if (segment.has("offsets")) {
        Fields offsets = segment.object("offsets");
        start = offsets.number("from");
        end = offsets.number("to");
      }
      turns.add(segment.path(), segment.voice("speaker"), start, end, segment.text("text"));
    }
    Optional<String> language =
        root.has("result") ? root.object("result").optionalText("language") : Optional.empty();
    return turns.transcript(language);
  }
}
