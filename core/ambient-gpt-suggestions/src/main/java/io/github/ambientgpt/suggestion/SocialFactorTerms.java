package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of the lay terms for social determinants. Here the words must stand together in their
 * order: "alone" and "living" mean too much else.
 */
final class SocialFactorTerms {
  private static final Map<String, String> SAME = new HashMap<>();

  static {
    for (String whose : List.of("your", "his", "her", "their")) {
      SAME.put(whose, "my");
    }
    for (String live : List.of("lives", "living", "lived")) {
      SAME.put(live, "live");
    }
    SAME.put("cannot", "can't");
    SAME.put("yourself", "myself");
  }

  private final Map<List<String>, String> codes = new HashMap<>();
  private int longest;

  SocialFactorTerms() {
    Table.read(
        SocialFactorTerms.class,
        "lay-terms.tsv",
        row -> {
          if (row.get(0).compareTo("Z55") >= 0 && row.get(0).compareTo("Z66") < 0) {
            String code = Icd10Cm.official().code(row.get(0)).map(this::complete).orElseThrow();
            Table.alternatives(row.get(1)).forEach(term -> add(term, code));
          }
        });
  }

  private String complete(IcdCode code) {
    return Icd10Cm.official().unspecified(code).code();
  }

  private void add(String term, String code) {
    List<String> words = List.of(term.split(" ")).stream().map(SocialFactorTerms::same).toList();
    codes.put(words, code);
    longest = Math.max(longest, words.size());
  }

  /** A mention's concept is named by its code. */
  List<Mention> find(String text) {
    String[] tokens = text.split(" ");
    List<Mention> found = new ArrayList<>();
    int begin = 0;
    for (int from = 0; from < tokens.length; from++) {
      int end = begin;
      List<String> words = new ArrayList<>();
      for (int to = from; to < Math.min(tokens.length, from + longest); to++) {
        words.add(same(tokens[to]));
        end += (to == from ? 0 : 1) + tokens[to].length();
        String code = codes.get(words);
        if (code != null) {
          found.add(new Mention(new Concept(ConceptKind.FINDING, code), begin, end));
        }
      }
      begin += tokens[from].length() + 1;
    }
    return found;
  }

  private static String same(String word) {
    return SAME.getOrDefault(word, word);
  }
}
