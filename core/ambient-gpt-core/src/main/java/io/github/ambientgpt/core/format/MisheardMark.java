package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.MisheardNames;
import io.github.ambientgpt.core.vocabulary.MisheardNames.Misheard;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a word may have been, behind it, in formats that people read: {@code amyxicillin
 * [amoxicillin?]}. Nobody said the mark: it is taken out where such a file is read again.
 */
final class MisheardMark {
  private static final Pattern MARK =
      Pattern.compile("(?<=\\p{L}) \\[[a-z]+(?: or [a-z]+)*\\?](?!\\p{L})");

  private MisheardMark() {}

  /** The transcript with its marks, to be written. */
  static Transcript in(Transcript transcript) {
    Map<String, List<Misheard>> misheard = MisheardNames.of(transcript);
    if (misheard.isEmpty()) {
      return transcript;
    }
    List<Utterance> marked =
        transcript.utterances().stream()
            .map(said -> marked(said, misheard.getOrDefault(said.id(), List.of())))
            .toList();
    return new Transcript(transcript.language(), transcript.recognition(), marked);
  }

  static String removed(String text) {
    return MARK.matcher(text).replaceAll("");
  }

  private static Utterance marked(Utterance said, List<Misheard> words) {
    StringBuilder text = new StringBuilder(said.text());
    for (int i = words.size() - 1; i >= 0; i--) {
      Misheard word = words.get(i);
      text.insert(word.end(), " [" + String.join(" or ", word.perhaps()) + "?]");
    }
    return new Utterance(said.id(), said.speaker(), said.span(), text.toString(), said.words());
  }
}
