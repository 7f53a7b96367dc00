package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose each word is, from who speaks and from the words: "my mother has", "she takes" after it, a
 * mother's own "I". Goes through a visit clause by clause; for one thread.
 */
final class Persons {
  /** "She" within the first words goes on with whom was spoken of before. */
  private static final int GOES_ON = 3;

  private static final Set<String> CHILDREN =
      Set.of("son", "daughter", "child", "kid", "baby", "grandson", "granddaughter");

  /** How a companion calls the patient. */
  private static final Map<String, Set<String>> OTHER_END =
      Map.of(
          "mother", CHILDREN,
          "father", CHILDREN,
          "parent", CHILDREN,
          "grandmother", CHILDREN,
          "grandfather", CHILDREN,
          "wife", Set.of("husband"),
          "husband", Set.of("wife"),
          "daughter", Set.of("mother", "father", "parent"),
          "son", Set.of("mother", "father", "parent"));

  /** By which relations the patient goes in this visit. */
  private final Set<String> patient;

  /** Whose "I" it is. */
  private Experiencer self = Experiencer.PATIENT;

  /** Of whom was spoken last, if not of the patient. */
  private Experiencer last = Experiencer.PATIENT;

  private Persons(Set<String> patient) {
    this.patient = patient;
  }

  /** Of a text of which the patient is the only subject until it names another. */
  Persons() {
    this(Set.of());
  }

  static Persons of(Transcript transcript) {
    Set<String> patient = new HashSet<>();
    transcript.utterances().stream()
        .map(Utterance::speaker)
        .distinct()
        .forEach(speaker -> patient.addAll(OTHER_END.getOrDefault(relation(speaker), Set.of())));
    return new Persons(patient);
  }

  void speaks(Speaker speaker) {
    self = new Experiencer(speaker.role() == Role.OTHER ? relation(speaker) : "");
  }

  /** "Mother", "Leo's mom"; empty for a nurse, and an interpreter speaks for the patient. */
  private static String relation(Speaker speaker) {
    return Tokenizer.tokens(speaker.label()).stream()
        .map(token -> kin(token.text()))
        .filter(kin -> !kin.isEmpty() && speaker.role() == Role.OTHER)
        .findFirst()
        .orElse("");
  }

  Experiencer[] of(Tokens tokens) {
    Experiencer[] whose = new Experiencer[tokens.size()];
    Experiencer now = startsWith(tokens) ? last : Experiencer.PATIENT;
    boolean named = false;
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      String kin = kin(word);
      if (patient.contains(kin)) {
        now = Experiencer.PATIENT;
      } else if (!kin.isEmpty() && !isNoRelative(tokens, i) && !isVocative(tokens, i)) {
        Experiencer relative = new Experiencer(kin);
        boolean inTheFamily =
            i > 1
                && Cues.is(WordClass.DETERMINER, tokens.word(i - 1))
                && tokens.word(i - 2).equals("in");
        if (inTheFamily) { // "does it run in your family"
          Arrays.fill(whose, 0, i, relative);
        }
        if (!tells(tokens, i)) {
          now = relative;
          named = true;
        }
      } else if (Cues.is(WordClass.PATIENT, word)) {
        now = word.startsWith("you") || word.equals("patient") ? Experiencer.PATIENT : self;
      } else if (Cues.is(WordClass.PRONOUN, word) && !self.isPatient() && !named) {
        now = last.equals(self) ? Experiencer.PATIENT : last; // a mother says "he" of her child
      } else if (tokens.get(i).is(";") || tokens.get(i).is(".")) {
        now = Experiencer.PATIENT;
      }
      whose[i] = now;
    }
    if (named) {
      last = now.isPatient() ? firstOther(whose) : now;
    } else if (tokens.size() > 0 && !startsWith(tokens)) {
      last = Experiencer.PATIENT;
    }
    return whose;
  }

  private static Experiencer firstOther(Experiencer[] whose) {
    return Arrays.stream(whose)
        .filter(one -> !one.isPatient())
        .findFirst()
        .orElse(Experiencer.PATIENT);
  }

  private boolean startsWith(Tokens tokens) {
    if (last.isPatient()) {
      return false;
    }
    for (int i = 0; i < Math.min(GOES_ON, tokens.size()); i++) {
      if (Cues.is(WordClass.PATIENT, tokens.word(i))) {
        return false;
      }
      if (Cues.is(WordClass.PRONOUN, tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** "My mother says that I have": of the patient. */
  private static boolean tells(Tokens tokens, int kin) {
    for (int i = kin + 1; i < Math.min(tokens.size(), kin + 4); i++) {
      if (Cues.is(WordClass.TELLS, tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Mom, what is it?", "how is he eating, dad?": spoken to, and not of. */
  private static boolean isVocative(Tokens tokens, int i) {
    if (!Cues.is(WordClass.ADDRESS, tokens.word(i))) {
      return false;
    }
    boolean first = i == 0 || !Character.isLetter(tokens.word(i - 1).charAt(0));
    boolean leads = first && tokens.word(i + 1).equals(",") && !isNumber(tokens.word(i + 2));
    return leads || i > 0 && tokens.word(i - 1).equals(",") && isLast(tokens, i);
  }

  /** "Mom, 62, had a stroke" is of her. */
  private static boolean isNumber(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  private static boolean isLast(Tokens tokens, int i) {
    return i + 1 == tokens.size() || !Character.isLetter(tokens.word(i + 1).charAt(0));
  }

  /** "Your friend" is one, "the family doctor" and "child seat" are none. */
  private static boolean isNoRelative(Tokens tokens, int i) {
    String after = tokens.word(i + 1);
    return tokens.word(i).equals("family")
            && (after.equals("doctor") || after.equals("physician") || after.equals("medicine"))
        || tokens.word(i).equals("cat") && (after.equals("scan") || after.equals("scratch"));
  }

  /** The relative that a word names, without its possessive; empty for other words. */
  static String kin(String word) {
    String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    return Cues.is(WordClass.KIN, plain) ? WordForms.kin(plain) : "";
  }
}
