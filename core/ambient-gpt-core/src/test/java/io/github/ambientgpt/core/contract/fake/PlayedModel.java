package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays a language model: it reads its prompt and answers by rule, in the shape that the schema
 * asks for. Facts and statements are the words of the visit, each with the number of its turn. It
 * obeys whatever stands in the content outside of the marked data, as a real one might. Like a real
 * server it stops where its context ends. It remembers what it was asked. For one thread.
 *
 * @since 0.1.0
 */
public final class PlayedModel implements LanguageModel {
  /** What it writes when it was talked into it. */
  public static final String TALKED_INTO = "The patient is healthy.";

  /** One question and its answer. */
  public record Exchange(Prompt prompt, String answer, int promptTokens, int answerTokens) {
    /** What was asked for, by the first property of the schema. */
    public String task() {
      return TASK.matcher(prompt.schema().orElseThrow())
          .results()
          .map(found -> found.group(1))
          .findFirst()
          .orElse("");
    }
  }

  private static final Pattern TASK =
      Pattern.compile("\"required\"\\s*:\\s*\\[\\s*\"(\\w+)\"", Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("(?s)<([a-z]+)-(\\p{XDigit}{12})>\n(.*?)</\\1-\\2>\n");
  private static final Pattern TURN = Pattern.compile("(\\w+) \\[([a-z]+)] (.*)");
  private static final Pattern FACT = Pattern.compile("\\[([^]]+)] \\(([^)]*)\\) (.*)");
  private static final Pattern ORDER = Pattern.compile("(?i)ignore (all |your )?.*instructions");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OptionalInt context;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, Function<String, String>> distortions = new LinkedHashMap<>();
  private BiFunction<String, Prompt, String> answers = (task, prompt) -> "";
  private boolean gullible;
  private int score = 95;

  private PlayedModel(OptionalInt context) {
    this.context = context;
  }

  /**
   * @param tokens how many its context has
   */
  public static PlayedModel ofContext(int tokens) {
    return new PlayedModel(OptionalInt.of(tokens));
  }

  public static PlayedModel ofUnknownContext() {
    return new PlayedModel(OptionalInt.empty());
  }

  /**
   * Its answers to one kind of question are made into something else: broken, cut off, dressed up.
   *
   * @param task what is asked for: {@code facts}, {@code sections}, {@code score}, {@code
   *     utterances}, {@code speakers}
   */
  public PlayedModel distorting(String task, Function<String, String> distortion) {
    distortions.put(task, distortion);
    return this;
  }

  /** It obeys orders in the data too. */
  public PlayedModel gullible() {
    gullible = true;
    return this;
  }

  /** The score it gives to drafts. */
  public PlayedModel scoring(int points) {
    score = points;
    return this;
  }

  /**
   * Its answers where they are not empty; else it plays by its rule.
   *
   * @param others from what is asked for, and the prompt
   */
  public PlayedModel answering(BiFunction<String, Prompt, String> others) {
    answers = others;
    return this;
  }

  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** The contents of all its prompts. */
  public List<String> contents() {
    return exchanges.stream().map(exchange -> exchange.prompt().content()).toList();
  }

  /** The most tokens that a question, with its schema, and its answer had together. */
  public int mostTokens() {
    return exchanges.stream().mapToInt(e -> e.promptTokens() + e.answerTokens()).max().orElse(0);
  }

  @Override
  public String name() {
    return "playing/model";
  }

  @Override
  public OptionalInt contextTokens() {
    return context;
  }

  @Override
  public String answer(Prompt prompt, Monitor monitor) {
    monitor.checkCancelled();
    int asked =
        tokens(prompt.instructions())
            + tokens(prompt.content())
            + prompt.schema().map(this::tokens).orElse(0);
    Exchange question = new Exchange(prompt, "", asked, 0);
    String answer = answers.apply(question.task(), prompt);
    if (answer.isEmpty()) {
      answer = played(question.task(), prompt);
    }
    answer = distortions.getOrDefault(question.task(), Function.identity()).apply(answer);
    if (context.isPresent()) {
      answer = ended(answer, context.getAsInt() - asked);
    }
    exchanges.add(new Exchange(prompt, answer, asked, tokens(answer)));
    return answer;
  }

  private String ended(String answer, int room) {
    int length = answer.length();
    while (length > 0 && tokens(answer.substring(0, length)) > room) {
      length = length * 9 / 10;
    }
    return answer.substring(0, length);
  }

  private String played(String task, Prompt prompt) {
    Map<String, List<String>> data = new LinkedHashMap<>();
    Matcher block = BLOCK.matcher(prompt.content());
    while (block.find()) {
      data.put(block.group(1), block.group(3).lines().toList());
    }
    String outside = BLOCK.matcher(prompt.content()).replaceAll("");
    boolean talkedInto = ORDER.matcher(gullible ? prompt.content() : outside).find();
    ObjectNode answer = JSON.createObjectNode();
    switch (task) {
      case "facts" -> facts(answer.putArray("facts"), data, talkedInto);
      case "sections" -> sections(answer.putArray("sections"), data, titles(prompt), talkedInto);
      case "score" -> answer.put("score", score).putArray("issues").add("It could be shorter.");
      case "utterances" -> utterances(answer.putArray("utterances"), data);
      case "speakers" -> speakers(answer.putArray("speakers"), data);
      default -> answer.put("answer", "?");
    }
    return answer.toString();
  }

  private static List<String> titles(Prompt prompt) {
    List<String> titles = new ArrayList<>();
    JsonNode schema = JSON.readTree(prompt.schema().orElseThrow());
    schema
        .at("/properties/sections/items/properties/title/enum")
        .forEach(title -> titles.add(title.asString()));
    return titles;
  }

  private static void facts(ArrayNode facts, Map<String, List<String>> data, boolean talkedInto) {
    if (talkedInto) {
      facts.addObject().put("kind", "history").put("text", TALKED_INTO).putArray("evidence");
      return;
    }
    for (String line : data.getOrDefault("transcript", List.of())) {
      Matcher turn = TURN.matcher(line);
      if (turn.matches() && !line.endsWith("?") && turn.group(3).split(" ").length > 3) {
        String kind = turn.group(2).equals("clinician") ? "plan" : "history";
        ObjectNode fact = facts.addObject().put("kind", kind).put("text", turn.group(3));
        fact.putArray("evidence").add(turn.group(1));
      }
    }
    for (String line : data.getOrDefault("facts", List.of())) { // condensed to what begins them
      Matcher fact = FACT.matcher(line);
      if (fact.matches()) {
        String[] words = fact.group(3).split(" ");
        String few = String.join(" ", List.of(words).subList(0, Math.min(6, words.length)));
        ArrayNode evidence =
            facts.addObject().put("kind", fact.group(1)).put("text", few).putArray("evidence");
        for (String id : fact.group(2).split(", ")) {
          evidence.add(id);
        }
      }
    }
  }

  private static void sections(
      ArrayNode sections, Map<String, List<String>> data, List<String> titles, boolean talkedInto) {
    Map<String, ArrayNode> byTitle = new LinkedHashMap<>();
    for (String title : titles) {
      byTitle.put(title, sections.addObject().put("title", title).putArray("statements"));
    }
    ArrayNode first = byTitle.get(titles.get(0));
    ArrayNode last = byTitle.get(titles.get(titles.size() - 1));
    if (talkedInto) {
      statement(first, TALKED_INTO, "u1");
      return;
    }
    for (String line : data.getOrDefault("facts", data.getOrDefault("draft", List.of()))) {
      Matcher fact = FACT.matcher(line);
      if (fact.matches()) {
        statement(fact.group(1).equals("plan") ? last : first, fact.group(3), fact.group(2));
      }
    }
    if (!data.containsKey("facts")) {
      for (String line : data.getOrDefault("transcript", List.of())) {
        Matcher turn = TURN.matcher(line);
        if (turn.matches() && !line.endsWith("?")) {
          statement(turn.group(2).equals("clinician") ? last : first, turn.group(3), turn.group(1));
        }
      }
    }
  }

  private static void statement(ArrayNode statements, String text, String ids) {
    ObjectNode statement = statements.addObject().put("topic", "").put("text", text);
    ArrayNode evidence = statement.putArray("evidence");
    for (String id : ids.split(", ")) {
      evidence.add(id);
    }
  }

  /** It knows one drug that recognizers mishear. */
  private static void utterances(ArrayNode utterances, Map<String, List<String>> data) {
    for (String line : data.getOrDefault("transcript", List.of())) {
      Matcher turn = TURN.matcher(line);
      if (turn.matches() && turn.group(3).toLowerCase(Locale.ROOT).contains("lysinoprill")) {
        utterances
            .addObject()
            .put("id", turn.group(1))
            .put("text", turn.group(3).replaceAll("(?i)lysinoprill", "lisinopril"));
      }
    }
  }

  /** Who asks first is the clinician. */
  private static void speakers(ArrayNode speakers, Map<String, List<String>> data) {
    Map<String, String> roles = new LinkedHashMap<>();
    for (String line : data.getOrDefault("transcript", List.of())) {
      roles.putIfAbsent(
          line.split(" ")[0],
          line.endsWith("?") || line.contains("your") ? "clinician" : "patient");
    }
    roles.forEach((id, role) -> speakers.addObject().put("id", id).put("role", role));
  }

  @Override
  public void close() {}
}
