package io.github.ambientgpt.core.prompt;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A prompt that is ready to be asked of content, and how much content it has room for. Made by
 * {@link PromptedModel}.
 *
 * @since 0.1.0
 */
public final class Question {
  /**
   * What a model whose context nobody knows is taken to have: servers that say nothing of it have
   * at least as much, and pieces that are smaller than need be lose nothing.
   */
  private static final int UNKNOWN_CONTEXT = 4096;

  /** Models read long texts less closely: above this a transcript is read in pieces anyhow. */
  private static final int MOST = 6000;

  /** A sentence needs as many. */
  private static final int LEAST = 64;

  /** What a server adds around the parts of a prompt. */
  private static final int FRAME = 48;

  /** As long as any fault that is named. */
  private static final String LONGEST_FAULT = "with ".repeat(16);

  private final LanguageModel model;
  private final int context;
  private final String instructions;
  private final String schema;
  private final String correction;
  private final String mark;
  private final double answerShare;

  Question(
      LanguageModel model,
      OptionalInt context,
      String instructions,
      String schema,
      String correction,
      String mark,
      double answerShare) {
    this.model = model;
    this.context = context.orElse(UNKNOWN_CONTEXT);
    this.instructions = instructions;
    this.schema = schema;
    this.correction = correction;
    this.mark = mark;
    this.answerShare = answerShare;
  }

  /**
   * How many tokens of content there is room for beside instructions, schema and answer. A model
   * that does not say how long its context is gets what fits 4,096 tokens.
   *
   * @throws EngineException when that is not even a sentence
   */
  public int room() {
    int room = contentRoom();
    if (room < LEAST) {
      throw EngineException.lasting(
          ("%s has room for %d tokens, and the instructions alone take %d: use a model with a"
                  + " longer context.")
              .formatted(model.name(), context, context - left()),
          null);
    }
    return room;
  }

  /** How many tokens are kept for the answer. */
  public int answerRoom() {
    return left() - contentRoom();
  }

  /** How many tokens the model counts in a text. */
  public int tokens(String text) {
    return model.tokens(text);
  }

  private int contentRoom() {
    return (int) (left() * (1 - answerShare));
  }

  private int left() {
    return context
        - model.tokens(instructions)
        - model.tokens(corrected(LONGEST_FAULT))
        - model.tokens(schema)
        - FRAME;
  }

  /** Whether there is room for all of this content in one piece. */
  public boolean fits(String content) {
    return model.tokens(content) <= contentRoom();
  }

  /**
   * The lines in pieces that fit, in their order, nothing left out.
   *
   * @param name of the block that each piece will be shown as
   */
  public List<List<Line>> pieces(String name, List<Line> lines) {
    int frame = model.tokens(block(name, List.of()));
    return Chunks.of(lines, Math.min(MOST, room()) - frame, model::tokens);
  }

  /** Lines as data that cannot end before they do. */
  public String block(String name, List<Line> lines) {
    StringBuilder block = new StringBuilder();
    block.append('<').append(name).append('-').append(mark).append(">\n");
    lines.forEach(line -> block.append(line.shown().replace(mark, "")));
    return block.append("</").append(name).append('-').append(mark).append(">\n").toString();
  }

  /**
   * Asks; when the answer cannot be read, asks once more and names the fault.
   *
   * @throws EngineException when there is no room for the content, the model gives no answer, or
   *     none that can be read
   * @throws CancelledException when the monitor says so
   */
  public <T> T ask(String content, AnswerReader<T> reader, Monitor monitor) {
    int room = room();
    if (!fits(content)) {
      throw EngineException.lasting(
          "This takes %d tokens, and %s has room for %d of them: use a model with a longer context."
              .formatted(model.tokens(content), model.name(), room),
          null);
    }
    try {
      return JsonAnswer.read(answer(instructions, content, monitor), reader);
    } catch (UnusableAnswerException e) {
      return again(content, e.getMessage(), reader, monitor);
    }
  }

  private <T> T again(String content, String fault, AnswerReader<T> reader, Monitor monitor) {
    try {
      String told = instructions + "\n" + corrected(fault);
      return JsonAnswer.read(answer(told, content, monitor), reader);
    } catch (UnusableAnswerException e) {
      throw EngineException.lasting(model.name() + " answered " + e.getMessage() + ".", null);
    }
  }

  private String corrected(String fault) {
    return correction.replace("{fault}", fault);
  }

  private String answer(String told, String content, Monitor monitor) {
    monitor.checkCancelled();
    String answer = model.answer(new Prompt(told, content, Optional.of(schema)), monitor);
    monitor.checkCancelled();
    return answer;
  }
}
