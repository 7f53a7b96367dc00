package io.github.ambientgpt.core.vocabulary;

import io.github.ambientgpt.core.english.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Clinical words and what they mean, from the tables beside this class; each table is read when it
 * is first needed. The jar's {@code META-INF/NOTICE} names their sources. Immutable, for any
 * thread.
 *
 * @since 0.1.0
 */
public final class Vocabulary {
  private static final Vocabulary ENGLISH = new Vocabulary();

  private final Supplier<Concepts> concepts = new Lazy<>(Concepts::load);
  private final Supplier<Lexicon<Abbreviation>> abbreviations =
      new Lazy<>(Vocabulary::readAbbreviations);
  private final Supplier<Lexicon<Unit>> units = new Lazy<>(Vocabulary::readUnits);
  private final Supplier<Lexicon<Frequency>> frequencies = new Lazy<>(Vocabulary::readFrequencies);
  private final Supplier<Lexicon<Route>> routes = new Lazy<>(Vocabulary::readRoutes);
  private final Supplier<Lexicon<BodySystem>> systems = new Lazy<>(Vocabulary::readSystems);
  private final Supplier<VerbForms> verbs = new Lazy<>(VerbForms::load);

  private final Supplier<DrugNames> drugNames = new Lazy<>(DrugNames::load);

  private Vocabulary() {}

  /** American and British English. */
  public static Vocabulary english() {
    return ENGLISH;
  }

  /**
   * The clinical concepts that a text names, from left to right, without overlaps: of overlapping
   * terms the longest, so that {@code chest pain} is one mention and no {@code chest}.
   */
  public List<Mention> mentions(String text) {
    return concepts.get().find(text);
  }

  /** The concept of a term alone, such as a drug's name in a list. */
  public Optional<Concept> concept(String term) {
    return concepts.get().get(term);
  }

  /**
   * The drugs whose names are written nearly as a word that is in no table, the nearest ones, in
   * lower case: what a recognizer may have meant.
   *
   * @return empty for a word that is known, is short, or is like no drug's name
   */
  public List<String> drugsLike(String word) {
    String key = word.toLowerCase(Locale.ROOT);
    boolean known =
        !DrugNames.isWord(key)
            || concepts.get().get(key).isPresent()
            || verbs.get().byForm(key).isPresent();
    return known ? List.of() : drugNames.get().nearest(key);
  }

  /**
   * Whether the first is the second or a kind of it: type 2 diabetes is a diabetes, lisinopril an
   * ACE inhibitor and an antihypertensive, the knee a part of the leg.
   */
  public boolean isA(Concept narrow, Concept broad) {
    return concepts.get().isA(narrow, broad);
  }

  /** Shortened terms and their usual expansion. */
  public Lexicon<Abbreviation> abbreviations() {
    return abbreviations.get();
  }

  /**
   * Written and spoken units. Some of their forms are also other words ({@code l}, {@code second}),
   * so that a match is a unit only after a number, which is left to the caller.
   */
  public Lexicon<Unit> units() {
    return units.get();
  }

  /** How often a drug is taken, in words or Latin: {@code twice a day}, {@code b.i.d.}. */
  public Lexicon<Frequency> frequencies() {
    return frequencies.get();
  }

  /** The way a drug is given: {@code by mouth}, {@code p.o.}. */
  public Lexicon<Route> routes() {
    return routes.get();
  }

  /** Words of an examination or a review of systems and the system they belong to. */
  public Lexicon<BodySystem> systems() {
    return systems.get();
  }

  /** The forms of the usual verbs. */
  public VerbForms verbs() {
    return verbs.get();
  }

  private static Lexicon<Abbreviation> readAbbreviations() {
    var lexicon = new Lexicon.Builder<Abbreviation>(512);
    Table.read(
        Vocabulary.class,
        "abbreviations.tsv",
        row -> {
          boolean ambiguous = !row.get(2).isEmpty();
          // "or" is no operating room: such abbreviations are looked for in capitals only.
          boolean word = row.get(2).equals("word");
          String letters = row.get(0);
          var abbreviation = new Abbreviation(letters, row.get(1), ambiguous);
          lexicon.add(word ? letters : letters.toLowerCase(Locale.ROOT), abbreviation);
        });
    return lexicon.build();
  }

  private static Lexicon<Unit> readUnits() {
    var lexicon = new Lexicon.Builder<Unit>(512);
    Table.read(
        Vocabulary.class,
        "units.tsv",
        row -> {
          Unit unit = new Unit(row.get(0), row.get(1), Double.parseDouble(row.get(2)));
          Table.alternatives(row.get(3)).forEach(form -> lexicon.add(form, unit));
        });
    return lexicon.build();
  }

  private static Lexicon<Frequency> readFrequencies() {
    var lexicon = new Lexicon.Builder<Frequency>(512);
    Table.read(
        Vocabulary.class,
        "frequencies.tsv",
        row -> {
          String perDay = row.get(1);
          var frequency =
              new Frequency(
                  row.get(0),
                  perDay.isEmpty()
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(Double.parseDouble(perDay)));
          Table.alternatives(row.get(2)).forEach(form -> lexicon.add(form, frequency));
        });
    return lexicon.build();
  }

  private static Lexicon<Route> readRoutes() {
    var lexicon = new Lexicon.Builder<Route>(128);
    Table.read(
        Vocabulary.class,
        "routes.tsv",
        row -> {
          Route route = new Route(row.get(0), row.get(1));
          lexicon.add(route.words(), route);
          Table.alternatives(row.get(2)).forEach(form -> lexicon.add(form, route));
        });
    return lexicon.build();
  }

  private static Lexicon<BodySystem> readSystems() {
    var lexicon = new Lexicon.Builder<BodySystem>(1024);
    Table.read(
        Vocabulary.class,
        "systems.tsv",
        row -> {
          BodySystem system = BodySystem.valueOf(row.get(0));
          Table.alternatives(row.get(1)).forEach(term -> lexicon.add(term, system));
        });
    return lexicon.build();
  }

  /** Made once, by whichever thread asks first. */
  private static final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      if (value == null) {
        synchronized (this) {
          if (value == null) {
            value = maker.get();
          }
        }
      }
      return value;
    }
  }
}
