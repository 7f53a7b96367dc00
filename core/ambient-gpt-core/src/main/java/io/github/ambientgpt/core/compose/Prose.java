package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes tokens as a sentence of a note: digits, units, capitals, punctuation. */
final class Prose {
  private static final Map<String, String> WRITTEN = table("written.tsv");
  private static final Map<String, String> UNITS = table("units.tsv");
  private static final Set<String> COUNTED = Phrases.english().group("counted");

  private static final Set<String> SCALES = Phrases.english().group("scales");
  private static final Map<String, String> ROMAN =
      Map.of("1", "I", "2", "II", "3", "III", "4", "IV", "5", "V", "6", "VI");

  /** Of edema, of pulses, of reflexes. */
  private static final int HIGHEST_GRADE = 4;

  private static final int LOWEST_DIASTOLIC = 30;

  /** "So (we can) check it". */
  private static final Pattern PURPOSE =
      Pattern.compile("\\bso (check|recheck|see|review|repeat|discuss|make|evaluate|monitor)\\b");

  private Prose() {}

  /** A sentence with its capital and full stop; empty for no words. */
  static String sentence(List<Token> tokens) {
    String text = PURPOSE.matcher(text(SpokenToWritten.written(tokens))).replaceAll("to $1");
    text = text.startsWith("please ") ? text.substring("please ".length()) : text;
    return text.isEmpty() ? "" : capitalized(text) + ".";
  }

  /** The words with digits and units as they are written, without a capital or a full stop. */
  static String text(List<Token> tokens) {
    List<String> words = words(tokens);
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      boolean mark = word.equals(",") || word.equals("%") || word.equals("+");
      boolean range =
          word.equals("-") || text.length() > 0 && text.charAt(text.length() - 1) == '-';
      if (text.length() > 0 && !mark && !range) {
        text.append(' ');
      }
      text.append(word);
    }
    return text.toString().replace(" ,", ",").replaceAll(",+", ",").replaceAll("[ ,]+$", "");
  }

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static List<String> words(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      var number = Numbers.at(tokens, i);
      if (number.isPresent() && digits(tokens, number.get())) {
        words.add(
            token.type() == Token.Type.NUMBER && number.get().to() == i + 1
                ? token.text()
                : token.is("roman")
                    ? ROMAN.getOrDefault(number.get().digits(), number.get().digits())
                    : number.get().digits());
        i = number.get().to() - 1;
        int below = below(tokens, i + 1, number.get());
        if (below > 0) {
          Numbers.Spoken other = Numbers.at(tokens, below).orElseThrow();
          words.set(words.size() - 1, number.get().digits() + "/" + other.digits());
          i = other.to() - 1;
          continue;
        }
        if (isGrade(tokens, i + 1, number.get())) {
          words.add("+");
          i++;
          continue;
        }
        if (i + 1 < tokens.size() && UNITS.containsKey(tokens.get(i + 1).text())) {
          words.add(UNITS.get(tokens.get(++i).text()));
        }
        continue;
      }
      words.add(WRITTEN.getOrDefault(token.text(), token.text()));
    }
    return words;
  }

  /** "One plus" is 1+. */
  private static boolean isGrade(List<Token> tokens, int plus, Numbers.Spoken number) {
    return plus < tokens.size()
        && tokens.get(plus).is("plus")
        && number.value().intValue() <= HIGHEST_GRADE
        && (plus + 1 == tokens.size() || Numbers.at(tokens, plus + 1).isEmpty());
  }

  /** Index of what stands below the line in "118 over 72" and "two out of six"; 0 for none. */
  private static int below(List<Token> tokens, int at, Numbers.Spoken above) {
    boolean pressure = at < tokens.size() && tokens.get(at).is("over");
    boolean grade = Words.startsWith(tokens, at, "out", "of");
    int below = pressure ? at + 1 : grade ? at + 2 : tokens.size();
    if (below >= tokens.size()) {
      return 0;
    }
    return Numbers.at(tokens, below)
            .filter(
                n ->
                    pressure && isPressure(above, n)
                        || SCALES.contains(n.digits()) && above.value().compareTo(n.value()) <= 0)
            .isPresent()
        ? below
        : 0;
  }

  private static boolean isPressure(Numbers.Spoken systolic, Numbers.Spoken diastolic) {
    return systolic.value().intValue() > diastolic.value().intValue()
        && diastolic.value().intValue() >= LOWEST_DIASTOLIC;
  }

  /** Small numbers stay words, but for measures. */
  private static boolean digits(List<Token> tokens, Numbers.Spoken number) {
    if (number.value().intValue() >= 10
        || number.value().scale() > 0
        || tokens.get(number.from()).type() == Token.Type.NUMBER
        || tokens.get(number.from()).is("roman")) {
      return true;
    }
    boolean article = tokens.get(number.from()).is("one");
    if (isGrade(tokens, number.to(), number)) {
      return true;
    }
    if (number.to() < tokens.size()) {
      String next = tokens.get(number.to()).text();
      if (UNITS.containsKey(next) || COUNTED.contains(next) && !(article && next.equals("time"))) {
        return true;
      }
      if (next.equals("to") || next.equals("or")) {
        return !article;
      }
    }
    return number.from() > 0
        && Phrases.english().group("counting").contains(tokens.get(number.from() - 1).text())
        && !article;
  }

  private static Map<String, String> table(String resource) {
    Map<String, String> table = new HashMap<>();
    Table.read(Prose.class, resource, row -> table.put(row.get(0), row.get(1)));
    return Map.copyOf(table);
  }
}
