package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "Do you smoke?" "I quit ten years ago", "a pack a day": what is said in the question. */
final class HabitReader {
  private final Phrases phrases = Phrases.english();
  private final ThirdPerson thirdPerson;

  HabitReader(ThirdPerson thirdPerson) {
    this.thirdPerson = thirdPerson;
  }

  boolean isAskedFor(List<Token> asked) {
    return phrases.within("asks-smoking", asked) || phrases.within("asks-drinking", asked);
  }

  /**
   * @param byOther whether who came along has answered the question for themself, so that the
   *     patient's answer does not say what was quit
   * @return a sentence; empty where the answer tells no habit
   */
  Optional<String> told(List<Token> asked, Clause answer, boolean byOther) {
    Optional<String> habit = habit(asked);
    List<Token> said = answer.tokens();
    if (habit.isPresent() && isAmount(said) && answer.reply() != Clause.Reply.NO) {
      return Optional.of(amount(habit.get(), asked, said));
    }
    boolean quit = said.size() > 1 && phrases.has("quit", said.get(1).text());
    return habit.filter(asksFor -> quit).map(asksFor -> quit(asksFor, said, byOther));
  }

  private Optional<String> habit(List<Token> asked) {
    if (phrases.within("asks-smoking", asked)) {
      return Optional.of("smoking");
    }
    return phrases.within("asks-drinking", asked) ? Optional.of("drinking") : Optional.empty();
  }

  private boolean isAmount(List<Token> said) {
    return !said.isEmpty()
        && !phrases.has("answer-speaker", said.get(0).text())
        && phrases.within("how-often", said);
  }

  private String amount(String habit, List<Token> asked, List<Token> said) {
    String drink =
        asked.stream()
            .map(Token::text)
            .filter(text -> phrases.has("beverage", text))
            .findFirst()
            .orElse("");
    boolean named = said.stream().anyMatch(token -> token.is("of")) || drink.isEmpty();
    String what = Prose.text(said) + (named ? "" : " (" + drink + ")");
    String verb = habit.equals("smoking") ? " smokes " : " drinks ";
    return Prose.capitalized(ThirdPerson.PATIENT) + verb + what + ".";
  }

  private String quit(String habit, List<Token> said, boolean byOther) {
    List<Token> told = new ArrayList<>(said.subList(0, 2));
    boolean named = said.size() > 2 && phrases.has("habit", said.get(2).text());
    if (!named && !byOther) {
      told.add(said.get(1).as(habit));
    }
    told.addAll(said.subList(2, said.size()));
    return Prose.sentence(thirdPerson.patient(told));
  }
}
