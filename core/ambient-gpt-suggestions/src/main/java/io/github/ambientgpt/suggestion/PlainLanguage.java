package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a note's sentence to the patient: "you", and the words that patients use. */
final class PlainLanguage {
  private static final Pattern PATIENT_AND_VERB =
      Pattern.compile("\\b(the patient|they|he|she)( also| still| now| often)? ([a-z']+)", 2);

  private static final Pattern HER = Pattern.compile("\\b[Hh]er\\b(?: ([a-z-]+))?");

  private static final Map<String, String> VERBS =
      Map.of(
          "has", "have", "is", "are", "was", "were", "does", "do", "doesn't", "don't", "isn't",
          "aren't", "hasn't", "haven't", "wasn't", "weren't", "goes", "go");

  private static final Map<String, String> PRONOUNS = new LinkedHashMap<>();

  static {
    PRONOUNS.put("the patient's", "your");
    PRONOUNS.put("the patient", "you");
    PRONOUNS.put("themselves", "yourself");
    PRONOUNS.put("their", "your");
    PRONOUNS.put("himself", "yourself");
    PRONOUNS.put("herself", "yourself");
    PRONOUNS.put("his", "your");
    PRONOUNS.put("him", "you");
    PRONOUNS.put("them", "you");
    PRONOUNS.put("they", "you");
  }

  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    List<List<String>> rows = new ArrayList<>();
    Table.read(PlainLanguage.class, "lay-words.tsv", rows::add);
    rows.sort(Comparator.comparingInt((List<String> row) -> row.get(0).length()).reversed());
    rows.forEach(row -> WORDS.put(whole(row.get(0)), row.get(1)));
  }

  private PlainLanguage() {}

  /** The same in plain words and, unless it is about somebody else, said to the patient. */
  static String of(String sentence) {
    boolean others = Cues.within("person", Tokenizer.tokens(sentence));
    return capitalized(words(others ? sentence : toPatient(sentence)));
  }

  /** The same in the words that patients use. */
  static String words(String text) {
    String plain = text;
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      plain = word.getKey().matcher(plain).replaceAll(Matcher.quoteReplacement(word.getValue()));
    }
    return plain;
  }

  private static String toPatient(String sentence) {
    String told = sentence.replaceFirst("^(?i)(?:the patient )?denies (?:any )?", "You have no ");
    told =
        PATIENT_AND_VERB
            .matcher(told)
            .replaceAll(
                found -> {
                  boolean they = found.group(1).equalsIgnoreCase("they");
                  String verb = they ? found.group(3) : base(found.group(3));
                  String also = found.group(2) == null ? "" : found.group(2);
                  return Matcher.quoteReplacement("you" + also + " " + verb);
                });
    for (Map.Entry<String, String> pronoun : PRONOUNS.entrySet()) {
      told = whole(pronoun.getKey()).matcher(told).replaceAll(pronoun.getValue());
    }
    return clinic(withoutHer(told));
  }

  /** "her back" is "your back", "helped her" is "helped you". */
  private static String withoutHer(String sentence) {
    return HER.matcher(sentence)
        .replaceAll(
            found -> {
              boolean object = found.group(1) == null || Cues.is("after-object", found.group(1));
              return (object ? "you" : "your")
                  + (found.group(1) == null ? "" : " " + found.group(1));
            });
  }

  /** "Order an MRI" is what the clinic will do, not the patient. */
  private static String clinic(String sentence) {
    String first = sentence.split(" ", 2)[0];
    boolean does = Cues.is("clinic-does", first.toLowerCase(Locale.ROOT));
    return does
        ? "The clinic will " + first.toLowerCase(Locale.ROOT) + sentence.substring(first.length())
        : sentence;
  }

  /** "coughs" is "cough", "coughed" stays. */
  private static String base(String verb) {
    String form = verb.toLowerCase(Locale.ROOT);
    if (VERBS.containsKey(form)) {
      return VERBS.get(form);
    }
    Optional<Verb> known = Vocabulary.english().verbs().byForm(form);
    return form.endsWith("s") ? known.map(Verb::base).orElse(form) : verb;
  }

  private static Pattern whole(String words) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}'-])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}'-])",
        Pattern.CASE_INSENSITIVE);
  }

  static String capitalized(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    int at = tokens.isEmpty() ? 0 : tokens.get(0).begin();
    return text.substring(0, at)
        + text.substring(at, Math.min(text.length(), at + 1)).toUpperCase(Locale.ROOT)
        + text.substring(Math.min(text.length(), at + 1));
  }
}
