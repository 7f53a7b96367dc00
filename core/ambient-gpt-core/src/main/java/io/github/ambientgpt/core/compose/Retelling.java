package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;

/** Says in the third person what a clinician said. */
final class Retelling {
  private final ThirdPerson thirdPerson;

  Retelling(ThirdPerson thirdPerson) {
    this.thirdPerson = thirdPerson;
  }

  /** "I want you to ice it": an order, an opinion or a statement about the patient. */
  String told(List<Token> tokens) {
    return Prose.sentence(thirdPerson.clinician(Impersonal.of(Orders.impersonal(tokens))));
  }

  /** What is written of an order. */
  String written(List<Token> line) {
    return Prose.sentence(thirdPerson.clinician(Impersonal.of(line)));
  }

  /** "On your heart exam, you have a murmur": the finding, without whose heart it is. */
  String found(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (Token token : Impersonal.of(Orders.impersonal(withoutExam(tokens)))) {
      told.add(token.is("your") ? token.as("the") : token);
    }
    return Prose.sentence(thirdPerson.clinician(told));
  }

  /** The words after "on your heart exam," where a whole sentence is left of them. */
  private static List<Token> withoutExam(List<Token> tokens) {
    Phrases phrases = Phrases.english();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean exam = phrases.has("sentence-exam", tokens.get(i).text());
      if (exam) {
        from = i + 1;
      } else if (tokens.get(i).isWord()
          && !phrases.has("sentence-exam-lead", tokens.get(i).text())) {
        break;
      }
    }
    while (from < tokens.size() && (!tokens.get(from).isWord() || tokens.get(from).is("of"))) {
      from++;
    }
    boolean left = tokens.size() - from > 2 && !tokens.get(from - (from > 0 ? 1 : 0)).is("of");
    return left ? tokens.subList(from, tokens.size()) : tokens;
  }

  /** "She's drinking okay, mostly apple juice": no habit. */
  static boolean isOfFluids(List<Token> tokens) {
    Phrases phrases = Phrases.english();
    return tokens.stream().anyMatch(token -> token.text().startsWith("drink"))
        && tokens.stream().anyMatch(token -> phrases.has("fluid", token.text()))
        && !phrases.within("alcoholic", tokens);
  }

  /** What of the history a question asks for: "are you taking any pills?", "do you have asthma?" */
  static Content asked(List<Token> question, Clinical theme) {
    Content content = history(question, theme);
    if (content != Content.HISTORY) {
      return content;
    }
    Phrases phrases = Phrases.english();
    if (phrases.at("asks-taking", question, 0) > 0 && phrases.within("asks-drugs", question)) {
      return Content.MEDICATIONS;
    }
    boolean ill = phrases.at("asks-having", question, 0) > 0 && theme.names(ConceptKind.CONDITION);
    return ill && !theme.names(ConceptKind.SYMPTOM) ? Content.PAST_HISTORY : content;
  }

  /** What of the history a clause of either speaker belongs to. */
  static Content history(List<Token> tokens, Clinical clinical) {
    Phrases phrases = Phrases.english();
    if ((phrases.within("family", tokens) || ToldResult.isOfRelative(tokens))
        && (clinical.names(
                ConceptKind.CONDITION,
                ConceptKind.SYMPTOM,
                ConceptKind.FINDING,
                ConceptKind.DRUG,
                ConceptKind.DRUG_CLASS,
                ConceptKind.PROCEDURE,
                ConceptKind.BODY_PART)
            || phrases.within("runs", tokens))) {
      return Content.FAMILY_HISTORY;
    }
    if (phrases.within("allergy", tokens)) {
      return Content.ALLERGIES;
    }
    if (phrases.within("social", tokens) && !isOfFluids(tokens)) {
      return Content.SOCIAL_HISTORY;
    }
    if (clinical.names(ConceptKind.DRUG) && phrases.within("medication", tokens)) {
      return Content.MEDICATIONS;
    }
    if (phrases.within("past", tokens)
        || clinical.names(ConceptKind.PROCEDURE) && phrases.within("underwent", tokens)) {
      return Content.PAST_HISTORY;
    }
    if (phrases.within("mental", tokens) || phrases.within("self-harm", tokens)) {
      return Content.MENTAL_HEALTH;
    }
    return Content.HISTORY;
  }
}
