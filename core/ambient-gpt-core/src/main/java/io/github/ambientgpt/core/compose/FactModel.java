package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.reading.ClinicalReader;
import io.github.ambientgpt.core.reading.Polarity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two linear models over a fact's words and its place in the visit: how likely a clinician keeps
 * it, and which kind of content it is. The weights were trained by {@code FactTraining} of the
 * bench on training splits; they are whole numbers, so that every machine writes the same note.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class FactModel {
  /** The class of what is kept; the others bear the names of contents. */
  public static final String KEPT = "KEPT";

  private static final FactModel ENGLISH = new FactModel();

  private static final double SCALE = 1000;

  /** What the rules found and is less likely to be kept than this goes. */
  private static final double HARDLY = 0.1;

  /** While examining much is said that is no finding: there it takes so much more. */
  private static final double EXAMINED = 0.7;

  /** What the model alone keeps weighs less than what the rules found, too. */
  private static final double UNDECIDED_WEIGHT = 0.8;

  /** So much more likely, in thousandths of its logarithm, another kind of content has to be. */
  private static final int MARGIN = 1000;

  private final Map<String, Map<String, Integer>> weights = new HashMap<>();

  private FactModel() {
    Table.read(
        FactModel.class,
        "fact-model.tsv",
        row ->
            weights
                .computeIfAbsent(row.get(0), feature -> new HashMap<>())
                .put(row.get(1), Integer.parseInt(row.get(2))));
  }

  static FactModel english() {
    return ENGLISH;
  }

  /**
   * The facts that are worth a place: what the rules found, but for what hardly anybody would keep,
   * and of the rest what is likely to be kept.
   *
   * @param facts those that the rules would leave out have the weight {@link Fact#UNDECIDED}
   * @param least how likely it has to be that one of these is kept, 0 to 1
   */
  List<Fact> worth(List<Fact> facts, double least) {
    List<List<String>> features = features(facts);
    List<Fact> worth = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      double kept = 1 / (1 + Math.exp(-score(features.get(i), KEPT) / SCALE));
      if (fact.weight() > Fact.UNDECIDED) {
        if (kept >= HARDLY || isCertain(fact)) {
          worth.add(fact);
        }
      } else {
        Content content = content(fact, features.get(i));
        if (kept >= (content == Content.EXAMINATION ? Math.max(least, EXAMINED) : least)) {
          worth.add(fact.with(content).with(kept * UNDECIDED_WEIGHT));
        }
      }
    }
    return worth;
  }

  private Content content(Fact fact, List<String> features) {
    Map<Content, Integer> scores = new EnumMap<>(Content.class);
    for (Content content : Content.values()) {
      scores.put(content, score(features, content.name()));
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() > scores.get(fact.content()) + MARGIN)
        .map(Map.Entry::getKey)
        .orElse(fact.content());
  }

  /** Whatever the model says, it stays. */
  private static boolean isCertain(Fact fact) {
    return fact.origin().order()
        || switch (fact.content()) {
          case CHIEF_COMPLAINT, ALLERGIES, VITALS, FAMILY_HISTORY, RESULTS -> true;
          case MENTAL_HEALTH -> fact.weight() == 1; // of self-harm
          default -> fact.text().equals(fact.topic() + ".");
        };
  }

  private int score(List<String> features, String outcome) {
    int sum = weights.getOrDefault("", Map.of()).getOrDefault(outcome, 0);
    for (String feature : features) {
      sum += weights.getOrDefault(feature, Map.of()).getOrDefault(outcome, 0);
    }
    return sum;
  }

  /**
   * A fact as the models see it, for their training.
   *
   * @param text what would stand in the note
   * @param content what the rules take it for
   */
  public record Example(String text, Content content, List<String> features) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Example[" + content + "]";
    }
  }

  /** What the models are trained on. */
  public static List<Example> examples(Facts facts) {
    List<List<String>> features = features(facts.all());
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Fact fact = facts.all().get(i);
      examples.add(new Example(fact.text(), fact.content(), features.get(i)));
    }
    return examples;
  }

  private static List<List<String>> features(List<Fact> facts) {
    List<List<String>> features = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      List<String> of = new ArrayList<>(features(facts.get(i)));
      of.add("before=" + (i == 0 ? "#" : facts.get(i - 1).content()));
      of.add("after=" + (i + 1 == facts.size() ? "#" : facts.get(i + 1).content()));
      features.add(of);
    }
    return features;
  }

  private static List<String> features(Fact fact) {
    List<String> features = new ArrayList<>();
    Origin origin = fact.origin();
    features.add("content=" + fact.content());
    features.add("role=" + origin.role());
    int tenth = (int) Math.min(9, origin.position() * 10);
    features.add("tenth=" + tenth);
    features.add("role,tenth=" + origin.role() + "," + tenth / 2);
    features.add("content,tenth=" + fact.content() + "," + tenth / 2);
    features.add("answer=" + origin.answer());
    features.add("order=" + origin.order());
    features.add("topic=" + !fact.topic().isEmpty());
    String before = "#";
    List<Token> tokens = Tokenizer.tokens(fact.text());
    for (Token token : tokens) {
      if (token.isWord() || token.type() == Token.Type.NUMBER) {
        String word =
            token.type() == Token.Type.NUMBER ? "0" : token.text().toLowerCase(Locale.ROOT);
        features.add("w=" + word);
        features.add("b=" + before + " " + word);
        before = word;
      }
    }
    features.add("words=" + Math.min(10, tokens.size() / 3));
    var clause = ClinicalReader.english().statement(fact.text());
    clause
        .mentions()
        .forEach(
            m -> {
              features.add("kind=" + m.concept().kind());
              if (m.assertion().polarity() == Polarity.NEGATED) {
                features.add("negated=" + m.concept().kind());
              }
            });
    features.add("mentions=" + Math.min(5, clause.mentions().size()));
    features.add("amounts=" + Math.min(3, clause.amounts().size()));
    return features.stream().distinct().toList();
  }
}
