package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Facts.Sort;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A statement as its form shows it: its words, and whether it stands in a list. */
record Written(
    Statement statement,
    boolean isHeading,
    boolean isListed,
    List<Token> tokens,
    Set<String> facts,
    Set<String> denied) {
  private static final Map<String, Set<String>> GROUPS = new HashMap<>();

  static {
    Table.read(
        Written.class,
        "lint.tsv",
        row -> GROUPS.computeIfAbsent(row.get(0), g -> new HashSet<>()).add(row.get(1)));
  }

  private static final Vocabulary VOCABULARY = Vocabulary.english();
  private static final Pattern LABEL = Pattern.compile("^[A-Z][^.:]{0,60}: \\S.*", Pattern.DOTALL);
  private static final Pattern ASKING =
      Pattern.compile(
          "^(?:and |but |so "
              + ")?(?:(?:do|does|did|is|are|was|were|have|has|can|could|would|will|should)"
              + " (?:you|he|she|they|it|there|we|i|that|this|the|his|her|any)\\b"
              + "|(?:what|how|when|where|why|who|which) (?:is|are|was|were|do|does|did|about|have"
              + "|has|would|could|can|long|often|many|much|kind)\\b|any \\S+ or\\b.*\\byou\\b).*");
  private static final Pattern ENDED = Pattern.compile(".*[.!?)\"”%]$", Pattern.DOTALL);

  /** What opens a clause that may end on a preposition or an auxiliary. */
  private static final Set<String> OPENING =
      Set.of(
          "that",
          "which",
          "what",
          "who",
          "how",
          "where",
          "when",
          "because",
          "if",
          "as",
          "than",
          "whatever",
          "wherever",
          "but",
          "unless",
          "before",
          "to",
          "everything",
          "something",
          "anything",
          "much");

  /** A pronoun with a verb on it. */
  private static final Pattern CLITIC =
      Pattern.compile(
          "(?:i|you|we|they|he|she|it|that|there|here|who|what|this)'(?:s|re|m|ve|ll|d)");

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
    boolean listed =
        heading
            || has("list", lower(section.title()))
            || has("list", lower(statement.topic()))
            || LABEL.matcher(text).matches()
            || isName(text);
    List<Token> tokens = Tokenizer.tokens(text);
    return new Written(
        statement, heading, listed, tokens, facts(tokens), Facts.of(text).of(Sort.NEGATION));
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

  boolean hasFiller() {
    // "ER" is a place or a receptor, "2 mm" a length.
    String written = statement.text().replaceAll("\\bER\\b", "").replaceAll("(\\d) mm\\b", "$1");
    String text = " " + words(written) + " ";
    for (String meant : GROUPS.get("meant")) {
      text = text.replace(" " + meant + " ", " ");
    }
    String left = text;
    return GROUPS.get("filler").stream().anyMatch(filler -> left.contains(" " + filler + " "))
        || lower(statement.text()).contains(", like,")
        || GROUPS.get("opening-filler").stream()
            .anyMatch(filler -> lower(statement.text()).startsWith(filler + ","));
  }

  boolean asks() {
    return statement.text().indexOf('?') >= 0 || ASKING.matcher(lower(statement.text())).matches();
  }

  /** It does not end, or ends on a word that something has to follow, or has an open bracket. */
  boolean isUnfinished() {
    String text = statement.text().strip();
    if (!ENDED.matcher(text).matches() || text.endsWith("..")) {
      return true;
    }
    long open = text.chars().filter(c -> c == '(').count();
    long closed = text.chars().filter(c -> c == ')').count();
    List<Token> words = tokens.stream().filter(Token::isWord).toList();
    return open != closed
        || words.isEmpty()
        || isDangling(words)
        || text.matches(".*[,;:–—-]\\s*[.!?]$");
  }

  private static boolean isDangling(List<Token> words) {
    String last = words.get(words.size() - 1).text();
    return has("dangling", last)
        || has("stranded", last)
            && words.subList(0, words.size() - 1).stream()
                .noneMatch(word -> OPENING.contains(word.text()));
  }

  boolean hasVerb() {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      if (has("finite", word) || word.endsWith("n't") || CLITIC.matcher(word).matches()) {
        return true;
      }
      if (tokens.get(i).type() == Token.Type.WORD
          && isVerb(word, i == 0 || isSubject(tokens.get(i - 1)))) {
        return true;
      }
    }
    return false;
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

  private static boolean isSubject(Token token) {
    return has("subject", token.text());
  }

  /** A form that is as often a noun is a verb only after a subject, or where an order begins. */
  private static boolean isVerb(String word, boolean first) {
    Optional<Verb> found = VOCABULARY.verbs().byForm(word);
    if (found.isEmpty()) {
      return false;
    }
    Verb verb = found.get();
    if (word.equals(verb.past()) || word.equals(verb.participle())) {
      return !word.equals(verb.base()) || first;
    }
    if (word.equals(verb.progressive())) {
      return false;
    }
    return first || !verb.oftenNoun();
  }

  /** The name of a problem or a drug with its dose: what remains besides names is grammar. */
  private static boolean isName(String text) {
    StringBuilder rest = new StringBuilder(text);
    List<Mention> mentions = VOCABULARY.mentions(text);
    mentions.forEach(m -> blank(rest, m.beginChar(), m.endChar()));
    VOCABULARY.frequencies().find(text).forEach(m -> blank(rest, m.beginChar(), m.endChar()));
    VOCABULARY.routes().find(text).forEach(m -> blank(rest, m.beginChar(), m.endChar()));
    VOCABULARY.units().find(text).forEach(m -> blank(rest, m.beginChar(), m.endChar()));
    return !mentions.isEmpty()
        && Tokenizer.tokens(rest.toString()).stream()
            .filter(token -> token.type() == Token.Type.WORD)
            .allMatch(
                token ->
                    Set.of(
                            "and",
                            "or",
                            "of",
                            "the",
                            "with",
                            "for",
                            "no",
                            "in",
                            "left",
                            "right",
                            "both",
                            "as",
                            "needed",
                            "bilateral",
                            "a",
                            "history",
                            "acute",
                            "chronic",
                            "mild",
                            "severe",
                            "moderate")
                        .contains(token.text()));
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, ' ');
    }
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
