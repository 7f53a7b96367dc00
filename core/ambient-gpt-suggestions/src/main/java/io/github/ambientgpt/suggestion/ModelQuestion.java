package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks a language model for suggestions; a visit that is too long is asked about in pieces. */
final class ModelQuestion {
  /** Room that the answer needs, as a share of the context. */
  private static final double ANSWER_SHARE = 0.35;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<Kind, Asked> ASKED = new EnumMap<>(Kind.class);

  /** What a kind is called in the answer and here, and what is asked. */
  private record Asked(String id, String name, String question) {}

  static {
    Table.read(
        ModelQuestion.class,
        "suggest.tsv",
        row -> ASKED.put(Kind.valueOf(row.get(0)), new Asked(row.get(1), row.get(2), row.get(3))));
  }

  private final LanguageModel model;
  private final String instructions;
  private final String schema;

  /** One suggestion as the model made it: nothing of it is checked. */
  record Answer(Kind kind, String code, String text, List<String> evidence) {}

  ModelQuestion(LanguageModel model, Set<Kind> kinds) {
    this.model = model;
    StringBuilder wanted = new StringBuilder();
    ObjectNode schema = (ObjectNode) JSON.readTree(resource("suggest.schema.json"));
    ObjectNode kind = (ObjectNode) schema.at("/properties/suggestions/items/properties/kind");
    ArrayNode ids = kind.putArray("enum");
    ASKED.forEach(
        (of, asked) -> {
          if (kinds.contains(of)) {
            wanted.append("- ").append(asked.id()).append(": ").append(asked.question());
            wanted.append('\n');
            ids.add(asked.id());
          }
        });
    this.instructions = resource("suggest.md").replace("{kinds}", wanted);
    this.schema = schema.toString();
  }

  /** Whether models are asked for it. */
  static boolean asks(Kind kind) {
    return ASKED.containsKey(kind);
  }

  static String name(Kind kind) {
    return ASKED.get(kind).name();
  }

  /**
   * @throws EngineException when the model cannot be reached or gives no answer of this shape
   */
  List<Answer> answers(Transcript transcript, Monitor monitor) {
    List<Answer> answers = new ArrayList<>();
    for (String piece : pieces(transcript)) {
      monitor.checkCancelled();
      Prompt prompt = new Prompt(instructions, piece, Optional.of(schema));
      answers.addAll(read(model.answer(prompt, monitor)));
    }
    return answers;
  }

  /** Parts at turns of the speakers, each with what the context has room for. */
  private List<String> pieces(Transcript transcript) {
    int room = Integer.MAX_VALUE;
    if (model.contextTokens().isPresent()) {
      int context = model.contextTokens().getAsInt();
      room =
          (int) (context * (1 - ANSWER_SHARE)) - model.tokens(instructions) - model.tokens(schema);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int used = 0;
    for (Utterance utterance : transcript.utterances()) {
      String line = line(utterance);
      int tokens = model.tokens(line);
      if (tokens > room) {
        throw EngineException.lasting(
            "A single turn of the visit is longer than %s has room for: use a model with a longer context."
                .formatted(model.name()),
            null);
      }
      if (used + tokens > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      piece.append(line);
      used += tokens;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String line(Utterance utterance) {
    String role = utterance.speaker().role().name().toLowerCase(Locale.ROOT);
    return "%s [%s] %s\n".formatted(utterance.id(), role, utterance.text().replaceAll("\\s+", " "));
  }

  private List<Answer> read(String answer) {
    List<Answer> answers = new ArrayList<>();
    for (JsonNode node : json(answer).path("suggestions")) {
      String id = node.path("kind").asString("");
      List<String> evidence = new ArrayList<>();
      node.path("evidence").forEach(utterance -> evidence.add(utterance.asString("")));
      ASKED.forEach(
          (kind, asked) -> {
            if (asked.id().equalsIgnoreCase(id.strip())) {
              String code = node.path("code").asString("").strip();
              String text = node.path("text").asString("").replaceAll("[\\s\\p{Cntrl}]+", " ");
              answers.add(new Answer(kind, code, text.strip(), evidence));
            }
          });
    }
    return answers;
  }

  /** Models wrap their JSON in words and fences; what counts is the outermost object. */
  private JsonNode json(String answer) {
    int from = answer.indexOf('{');
    int to = answer.lastIndexOf('}');
    if (from < 0 || to < from) {
      throw EngineException.lasting(
          model.name() + " answered with something other than JSON.", null);
    }
    try {
      JsonNode root = JSON.readTree(answer.substring(from, to + 1));
      if (!root.path("suggestions").isArray()) {
        throw EngineException.lasting(model.name() + " answered without suggestions.", null);
      }
      return root;
    } catch (JacksonException e) {
      // the cause is left out: its message quotes the answer
      throw EngineException.lasting(
          model.name() + " answered with JSON that is broken or cut off.", null);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = ModelQuestion.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
