package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.pipeline.ExtractedFacts.Fact;
import io.github.ambientgpt.core.prompt.AnswerReader;
import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.LooseJson;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.prompt.UnusableAnswerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Facts as a language model sees and answers them. */
final class FactsReader implements AnswerReader<List<Fact>> {
  private final ShownTranscript shown;

  FactsReader(ShownTranscript shown) {
    this.shown = shown;
  }

  static List<String> kinds() {
    return Arrays.stream(Content.values()).map(FactsReader::name).toList();
  }

  private static String name(Content kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  List<Line> lines(List<Fact> facts) {
    return facts.stream()
        .map(
            fact ->
                new Line(
                    "[%s] (%s)"
                        .formatted(
                            name(fact.kind()),
                            String.join(
                                ", ", fact.evidence().stream().map(shown::shownId).toList())),
                    fact.text()))
        .toList();
  }

  @Override
  public List<Fact> read(JsonNode root) throws UnusableAnswerException {
    List<Fact> facts = new ArrayList<>();
    for (LooseJson.Item item : LooseJson.items(root, "facts", "text")) {
      String text = LooseJson.text(item.value(), "text", "fact");
      String kind = item.value().path("kind").asString(item.key());
      if (!text.isEmpty()) {
        List<String> evidence = shown.ids(LooseJson.ids(item.value().path("evidence")));
        facts.add(new Fact(kind(kind), text, evidence));
      }
    }
    return facts;
  }

  /** A kind that a model made up is told among what happened. */
  private static Content kind(String name) {
    String key = name.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    return Arrays.stream(Content.values())
        .filter(kind -> kind.name().equals(key))
        .findFirst()
        .orElse(Content.HISTORY);
  }
}
