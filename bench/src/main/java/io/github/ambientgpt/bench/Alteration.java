package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One way to make a true statement false, as a careless writer or a model might. */
enum Alteration {
  /** Another amount of the same. */
  DOSE {
    @Override
    Optional<String> of(String text, Source source) {
      Matcher dose = DOSES.matcher(text);
      if (!dose.find()) {
        return Optional.empty();
      }
      double factor = new double[] {0.5, 1.5, 2, 10}[source.random().nextInt(4)];
      double other = Double.parseDouble(dose.group(1).replace(",", "")) * factor;
      String written =
          other == Math.rint(other) ? Long.toString((long) other) : Double.toString(other);
      return Optional.of(replaced(text, dose, 1, written));
    }
  },
  /** The same number of something else. */
  UNIT {
    @Override
    Optional<String> of(String text, Source source) {
      Matcher dose = DOSES.matcher(text);
      return dose.find()
          ? Optional.of(
              replaced(
                  text,
                  dose,
                  2,
                  Map.of("mg", "mcg", "mcg", "mg").getOrDefault(dose.group(2), "mg")))
          : Optional.empty();
    }
  },
  FREQUENCY {
    @Override
    Optional<String> of(String text, Source source) {
      return exchanged(
          text,
          List.of(
              List.of("\\btwice (?:a day|daily)\\b", "once a day"),
              List.of("\\b(?:once (?:a day|daily)|daily|every day)\\b", "twice a day"),
              List.of("\\bthree times (?:a day|daily)\\b", "once a day"),
              List.of("\\bevery 6 hours\\b", "every 12 hours"),
              List.of("\\bevery [48] hours\\b", "every 2 hours")));
    }
  },
  SIDE {
    @Override
    Optional<String> of(String text, Source source) {
      Matcher side =
          Pattern.compile(
                  "(?i)\\b(left|right)(?=(?:-sided)? [a-z])(?! (?:now|after|away|over|here|there|where))")
              .matcher(text);
      if (!side.find() || text.toLowerCase(Locale.ROOT).contains("all right")) {
        return Optional.empty();
      }
      String other = side.group(1).equalsIgnoreCase("left") ? "right" : "left";
      return Optional.of(replaced(text, side, 1, other));
    }
  },
  /** What was denied is reported, and the reverse. */
  NEGATION {
    @Override
    Optional<String> of(String text, Source source) {
      return exchanged(
          text,
          List.of(
              List.of("^Denies ", "Reports "),
              List.of("^Reports ", "Denies "),
              List.of(" denies ", " reports "),
              List.of(" reports ", " denies "),
              List.of(" does not ", " does "),
              List.of("^No ", "Some "),
              List.of("(?<=[Tt]here is )no ", "some ")));
    }
  },
  /** A drug that nobody named. */
  INVENTED_DRUG {
    @Override
    Optional<String> of(String text, Source source) {
      return source
          .unsaid(
              List.of(
                  "warfarin",
                  "sertraline",
                  "omeprazole",
                  "azithromycin",
                  "gabapentin",
                  "clopidogrel"))
          .map(drug -> text.replaceFirst("\\.?$", " and was given " + drug + "."));
    }
  },
  /** Another drug in the place of the one that was named. */
  OTHER_DRUG {
    @Override
    Optional<String> of(String text, Source source) {
      Optional<Mention> drug =
          Vocabulary.english().mentions(text).stream()
              .filter(mention -> mention.concept().kind() == ConceptKind.DRUG)
              .findFirst();
      Optional<String> other =
          source.unsaid(List.of("amlodipine", "fluoxetine", "naproxen", "glipizide", "cephalexin"));
      return drug.isEmpty() || other.isEmpty()
          ? Optional.empty()
          : Optional.of(
              text.substring(0, drug.get().beginChar())
                  + other.get()
                  + text.substring(drug.get().endChar()));
    }
  },
  /** An illness that nobody named. */
  INVENTED_CONDITION {
    @Override
    Optional<String> of(String text, Source source) {
      return source
          .unsaid(List.of("glaucoma", "gout", "epilepsy", "psoriasis", "hepatitis", "anemia"))
          .map(illness -> text.replaceFirst("\\.?$", " and has a history of " + illness + "."));
    }
  },
  /** A number of another statement. */
  MOVED_NUMBER {
    @Override
    Optional<String> of(String text, Source source) {
      Matcher number = Pattern.compile("(?<![\\w./-])\\d+(?:\\.\\d+)?(?![\\w/-])").matcher(text);
      if (!number.find()) {
        return Optional.empty();
      }
      List<String> others =
          source.numbers().stream()
              .filter(n -> !text.matches("(?s).*\\b" + Pattern.quote(n) + "\\b.*"))
              .toList();
      return others.isEmpty()
          ? Optional.empty()
          : Optional.of(
              replaced(text, number, 0, others.get(source.random().nextInt(others.size()))));
    }
  };

  private static final Pattern DOSES =
      Pattern.compile("\\b(\\d+(?:,\\d+)?(?:\\.\\d+)?) (mg|mcg|mL|g|units)\\b");

  /**
   * Where a statement is from.
   *
   * @param numbers of the same note, for one to be moved
   * @param said the visit's words in lower case
   * @param named what the vocabulary finds in them
   */
  record Source(List<String> numbers, String said, Set<Concept> named, Random random) {
    Source(List<String> numbers, String said, Random random) {
      this(
          numbers,
          said,
          Vocabulary.english().mentions(said).stream()
              .map(Mention::concept)
              .collect(Collectors.toSet()),
          random);
    }

    /** One that was not said, under any of its names; empty when all were. */
    Optional<String> unsaid(List<String> words) {
      List<String> left = words.stream().filter(word -> !isSaid(word)).toList();
      return left.isEmpty() ? Optional.empty() : Optional.of(left.get(random.nextInt(left.size())));
    }

    /** Who says Prilosec says omeprazole. */
    private boolean isSaid(String word) {
      Optional<Concept> concept = Vocabulary.english().concept(word);
      return said.contains(word) || concept.filter(named::contains).isPresent();
    }
  }

  /**
   * @return empty when there is nothing in the text to alter in this way
   */
  abstract Optional<String> of(String text, Source source);

  private static String replaced(String text, Matcher matcher, int group, String other) {
    return text.substring(0, matcher.start(group)) + other + text.substring(matcher.end(group));
  }

  /** By the first pair whose pattern is there. */
  private static Optional<String> exchanged(String text, List<List<String>> pairs) {
    for (List<String> pair : pairs) {
      Matcher matcher = Pattern.compile(pair.get(0)).matcher(text);
      if (matcher.find()) {
        return Optional.of(replaced(text, matcher, 0, pair.get(1)));
      }
    }
    return Optional.empty();
  }
}
