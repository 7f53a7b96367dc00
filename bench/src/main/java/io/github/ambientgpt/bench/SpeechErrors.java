package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Puts errors into a transcript as a recognizer makes them: of ten, three words are lost, one is
 * split in two if it is long, and the others are replaced by words that sound alike. The same seed
 * makes the same errors.
 */
final class SpeechErrors {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}'’]+(?:[-.][\\p{L}\\p{N}'’]+)*");

  /** A word must have as many letters to be split. */
  private static final int LONG = 6;

  private final DoubleMetaphone sound = new DoubleMetaphone();
  private final NavigableMap<String, List<String>> bySound = new TreeMap<>();
  private final long seed;

  /**
   * @param heard texts whose words are what may be heard for another
   */
  SpeechErrors(long seed, List<String> heard) {
    this.seed = seed;
    sound.setMaxCodeLen(8);
    Set<String> words = new TreeSet<>();
    for (String text : heard) {
      WordErrors.words(text).stream().filter(w -> w.matches("[a-z]+")).forEach(words::add);
    }
    words.forEach(
        word ->
            bySound
                .computeIfAbsent(sound.doubleMetaphone(word), code -> new ArrayList<>())
                .add(word));
  }

  /**
   * @param rate errors per word said, 0 to 1
   */
  Transcript in(Transcript transcript, double rate) {
    // Each visit has errors of its own.
    Random random = new Random(seed ^ transcript.utterances().get(0).text().hashCode());
    List<Utterance> utterances = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      String heard = heard(utterance.text(), rate, random);
      if (!heard.isBlank()) {
        utterances.add(new Utterance(utterance.id(), utterance.speaker(), heard));
      }
    }
    return transcript.withUtterances(utterances);
  }

  private String heard(String text, double rate, Random random) {
    StringBuilder heard = new StringBuilder();
    Matcher matcher = WORD.matcher(text);
    int from = 0;
    // A split makes two errors, and one word in four is long enough for it.
    double event = rate / 1.02;
    while (matcher.find()) {
      heard.append(text, from, matcher.start());
      String word = matcher.group();
      heard.append(random.nextDouble() < event ? mistaken(word, random) : word);
      from = matcher.end();
    }
    return heard.append(text.substring(from)).toString();
  }

  private String mistaken(String word, Random random) {
    int sort = random.nextInt(10);
    if (sort < 3) {
      return "";
    }
    if (sort == 3 && word.length() >= LONG) {
      int at = 2 + random.nextInt(word.length() - 4);
      return word.substring(0, at) + " " + word.substring(at);
    }
    return alike(word.toLowerCase(Locale.ROOT), random);
  }

  /** A word of the same sound, else of the nearest: the neighbours among sorted codes. */
  private String alike(String word, Random random) {
    String code = sound.doubleMetaphone(word);
    List<String> candidates = new ArrayList<>();
    if (code != null) {
      candidates.addAll(bySound.getOrDefault(code, List.of()));
      candidates.remove(word);
      if (candidates.isEmpty()) {
        add(candidates, bySound.lowerEntry(code));
        add(candidates, bySound.higherEntry(code));
      }
    }
    candidates.remove(word);
    return candidates.isEmpty() ? "" : candidates.get(random.nextInt(candidates.size()));
  }

  private static void add(
      List<String> candidates, java.util.Map.Entry<String, List<String>> entry) {
    if (entry != null) {
      candidates.addAll(entry.getValue());
    }
  }
}
