package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Facts.Sort;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A statement as its form shows it. */
record Written(Statement statement, boolean isHeading, Set<String> facts, Set<String> denied) {
  private static final Map<String, Set<String>> GROUPS = new HashMap<>();

  static {
    Table.read(
        Written.class,
        "lint.tsv",
        row -> GROUPS.computeIfAbsent(row.get(0), g -> new HashSet<>()).add(row.get(1)));
  }

  private static final Vocabulary VOCABULARY = Vocabulary.english();
  private static final Pattern ASKING =
      Pattern.compile(
          "^(?:and |but |so "
              + ")?(?:(?:do|does|did|is|are|was|were|have|has|can|could|would|will|should)"
              + " (?:you|he|she|they|it|there|we|i|that|this|the|his|her|any)\\b"
              + "|(?:what|how|when|where|why|who|which) (?:is|are|was|were|do|does|did|about|have"
              + "|has|would|could|can|long|often|many|much|kind)\\b|any \\S+ or\\b.*\\byou\\b).*");
  private static final String NOT = "not";
  private static final String FAMILY = "family";
  private static final Pattern DENIAL =
      Pattern.compile(
          "^(?:(?:the patient|patient|he|she|they) )?(?:denies|denied|no|has no|has had no"
              + "|has not had|does not have|without|negative for)\\b.*",
          Pattern.DOTALL);

  /** Fewer words than this name too little to be the same fact. */
  private static final int FACT = 3;

  static Written of(Section section, Statement statement) {
    String text = statement.text();
    boolean heading =
        lower(text).replaceAll("\\.$", "").equals(lower(statement.topic()))
            || lower(statement.topic()).equals("chief complaint");
    return new Written(
        statement, heading, facts(Tokenizer.tokens(text)), Facts.of(text).of(Sort.NEGATION));
  }

  boolean isFirstPerson() {
    String text = " " + words(statement.text()) + " ";
    for (String meant : GROUPS.get("meant")) {
      text = text.replace(" " + meant + " ", " ");
    }
    // "US" is an image, "us" are people.
    String spoken = statement.text().contains("US") ? text.replace(" us ", " ") : text;
    return GROUPS.get("first-person").stream().anyMatch(w -> spoken.contains(" " + w + " "));
  }

  boolean asks() {
    return statement.text().indexOf('?') >= 0 || ASKING.matcher(lower(statement.text())).matches();
  }

  /** Whether both deny the same, or one of the two says nothing that the other does not. */
  boolean repeats(Written other) {
    if (isHeading || other.isHeading) {
      return false;
    }
    if (isDenial() && other.isDenial() && facts.contains(FAMILY) == other.facts.contains(FAMILY)) {
      return denied.stream().anyMatch(fact -> other.denied.contains(fact) && !has("vague", fact))
          || facts.equals(other.facts);
    }
    Set<String> fewer = facts.size() <= other.facts.size() ? facts : other.facts;
    Set<String> more = fewer == facts ? other.facts : facts;
    boolean alike = facts.contains(NOT) == other.facts.contains(NOT);
    return alike && fewer.size() >= FACT && more.containsAll(fewer)
        || !fewer.isEmpty() && facts.equals(other.facts)
        || lower(statement.text()).equals(lower(other.statement.text()));
  }

  private boolean isDenial() {
    return DENIAL.matcher(lower(statement.text())).matches();
  }

  private static Set<String> facts(List<Token> tokens) {
    Set<String> facts = new HashSet<>();
    for (Token token : tokens) {
      String word = token.text();
      boolean negates =
          Set.of("no", "not", "denies", "without", "never").contains(word) || word.endsWith("n't");
      if (negates) {
        facts.add(NOT);
      } else if (token.isWord() && !StopWords.has(word)) {
        facts.add(VOCABULARY.verbs().byForm(word).map(Verb::base).orElse(singular(word)));
      }
    }
    return Set.copyOf(facts);
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*[siu]s");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean has(String group, String word) {
    return GROUPS.get(group).contains(word);
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** In lower case, without punctuation. */
  private static String words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : lower(text).replace('’', '\'').split("[^a-z0-9'-]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words.stream().collect(Collectors.joining(" "));
  }
}
