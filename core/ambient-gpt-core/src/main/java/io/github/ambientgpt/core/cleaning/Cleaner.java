package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns speech into clauses that can be read: fillers, false starts and repetitions are left out,
 * and what an interruption broke in two is joined.
 */
final class Cleaner {
  private static final Set<String> ASKING = Phrases.english().group("asking");

  private static final int LONGEST_TRAILING = 4;

  private final Phrases phrases = Phrases.english();

  private final Monitor monitor;

  Cleaner(Monitor monitor) {
    this.monitor = monitor;
  }

  List<Turn> clean(Transcript transcript) {
    List<Said> said = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      monitor.checkCancelled();
      said.add(Said.of(utterance, monitor));
    }
    resumeInterrupted(said);
    return said.stream()
        .map(
            s -> {
              List<Clause> clauses = s.sentences().stream().map(t -> clause(s, t)).toList();
              return new Turn(s.role(), QualifiedDenials.joined(clauses));
            })
        .toList();
  }

  /**
   * "order an mri-", "mm-hmm", "or a ct": what went on after a mere sign of listening is one
   * sentence again.
   */
  private void resumeInterrupted(List<Said> said) {
    for (int i = said.size() - 3; i >= 0; i--) {
      Said broken = said.get(i);
      Said resumed = said.get(i + 2);
      if ((broken.interrupted() || isOpen(broken))
          && !resumed.beginsAnew()
          && broken.role() == resumed.role()
          && said.get(i + 1).role() != broken.role()
          && isBackchannel(said.get(i + 1))) {
        broken.resume(resumed);
      }
    }
  }

  /**
   * "I've never", "okay", "broken a bone": speech without marks that ends at such a word goes on.
   */
  private boolean isOpen(Said said) {
    if (said.sentences().isEmpty()) {
      return false;
    }
    List<Token> last = said.sentences().get(said.sentences().size() - 1).tokens();
    return last.size() > 1 && phrases.has("unended", last.get(last.size() - 1).text());
  }

  private boolean isBackchannel(Said said) {
    return said.sentences().stream()
        .allMatch(
            sentence -> {
              List<Token> words = sentence.tokens().stream().filter(Token::isWord).toList();
              return phrases.at("backchannel", words, 0) == words.size();
            });
  }

  private Clause clause(Said said, Said.Sentence sentence) {
    monitor.checkCancelled();
    Role role = said.role();
    boolean marked =
        sentence.tokens().get(sentence.tokens().size() - 1).is("?") && !isTagged(sentence.tokens());
    List<Token> words = withoutFillers(Corrections.obeyed(sentence.tokens()));
    words = role == Role.OTHER ? unrelayed(words) : words;
    Clause.Reply reply = reply(words);
    words = withoutOpeners(FalseStarts.removed(words));
    boolean question =
        marked
            || !words.isEmpty()
                && ASKING.contains(words.get(0).text())
                && (role == Role.PATIENT ? isInverted(words) : asks(words));
    return new Clause(role, words, reply, question, sentence.evidence());
  }

  /** "She says no", said by an interpreter: the patient's "no". */
  private List<Token> unrelayed(List<Token> words) {
    int relay = phrases.at("relaying", words, 0);
    int from = relay;
    while (relay > 0 && from < words.size() && !words.get(from).isWord()) {
      from++;
    }
    return words.subList(from, words.size());
  }

  /** "I'll order an x-ray, okay?" tells and does not ask. */
  private boolean isTagged(List<Token> sentence) {
    for (int i = sentence.size() - 2; i > 1; i--) {
      if (sentence.get(i).is(",")) {
        List<Token> tag = sentence.subList(i + 1, sentence.size() - 1);
        boolean asks =
            ASKING.contains(
                withoutOpeners(withoutFillers(sentence)).stream()
                    .findFirst()
                    .map(Token::text)
                    .orElse(""));
        return !asks && !tag.isEmpty() && phrases.at("tag", tag, 0) == tag.size();
      }
    }
    return false;
  }

  /** "have a seat" and "is clear" begin like questions and are none. */
  private static boolean asks(List<Token> words) {
    if (words.size() < 2) {
      return false;
    }
    String first = words.get(0).text();
    String second = words.get(1).text();
    if (first.equals("what") && second.matches("(?:i|we)(?:'.*)?")) { // "what I want to do is …"
      return false;
    }
    return switch (first) {
      case "any", "anything" -> words.size() <= 14;
      case "what", "which", "how", "when", "where", "why", "who", "what's", "how's", "where's" ->
          words.stream().noneMatch(t -> Set.of("i'm", "we're", "i'd").contains(t.text()));
      default -> Phrases.english().group("asked-subject").contains(second);
    };
  }

  /** "has this been going on": of a patient's questions only these are sure to be questions. */
  private static boolean isInverted(List<Token> words) {
    return words.size() > 2
        && Phrases.english().has("sentence-inverted", words.get(0).text())
        && Phrases.english().has("sentence-persons", words.get(1).text());
  }

  private Clause.Reply reply(List<Token> words) {
    int from = 0;
    while (from < words.size()
        && (!words.get(from).isWord()
            || Phrases.english().group("before-reply").contains(words.get(from).text()))) {
      from++;
    }
    if (from == words.size()) {
      return Clause.Reply.NONE;
    }
    int no = phrases.at("no", words, from);
    int yes = phrases.at("yes", words, from);
    int partly = phrases.at("partly", words, from);
    if (no > 0 && no >= yes) {
      // "no, well, actually yes": the second thought counts
      List<Token> rest = words.subList(from + no, words.size());
      return phrases.within("second-thought", rest) ? Clause.Reply.YES : Clause.Reply.NO;
    }
    if (yes > 0) {
      return agreed(words, from, yes);
    }
    return partly > 0 ? Clause.Reply.PARTLY : Clause.Reply.NONE;
  }

  /** "She is" agrees; "she is not" denies, and "she is well" says something else. */
  private Clause.Reply agreed(List<Token> words, int from, int yes) {
    int next = from + yes;
    boolean echo = phrases.at("yes-alone", words, from) == yes;
    boolean more = next < words.size() && words.get(next).isWord();
    if (more && (words.get(next).is("not") || words.get(next).is("never"))) {
      return Clause.Reply.NO;
    }
    return echo && more && !words.get(next).is("but") ? Clause.Reply.NONE : Clause.Reply.YES;
  }

  private List<Token> withoutFillers(List<Token> sentence) {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < sentence.size(); ) {
      int filler = isLike(sentence, i) ? 1 : phrases.at("filler", sentence, i);
      if (filler > 0 && !meant(sentence, i, filler)) {
        i += filler;
        // "I've , um , been": the filler takes its commas with it; in a list one comma stays
        if (i < sentence.size()
            && sentence.get(i).is(",")
            && (kept.isEmpty() || kept.get(kept.size() - 1).is(","))) {
          i++;
          if (kept.size() > 1
              && StopWords.has(kept.get(kept.size() - 2).text().replaceAll("'.*", ""))) {
            kept.remove(kept.size() - 1);
          }
        }
        continue;
      }
      Token token = sentence.get(i);
      boolean cutOff = token.isWord() && token.text().endsWith("-");
      boolean mark =
          !token.isWord() && !Set.of(",", "%").contains(token.text()) && !isOfNumber(sentence, i);
      if (!cutOff && !mark && !(token.is(",") && kept.isEmpty())) {
        kept.add(token);
      }
      i++;
    }
    return kept;
  }

  /** "4-6", "1+". */
  private static boolean isOfNumber(List<Token> sentence, int at) {
    Token mark = sentence.get(at);
    boolean follows =
        at > 0
            && sentence.get(at - 1).type() == Token.Type.NUMBER
            && sentence.get(at - 1).end() == mark.begin();
    return follows
        && (mark.is("+")
            || mark.is("-")
                && at + 1 < sentence.size()
                && sentence.get(at + 1).type() == Token.Type.NUMBER);
  }

  /** "it's , like , asleep". */
  private static boolean isLike(List<Token> sentence, int at) {
    boolean restarts =
        at > 0 && at + 1 < sentence.size() && sentence.get(at + 1).is(sentence.get(at - 1).text());
    if (sentence.get(at).is("like") && restarts) { // "i like i can't"
      return true;
    }
    return sentence.get(at).is("like")
        && at > 0
        && sentence.get(at - 1).is(",")
        && at + 1 < sentence.size()
        && sentence.get(at + 1).is(",");
  }

  /** "do you know" and "is okay" hold no fillers. */
  private boolean meant(List<Token> sentence, int from, int length) {
    if (length == 1 && phrases.has("murmur", sentence.get(from).text())) {
      return from == 0
          || phrases.has("meant", sentence.get(from).text())
              && isLinking(sentence.get(from - 1).text());
    }
    if (length == 1 && sentence.get(from).is("er")) { // the emergency room
      return from > 0 && phrases.has("article-er", sentence.get(from - 1).text());
    }
    if (length != 2 || from == 0) {
      return false;
    }
    String before = sentence.get(from - 1).text();
    String phrase = sentence.get(from).text() + " " + sentence.get(from + 1).text();
    return (phrase.equals("you know") && Phrases.english().group("knowing").contains(before))
        || (phrase.equals("kind of") || phrase.equals("sort of"))
            && Phrases.english().group("kinds-of").contains(before);
  }

  /** "The pressure's okay", "it has been alright": here the word says how it is. */
  private boolean isLinking(String before) {
    return phrases.has("before-okay", before) || before.endsWith("'s") || before.endsWith("'re");
  }

  private List<Token> withoutOpeners(List<Token> words) {
    int from = 0;
    while (from < words.size()) {
      if (!words.get(from).isWord()) {
        from++;
        continue;
      }
      int opener = Math.max(phrases.at("opener", words, from), phrases.at("filler", words, from));
      boolean often = phrases.at("how-often", words, from) > opener;
      if (opener == 0 || opener == 1 && needed(words, from) || often) {
        break;
      }
      from += opener;
    }
    int to = words.size();
    int trailing = trailing(words, from, to);
    while (trailing > 0) {
      to -= trailing;
      trailing = trailing(words, from, to);
    }
    return List.copyOf(words.subList(from, to));
  }

  /** "no fever", "right knee", "like a dull pain": here the opener belongs to what follows. */
  private static boolean needed(List<Token> words, int at) {
    String word = words.get(at).text();
    String after = at + 1 < words.size() ? words.get(at + 1).text() : "";
    return switch (word) {
      case "no" ->
          at + 1 < words.size()
              && words.get(at + 1).isWord()
              && (!Phrases.english().group("no-alone").contains(after) || isDenied(words, at + 1));
      case "right" -> Phrases.english().group("right-part").contains(after);
      case "like" -> at + 1 < words.size() && Set.of("a", "an").contains(after);
      case "nice", "good", "great", "perfect", "fine" ->
          at + 1 < words.size() && words.get(at + 1).isWord();
      case "now", "then" -> false;
      default -> false;
    };
  }

  /** "No problem in rehab" is no mere "no problem". */
  private static boolean isDenied(List<Token> words, int at) {
    boolean trouble = words.get(at).text().matches("problems?|issues?|trouble");
    return trouble
        && at + 2 < words.size()
        && words.get(at + 1).text().matches("in|with|at|while|when|during");
  }

  /** How many words at the end say nothing, or leave the sentence open. */
  private int trailing(List<Token> words, int from, int to) {
    if (to == from) {
      return 0;
    }
    Token last = words.get(to - 1);
    if (!last.isWord()) {
      return last.is("%") || last.is("+") ? 0 : 1; // "97%", "2+"
    }
    String before = to - 1 > from ? words.get(to - 2).text() : "";
    boolean idiom =
        phrases.has("meant", last.text()) && isLinking(before)
            || last.is("well") && !before.equals(",") && !before.isEmpty()
            || last.is("to") && phrases.has("before-to", before)
            || to - from > 2 && phrases.at("how-often", words.subList(0, to), to - 3) == 3
            || last.is("since") && before.equals("ever")
            || last.is("while") && before.equals("a");
    if (idiom) {
      return 0;
    }
    for (int length = Math.min(LONGEST_TRAILING, to - from); length > 0; length--) {
      if (phrases.at("trailing", words.subList(to - length, to), 0) == length) {
        return length;
      }
    }
    return 0;
  }
}
