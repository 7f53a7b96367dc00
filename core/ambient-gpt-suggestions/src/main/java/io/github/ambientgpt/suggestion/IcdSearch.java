package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds codes by the words they share with what was said, rare words weighing more (inverse
 * document frequency), and by a table of lay terms. Nothing is found by meaning: what is said in
 * words that neither table has is not found, or found wrongly.
 */
final class IcdSearch {
  /** Words that say little of a problem: a title may have them or not. */
  private static final Set<String> WEAK = new HashSet<>();

  /** Words that say nothing at all. */
  private static final Set<String> IGNORED = new HashSet<>();

  /** First letters of chapters, and how much their codes count; of most, wholly. */
  private static final Map<Character, Double> CHAPTERS = new HashMap<>();

  static {
    Table.read(
        IcdSearch.class,
        "icd-search.tsv",
        row -> {
          switch (row.get(0)) {
            case "weak" -> WEAK.add(row.get(1));
            case "ignored" -> IGNORED.add(row.get(1));
            case "chapter" -> CHAPTERS.put(row.get(1).charAt(0), Double.valueOf(row.get(2)));
            default -> throw new IllegalStateException("icd-search.tsv: " + row.get(0));
          }
        });
  }

  /** As they are said, and as titles have them. */
  private static final Map<String, String> SIDES =
      Map.of("left", "left", "right", "right", "both", "bilateral", "bilateral", "bilateral");

  private static final double WEAK_WEIGHT = 0.15;

  /** A title counts a little more than the other terms of its code. */
  private static final double OTHER_TERM = 0.97;

  /** A match by words alone is never as sure as a lay term that is the whole of what was said. */
  private static final double BEST = 0.99;

  private static final double LEAST = 0.1;

  /** What a title gains that names the side that was said, and what one loses that does not. */
  private static final double SIDED = 1.1;

  private static final Postings NOWHERE = new Postings();
  private static final String PREGNANCY = "OP";

  private final Icd10Cm table;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Postings> postings = new HashMap<>();
  private final Map<Set<String>, IcdCode> lay = new LinkedHashMap<>();

  /** Of each entry, what all its words weigh. */
  private final double[] weights;

  /** A title or another term, as the words that it is found by. */
  private record Entry(IcdCode code, List<String> words, boolean title) {}

  /** The entries that have a word, by their places in the list. */
  private static final class Postings {
    private int[] places = new int[4];
    private int size;

    void add(int place) {
      if (size > 0 && places[size - 1] == place) {
        return; // a title may have a word twice
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }
  }

  IcdSearch(Icd10Cm table) {
    this.table = table;
    for (IcdCode code : table.all()) {
      if (CHAPTERS.getOrDefault(code.code().charAt(0), 1.0) > 0) {
        index(new Entry(code, words(code.title()), true));
        code.terms().forEach(term -> index(new Entry(code, words(term), false)));
      }
    }
    weights = entries.stream().mapToDouble(entry -> weight(Set.copyOf(entry.words()))).toArray();
    Table.read(IcdSearch.class, "lay-terms.tsv", this::readLay);
  }

  private void readLay(List<String> row) {
    IcdCode code =
        table
            .code(row.get(0))
            .map(table::unspecified)
            .orElseThrow(() -> new IllegalStateException("lay-terms.tsv: " + row.get(0)));
    Table.alternatives(row.get(1)).forEach(term -> lay.put(Set.copyOf(words(term)), code));
  }

  private void index(Entry entry) {
    int place = entries.size();
    entries.add(entry);
    entry.words().forEach(word -> postings.computeIfAbsent(word, w -> new Postings()).add(place));
  }

  List<IcdMatch> find(String said, boolean pregnant, int limit) {
    Set<String> words = new LinkedHashSet<>(words(said));
    Map<String, IcdMatch> best = new LinkedHashMap<>();
    List<IcdMatch> titles = titleMatches(words, pregnant);
    Optional<String> side = side(words);
    layMatches(words).forEach(match -> keep(sided(match, side, titles), best));
    titles.forEach(match -> keep(match, best));
    Map<String, IcdMatch> whole = new LinkedHashMap<>();
    best.values().forEach(match -> keep(match.with(table.unspecified(match.code())), whole));
    return whole.values().stream()
        .sorted(
            Comparator.comparingDouble(IcdMatch::score)
                .reversed()
                .thenComparing(match -> match.code().code()))
        .limit(limit)
        .toList();
  }

  private static void keep(IcdMatch match, Map<String, IcdMatch> best) {
    best.merge(match.code().code(), match, (a, b) -> b.score() > a.score() ? b : a);
  }

  /** The lay terms whose words were all said; each scores by how much that is of what was said. */
  private List<IcdMatch> layMatches(Set<String> words) {
    List<IcdMatch> matches = new ArrayList<>();
    double whole = weight(words);
    lay.forEach(
        (term, code) -> {
          if (words.containsAll(term)) {
            double score = whole == 0 ? 1 : weight(term) / whole;
            matches.add(new IcdMatch(code, score, true));
          }
        });
    return matches;
  }

  /** The side that was named, as titles have it. */
  private static Optional<String> side(Set<String> words) {
    return SIDES.keySet().stream().filter(words::contains).findFirst().map(SIDES::get);
  }

  /** Of the code's category the one for the side that was named, if there is one. */
  private static IcdMatch sided(IcdMatch lay, Optional<String> side, List<IcdMatch> titles) {
    return titles.stream()
        .filter(match -> match.code().category().equals(lay.code().category()))
        .filter(match -> side.filter(words(match.code().title())::contains).isPresent())
        .max(Comparator.comparingDouble(IcdMatch::score))
        .map(match -> lay.with(match.code()))
        .orElse(lay);
  }

  private List<IcdMatch> titleMatches(Set<String> words, boolean pregnant) {
    double[] shared = new double[entries.size()];
    for (String word : words) {
      double weight = weight(word);
      Postings having = postings.getOrDefault(word, NOWHERE);
      for (int i = 0; i < having.size; i++) {
        shared[having.places[i]] += weight;
      }
    }
    double asked = weight(words);
    Optional<String> side = side(words);
    List<IcdMatch> matches = new ArrayList<>();
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] > 0) {
        Entry entry = entries.get(i);
        double sided = side.map(s -> entry.words().contains(s) ? SIDED : 1 / SIDED).orElse(1.0);
        double score = sided * 2 * shared[i] / (asked + weights[i]);
        score *= chapter(entry.code(), pregnant) * (entry.title() ? 1 : OTHER_TERM);
        if (score > LEAST) {
          matches.add(new IcdMatch(entry.code(), Math.min(BEST, score), false));
        }
      }
    }
    return matches;
  }

  private static double chapter(IcdCode code, boolean pregnant) {
    char letter = code.code().charAt(0);
    if (pregnant && PREGNANCY.indexOf(letter) >= 0) {
      return 1;
    }
    return CHAPTERS.getOrDefault(letter, 1.0);
  }

  /** How much of the weightier words of one text the other has, 0 to 1. */
  double overlap(String of, String in) {
    Set<String> asked = new LinkedHashSet<>(words(of));
    Set<String> there = new LinkedHashSet<>(asked);
    there.retainAll(words(in));
    return asked.isEmpty() ? 0 : weight(there) / weight(asked);
  }

  private double weight(Collection<String> words) {
    return words.stream().mapToDouble(this::weight).sum();
  }

  private double weight(String word) {
    int having = postings.getOrDefault(word, NOWHERE).size;
    double rarity = Math.log(1 + entries.size() / (1.0 + having));
    return WEAK.contains(word) ? WEAK_WEIGHT * rarity : rarity;
  }

  /** In small letters and in the singular; possessives and words that say nothing go. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>(8);
    int length = text.length();
    for (int i = 0; i < length; ) {
      int from = i;
      while (i < length && isPart(text.charAt(i))) {
        i++;
      }
      if (i > from) {
        String word = singular(text.substring(from, i).toLowerCase(Locale.ROOT));
        if (!word.isEmpty() && !IGNORED.contains(word)) {
          words.add(word);
        }
      }
      i++;
    }
    return words;
  }

  private static boolean isPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '\''
        || c == '’';
  }

  private static String singular(String word) {
    String plain = word.indexOf('\'') < 0 && word.indexOf('’') < 0 ? word : bare(word);
    int length = plain.length();
    if (length > 4 && plain.endsWith("ies")) {
      return plain.substring(0, length - 3) + "y";
    }
    boolean plural =
        length > 3
            && plain.endsWith("s")
            && !plain.endsWith("ss")
            && !plain.endsWith("us")
            && !plain.endsWith("is");
    return plural ? plain.substring(0, length - 1) : plain;
  }

  /** "Crohn's" is "crohn", "can't" is "cant". */
  private static String bare(String word) {
    return word.replaceAll("['’]s$", "").replaceAll("['’]", "");
  }
}
