package io.github.ambientgpt.core.suggestion;

import io.github.ambientgpt.core.text.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  private static final double WEAK_WEIGHT = 0.15;
  private static final String PREGNANCY = "OP";

  private final Icd10Cm table;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, int[]> postings = new HashMap<>();
  private final Map<String, IcdCode> lay = new HashMap<>();
  private int longestLay;

  /** A title or another term, as the words that it is found by. */
  private record Entry(IcdCode code, String[] words, boolean title) {}

  IcdSearch(Icd10Cm table) {
    this.table = table;
    Map<String, List<Integer>> found = new TreeMap<>();
    for (IcdCode code : table.all()) {
      if (CHAPTERS.getOrDefault(code.code().charAt(0), 1.0) > 0) {
        index(new Entry(code, words(code.title()), true), found);
        code.terms().forEach(term -> index(new Entry(code, words(term), false), found));
      }
    }
    found.forEach(
        (word, places) ->
            postings.put(word, places.stream().mapToInt(Integer::intValue).toArray()));
    Table.read(IcdSearch.class, "lay-terms.tsv", this::readLay);
  }

  private void readLay(List<String> row) {
    IcdCode code =
        table
            .code(row.get(0))
            .map(table::unspecified)
            .orElseThrow(() -> new IllegalStateException("lay-terms.tsv: " + row.get(0)));
    for (String term : Table.alternatives(row.get(1))) {
      String[] words = words(term);
      lay.put(String.join(" ", words), code);
      longestLay = Math.max(longestLay, words.length);
    }
  }

  private void index(Entry entry, Map<String, List<Integer>> found) {
    int place = entries.size();
    entries.add(entry);
    for (String word : Set.of(Arrays.stream(entry.words()).distinct().toArray(String[]::new))) {
      found.computeIfAbsent(word, w -> new ArrayList<>()).add(place);
    }
  }

  List<IcdMatch> find(String said, boolean pregnant, int limit) {
    String[] words = words(said);
    Map<String, IcdMatch> best = new LinkedHashMap<>();
    layMatches(words).forEach(match -> keep(match, best));
    titleMatches(words, pregnant).forEach(match -> keep(match, best));
    return best.values().stream()
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

  /** The lay terms that stand in what was said; each scores by how much of that it is. */
  private List<IcdMatch> layMatches(String[] words) {
    List<IcdMatch> matches = new ArrayList<>();
    double whole = weight(words);
    for (int from = 0; from < words.length; from++) {
      for (int to = from + 1; to <= Math.min(words.length, from + longestLay); to++) {
        String[] part = Arrays.copyOfRange(words, from, to);
        IcdCode code = lay.get(String.join(" ", part));
        if (code != null) {
          double share = whole == 0 ? 1 : weight(part) / whole;
          matches.add(new IcdMatch(code, Math.min(1, share), true));
        }
      }
    }
    return matches;
  }

  private List<IcdMatch> titleMatches(String[] words, boolean pregnant) {
    Map<Integer, Double> shared = new HashMap<>();
    for (String word : Set.copyOf(Arrays.asList(words))) {
      double weight = weight(word);
      for (int place : postings.getOrDefault(word, new int[0])) {
        shared.merge(place, weight, Double::sum);
      }
    }
    double asked = weight(words);
    List<IcdMatch> matches = new ArrayList<>();
    shared.forEach(
        (place, weight) -> {
          Entry entry = entries.get(place);
          double score = 2 * weight / (asked + weight(entry.words()));
          score *= chapter(entry.code(), pregnant) * (entry.title() ? 1 : 0.97);
          IcdCode code = table.unspecified(entry.code());
          matches.add(new IcdMatch(code, Math.min(0.99, score), false));
        });
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
    String[] asked = words(of);
    Set<String> there = Set.of(Arrays.stream(words(in)).distinct().toArray(String[]::new));
    double found =
        weight(Arrays.stream(asked).filter(there::contains).toArray(String[]::new));
    return asked.length == 0 ? 0 : found / weight(asked);
  }

  private double weight(String[] words) {
    return Arrays.stream(words).distinct().mapToDouble(this::weight).sum();
  }

  private double weight(String word) {
    int[] places = postings.get(word);
    double rarity = Math.log(1 + entries.size() / (1.0 + (places == null ? 0 : places.length)));
    return WEAK.contains(word) ? WEAK_WEIGHT * rarity : rarity;
  }

  /** In small letters and in the singular; possessives and words that say nothing go. */
  static String[] words(String text) {
    return Arrays.stream(
            text.toLowerCase(Locale.ROOT).replaceAll("['’]s?\\b", "").split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty() && !IGNORED.contains(word))
        .map(IcdSearch::singular)
        .toArray(String[]::new);
  }

  private static String singular(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    boolean plural =
        length > 3
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, length - 1) : word;
  }
}
