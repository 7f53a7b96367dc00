package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.transcript.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns what patient and clinician said to each other into what a note says of the patient: "I've
 * had" becomes "the patient has had", "your heart" becomes "the heart".
 */
final class ThirdPerson {
  static final String PATIENT = "the patient";

  private static final Set<String> ADVERBS = Phrases.english().group("adverbs");

  /** A pronoun after one of these, with a verb after it, is a subject. */
  private static final Set<String> BEFORE_SUBJECT = Phrases.english().group("before-subject");

  /** A patient's "we" is the patient and those who live with them. */
  private static final Map<String, String> FAMILY = Persons.written("household");

  private static final Map<String, String> CONTRACTED = Persons.written("clitic");

  /** After "they". */
  private static final Map<String, String> PLURAL = Persons.written("plural");

  private final Conjugation verbs = new Conjugation();
  private final Pronouns pronouns;

  /** Who speaks for a patient who says nothing; empty for nobody. */
  private final String parent;

  /**
   * @param parent "mother", where one speaks for a patient who says nothing; empty for nobody
   */
  ThirdPerson(Pronouns pronouns, String parent) {
    this.pronouns = pronouns;
    this.parent = parent;
  }

  /** What a patient said of themself. */
  List<Token> patient(List<Token> tokens) {
    return retell(
        tokens,
        "i",
        Map.of(
            "me",
            pronouns.object(),
            "my",
            pronouns.possessive(),
            "myself",
            pronouns.reflexive(),
            "mine",
            "theirs",
            "our",
            "their",
            "us",
            "them"));
  }

  /** What a clinician said to the patient. */
  List<Token> clinician(List<Token> tokens) {
    if (isToParent(tokens)) {
      return retell(
          tokens, "you", "the " + parent, Map.of("your", "the", "yourself", "themselves"));
    }
    return retell(
        tokens,
        "you",
        Map.of("your", pronouns.possessive(), "yourself", pronouns.reflexive(), "yours", "theirs"));
  }

  /** "You can keep giving her Tylenol", "you can give Tylenol". */
  private boolean isToParent(List<Token> tokens) {
    Phrases phrases = Phrases.english();
    return !parent.isEmpty()
        && tokens.stream()
            .map(Token::text)
            .anyMatch(
                word -> phrases.has("patient-pronoun", word) || phrases.has("parental", word));
  }

  /** What another said; nothing changes hands. */
  List<Token> of(Role role, List<Token> tokens) {
    return switch (role) {
      case PATIENT -> patient(tokens);
      case CLINICIAN -> clinician(tokens);
      case OTHER, UNKNOWN -> tokens;
    };
  }

  private List<Token> retell(List<Token> tokens, String self, Map<String, String> others) {
    return retell(tokens, self, PATIENT, others);
  }

  /**
   * @param person who speaks, or is spoken to
   */
  private List<Token> retell(
      List<Token> tokens, String self, String person, Map<String, String> others) {
    boolean pronominal = pronouns.areKnown() && person.equals(PATIENT);
    List<Token> told = new ArrayList<>();
    boolean named = false;
    boolean present = false; // a verb of the patient was conjugated, so one after "and" is too
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String text = token.text();
      int apostrophe = text.indexOf('\'');
      String head = apostrophe < 0 ? text : text.substring(0, apostrophe);
      if (head.equals(self)) {
        boolean subject = apostrophe >= 0 || self.equals("i") || isSubject(tokens, i);
        named |= subject && !told.isEmpty() && pronominal;
        named &= person.equals(PATIENT);
        boolean plural = named && !pronouns.areKnown();
        told.add(
            token.as(
                subject
                    ? named ? pronouns.subject() : person
                    : named ? pronouns.object() : person));
        named = true;
        if (!subject) {
          continue;
        }
        if (apostrophe >= 0) {
          told.add(token.as(auxiliary(text.substring(apostrophe + 1), tokens, i, plural)));
          present = false;
          continue;
        }
        int verb = i + 1;
        while (verb < tokens.size() && ADVERBS.contains(tokens.get(verb).text())) {
          told.add(tokens.get(verb++));
        }
        if (verb < tokens.size() && tokens.get(verb).isWord()) {
          String form = conjugated(tokens, i, verb, plural);
          present = !form.equals(tokens.get(verb).text());
          told.add(tokens.get(verb).as(form));
        }
        i = verb;
      } else if (others.containsKey(text)) {
        boolean first = text.equals("me") && !named && !pronouns.areKnown();
        told.add(token.as(first ? PATIENT : others.get(text)));
        named |= first;
      } else if (self.equals("i") && FAMILY.containsKey(text)) {
        told.addAll(Words.fixed(FAMILY.get(text), token));
      } else if (present
          && i > 0
          && Phrases.english().group("present-after").contains(tokens.get(i - 1).text())
          && verbs.isBase(text)
          && !nounAfter(tokens, i)) {
        told.add(token.as(verbs.thirdPerson(text)));
      } else {
        told.add(token);
      }
    }
    return told;
  }

  /** "do you take": the verb after an inverted auxiliary stays as it is. */
  private String conjugated(List<Token> tokens, int subject, int verb, boolean plural) {
    String text = tokens.get(verb).text();
    if (plural) {
      return PLURAL.getOrDefault(text, text);
    }
    boolean inverted =
        subject > 0
            && Phrases.english().group("inverting").contains(tokens.get(subject - 1).text());
    return inverted ? text : verbs.thirdPerson(text);
  }

  private String auxiliary(String clitic, List<Token> tokens, int i, boolean plural) {
    if (clitic.equals("d") && i + 1 < tokens.size()) {
      String next = tokens.get(i + 1).text();
      return next.equals("been") || next.equals("better") || verbs.isPast(next) ? "had" : "would";
    }
    String auxiliary = CONTRACTED.getOrDefault(clitic, "is");
    return plural ? PLURAL.getOrDefault(auxiliary, auxiliary) : auxiliary;
  }

  private boolean isSubject(List<Token> tokens, int i) {
    int next = i + 1;
    while (next < tokens.size() && ADVERBS.contains(tokens.get(next).text())) {
      next++;
    }
    if (next >= tokens.size()) {
      return false;
    }
    String after = tokens.get(next).text();
    if (after.equals("back")) { // "see you back"
      return false;
    }
    boolean verbal = verbs.isAuxiliary(after) || verbs.isBase(after) || verbs.isPast(after);
    return verbal
        && (i == 0
            || BEFORE_SUBJECT.contains(tokens.get(i - 1).text())
            || verbs.isAuxiliary(after));
  }

  private static boolean nounAfter(List<Token> tokens, int i) {
    return i + 1 < tokens.size() && Set.of("and", "or", "pain").contains(tokens.get(i + 1).text());
  }
}
