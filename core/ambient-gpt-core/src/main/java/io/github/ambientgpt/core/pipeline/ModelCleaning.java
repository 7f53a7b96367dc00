package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.LooseJson;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.prompt.UnusableAnswerException;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A language model proposes corrections, piece by piece. */
final class ModelCleaning {
  /** The whole piece may come back, in JSON. */
  private static final double ANSWER_SHARE = 0.6;

  private final Question question;

  ModelCleaning(PromptedModel model) {
    this.question = model.question("clean", Map.of(), Map.of(), ANSWER_SHARE);
  }

  /** The texts it proposes, by the ids of their utterances. */
  Map<String, String> proposed(Transcript transcript, Monitor monitor) {
    ShownTranscript shown = new ShownTranscript(transcript);
    Map<String, StringBuilder> texts = new HashMap<>();
    List<List<Line>> pieces = question.pieces("transcript", shown.lines());
    for (int i = 0; i < pieces.size(); i++) {
      List<Line> piece = pieces.get(i);
      Map<String, String> corrected =
          question.ask(question.block("transcript", piece), ModelCleaning::read, monitor);
      for (Line line : piece) { // a long utterance stands in several pieces
        String number = line.head().substring(0, line.head().indexOf(' '));
        String id = shown.utterance(number).map(Utterance::id).orElseThrow();
        StringBuilder text = texts.computeIfAbsent(id, key -> new StringBuilder());
        text.append(text.length() > 0 ? " " : "");
        text.append(corrected.getOrDefault(number, line.text()));
      }
      monitor.report("clean", (i + 1.0) / pieces.size());
    }
    Map<String, String> proposed = new HashMap<>();
    texts.forEach((id, text) -> proposed.put(id, text.toString()));
    return proposed;
  }

  private static Map<String, String> read(JsonNode root) throws UnusableAnswerException {
    Map<String, String> texts = new HashMap<>();
    for (LooseJson.Item item : LooseJson.items(root, "utterances", "id")) {
      String id = LooseJson.text(item.value().path("id"));
      String text = LooseJson.text(item.value(), "text");
      if (!text.isEmpty()) {
        texts.put(id.isEmpty() ? item.key() : id, text);
      }
    }
    return texts;
  }
}
