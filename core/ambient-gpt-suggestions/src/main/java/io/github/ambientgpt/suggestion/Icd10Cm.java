package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The official table of ICD-10-CM, April 2026: 46,881 categories and codes, and the seventh
 * characters that make 74,719 valid ones of them. Read when it is first needed. Immutable, for any
 * thread.
 *
 * @since 0.1.0
 */
public final class Icd10Cm {
  /** The edition of the table. */
  public static final String EDITION = "ICD-10-CM April 2026";

  private static final int LONGEST = 7;
  private static final char PLACEHOLDER = 'X';

  private final TreeMap<String, IcdCode> codes = new TreeMap<>();
  private final IcdSearch search;

  private Icd10Cm() {
    Map<String, List<IcdCode.Seventh>> sevenths = new HashMap<>();
    Table.read(
        Icd10Cm.class,
        "icd-10-cm-seventh.tsv",
        row ->
            sevenths
                .computeIfAbsent(row.get(0), set -> new ArrayList<>())
                .add(new IcdCode.Seventh(row.get(1).charAt(0), row.get(2))));
    Table.read(Icd10Cm.class, "icd-10-cm.tsv.gz", new Rows(sevenths)::read);
    search = new IcdSearch(this);
  }

  public static Icd10Cm official() {
    return Holder.OFFICIAL;
  }

  /**
   * A category or code, with or without its full stop and seventh character; empty when the table
   * has no such code.
   */
  public Optional<IcdCode> code(String written) {
    String plain = plain(written);
    IcdCode listed = codes.get(plain);
    if (listed != null || plain.length() != LONGEST) {
      return Optional.ofNullable(listed);
    }
    String stem = plain.substring(0, LONGEST - 1);
    while (!codes.containsKey(stem) && stem.endsWith("" + PLACEHOLDER)) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return Optional.ofNullable(codes.get(stem))
        .flatMap(code -> with(code, plain.charAt(LONGEST - 1)));
  }

  /**
   * What the words of a problem may be coded as, best first.
   *
   * @param words as they were said: {@code high blood pressure}
   * @param limit how many at most
   */
  public List<IcdMatch> find(String words, int limit) {
    return search.find(words, false, limit);
  }

  /**
   * @param pregnant whether the patient is, or was lately: else its chapters are no answer
   */
  List<IcdMatch> find(String words, boolean pregnant, int limit) {
    return search.find(words, pregnant, limit);
  }

  /** How much of some words the code's title and other terms have, 0 to 1. */
  double overlap(String words, IcdCode code) {
    return search.overlap(words, code.title() + " " + String.join(" ", code.terms()));
  }

  Iterable<IcdCode> all() {
    return codes.values();
  }

  /** The code that a category stands for when nothing more is known; itself when it has none. */
  IcdCode unspecified(IcdCode category) {
    if (category.billable() || !category.seventh().isEmpty()) {
      return category;
    }
    IcdCode plainest = null;
    for (IcdCode code : below(category)) {
      if ((code.billable() || !code.seventh().isEmpty())
          && (plainest == null || plainness(code) > plainness(plainest))) {
        plainest = code;
      }
    }
    return plainest == null ? category : plainest;
  }

  private static double plainness(IcdCode code) {
    String title = code.title().toLowerCase(Locale.ROOT);
    double plain = title.contains("unspecified") ? 4 : 0;
    plain += title.contains("without complication") ? 4 : 0;
    plain += title.contains("not intractable") || title.contains("uncomplicated") ? 1 : 0;
    plain -= title.contains(" with ") ? 1 : 0;
    plain += code.code().endsWith("9") ? 0.5 : 0;
    return plain - code.code().length();
  }

  private Iterable<IcdCode> below(IcdCode category) {
    String plain = plain(category.code());
    return codes.subMap(plain, plain + Character.MAX_VALUE).values();
  }

  private static Optional<IcdCode> with(IcdCode code, char character) {
    return code.seventh().stream()
        .filter(seventh -> seventh.character() == character)
        .findFirst()
        .map(
            seventh -> {
              String padded = plain(code.code()) + "XXX";
              String whole = dotted(padded.substring(0, LONGEST - 1) + character);
              String title = code.title() + ", " + seventh.meaning();
              return new IcdCode(whole, title, code.terms(), true, List.of());
            });
  }

  private static String plain(String code) {
    return code.strip().replace(".", "").toUpperCase(Locale.ROOT);
  }

  private static String dotted(String plain) {
    return plain.length() <= 3 ? plain : plain.substring(0, 3) + "." + plain.substring(3);
  }

  /** Undoes what the deriving script did to make the table small. */
  private final class Rows {
    private final Map<String, List<IcdCode.Seventh>> sevenths;
    private String above = "";

    Rows(Map<String, List<IcdCode.Seventh>> sevenths) {
      this.sevenths = sevenths;
    }

    void read(List<String> row) {
      String code = above.substring(0, row.get(0).charAt(0) - '0') + row.get(0).substring(1);
      above = code;
      String flag = row.get(1);
      String title = row.get(2);
      if (title.startsWith("~")) {
        title = parent(code).title() + title.substring(1);
      }
      List<String> terms = row.size() > 3 ? Table.alternatives(row.get(3)) : List.of();
      List<IcdCode.Seventh> seventh = sevenths.getOrDefault(flag, List.of());
      codes.put(plain(code), new IcdCode(code, title, terms, flag.equals("+"), seventh));
    }

    private IcdCode parent(String code) {
      String plain = plain(code);
      int length = plain.length() - 1;
      while (!codes.containsKey(plain.substring(0, length))) {
        length--;
      }
      return codes.get(plain.substring(0, length));
    }
  }

  private static final class Holder {
    static final Icd10Cm OFFICIAL = new Icd10Cm();
  }
}
