package io.github.ambientgpt.core.prompt;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A language model and the prompts that it is asked with.
 *
 * <p>What comes from a visit is data and never an instruction. So it stands apart from the
 * instructions, between marks that are drawn by lot for each instance: nobody who spoke in the
 * visit can have known them, and so no words of theirs can end the data. Marks that a model repeats
 * in what it writes are taken out before it is shown that again. Make one for each run. Thread-safe
 * if the model is.
 *
 * @since 0.1.0
 */
public final class PromptedModel {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\p{Lower}+)}");
  private static final Pattern LISTED = Pattern.compile("\"\\{(\\p{Lower}+)}\"");

  private final LanguageModel model;
  private final Prompts prompts;
  private final OptionalInt context;
  private final String mark = "%012x".formatted(RANDOM.nextLong() & 0xffffffffffffL);

  /**
   * Asks the model once how long its context is, which may take it a question to its server.
   *
   * @param model stays the caller's to close
   */
  public PromptedModel(LanguageModel model, Prompts prompts) {
    this.model = model;
    this.prompts = prompts;
    this.context = model.contextTokens();
  }

  public String name() {
    return model.name();
  }

  /** A file of its prompts as it stands. */
  public String source(String file) {
    return prompts.source(file);
  }

  /**
   * @param prompt which one, such as {@code extract}
   * @param texts what stands for the placeholders of its instructions; {@code mark} is added
   * @param lists what stands for the placeholders in the enumerations of its schema
   * @param answerShare how much of what the instructions leave of the context is kept for the
   *     answer, between 0 and 1
   */
  public Question question(
      String prompt,
      Map<String, String> texts,
      Map<String, List<String>> lists,
      double answerShare) {
    String instructions =
        PLACEHOLDER
            .matcher(prompts.instructions(prompt))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1).equals("mark")
                            ? mark
                            : texts.getOrDefault(found.group(1), found.group())));
    String schema =
        LISTED
            .matcher(prompts.schema(prompt))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        lists.containsKey(found.group(1))
                            ? listed(lists.get(found.group(1)))
                            : found.group()));
    return new Question(
        model, context, instructions, schema, prompts.source("again.md"), mark, answerShare);
  }

  private static String listed(List<String> texts) {
    return texts.stream()
        .map(text -> tools.jackson.databind.node.StringNode.valueOf(text).toString())
        .collect(Collectors.joining(", "));
  }
}
