package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Transcripts as JSON, this project's and other programs'. */
final class JsonTranscript implements TranscriptLayout {
  /** The first that holds reads: the particular ones stand before the general ones. */
  private static final List<JsonLayout> LAYOUTS =
      List.of(
          new OwnJson(),
          new HealthScribeJson(),
          new WhisperCppJson(),
          new DeepgramJson(),
          new WordItemsJson(),
          new MonologuesJson(),
          new TurnListJson(),
          new WordListJson(),
          new BareTextJson());

  @Override
  public boolean holds(String text) {
    return Json.looksLike(text);
  }

  @Override
  public Transcript read(String text, String name) {
    JsonNode node = Json.read(text, name);
    if (node.isArray()) {
      node = JsonNodeFactory.instance.objectNode().set("segments", node);
    }
    Fields root = new Fields(name, "", node);
    return LAYOUTS.stream()
        .filter(layout -> layout.holds(root))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    name
                        + " is JSON, but not a transcript that is read here: ours, Whisper's,"
                        + " whisper.cpp's, WhisperX's, OpenAI's, AWS Transcribe's and"
                        + " HealthScribe's, Deepgram's, AssemblyAI's, ElevenLabs', Rev's, or a list"
                        + " of turns with speaker and text."))
        .read(root);
  }
}
