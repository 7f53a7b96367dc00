package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Sentences;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/** An utterance cut into sentences, before it is cleaned. For one thread. */
final class Said {
  private final Role role;
  private final boolean interrupted;
  private final boolean beginsAnew;
  private final List<Sentence> sentences;

  /** A sentence and where it was said; an interruption parts it over two utterances. */
  record Sentence(List<Token> tokens, List<Evidence> evidence) {}

  private Said(Role role, boolean interrupted, boolean beginsAnew, List<Sentence> sentences) {
    this.role = role;
    this.interrupted = interrupted;
    this.beginsAnew = beginsAnew;
    this.sentences = sentences;
  }

  static Said of(Utterance utterance, Monitor monitor) {
    List<Token> tokens = new ArrayList<>(Numbers.joined(Tokenizer.tokens(utterance.text())));
    boolean interrupted = false;
    while (!tokens.isEmpty() && isBroken(last(tokens).text())) {
      Token cut = tokens.remove(tokens.size() - 1);
      interrupted = true;
      if (cut.isWord()) {
        tokens.add(cut.as(cut.text().substring(0, cut.text().length() - 1)));
      }
    }
    boolean beginsAnew = !tokens.isEmpty() && List.of(".", "?", "!").contains(tokens.get(0).text());
    List<Sentence> sentences = new ArrayList<>();
    for (List<Token> sentence : sentences(tokens, monitor)) {
      Evidence evidence =
          new Evidence(utterance.id(), sentence.get(0).begin(), last(sentence).end());
      sentences.add(new Sentence(sentence, List.of(evidence)));
    }
    return new Said(utterance.speaker().role(), interrupted, beginsAnew, sentences);
  }

  /** "It's two weeks. No wait, three.": what is put right is of the sentence before. */
  private static List<List<Token>> sentences(List<Token> tokens, Monitor monitor) {
    List<List<Token>> sentences = new ArrayList<>();
    for (List<Token> sentence : Sentences.of(tokens, monitor)) {
      if (!sentences.isEmpty() && Corrections.begins(sentence)) {
        List<Token> before = new ArrayList<>(sentences.remove(sentences.size() - 1));
        before.addAll(sentence);
        sentences.add(before);
      } else {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static boolean isBroken(String text) {
    return text.endsWith("-") || text.equals("–") || text.equals("—");
  }

  Role role() {
    return role;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** Whether it breaks off. */
  boolean interrupted() {
    return interrupted && !sentences.isEmpty();
  }

  /** Whether the sentence before it was over. */
  boolean beginsAnew() {
    return beginsAnew || sentences.isEmpty();
  }

  /** Ends the last sentence with the first of a later utterance, which loses it. */
  void resume(Said later) {
    Sentence begun = sentences.remove(sentences.size() - 1);
    Sentence ended = later.sentences.remove(0);
    List<Evidence> evidence = new ArrayList<>(begun.evidence());
    evidence.addAll(ended.evidence());
    sentences.add(new Sentence(Words.joined(begun.tokens(), ended.tokens()), evidence));
  }

  private static Token last(List<Token> tokens) {
    return tokens.get(tokens.size() - 1);
  }
}
