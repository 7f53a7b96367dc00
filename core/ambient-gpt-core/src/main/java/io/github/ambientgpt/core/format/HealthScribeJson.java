package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** AWS HealthScribe's {@code Conversation}. */
final class HealthScribeJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return root.has("Conversation");
  }

  @Override
  public Transcript read(Fields root) {
    Fields conversation = root.object("Conversation");
    List<Utterance> utterances = new ArrayList<>();
    Recognition recognition = Recognition.TYPED;
    for (Fields segment : conversation.objects("TranscriptSegments")) {
      String content = segment.text("Content");
      Optional<Recognition> mark = PreviewMark.read(content);
      if (mark.isPresent()) {
        recognition = mark.get();
      } else if (!content.isBlank()) {
        utterances.add(
            new Utterance(
                "u" + (utterances.size() + 1),
                SpeakerLabel.speaker(role(segment)),
                segment.span("BeginAudioTime", "EndAudioTime"),
                content.strip(),
                List.of()));
      }
    }
    String language = conversation.optionalText("LanguageCode").orElse("und");
    return new Transcript(language, recognition, utterances);
  }

  private static String role(Fields segment) {
    return segment.has("ParticipantDetails")
        ? segment.object("ParticipantDetails").optionalText("ParticipantRole").orElse("")
        : "";
  }
}
