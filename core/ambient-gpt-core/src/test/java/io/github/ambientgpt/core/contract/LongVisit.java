package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A visit of any length, made up by rule and always the same: questions, answers, orders, and turns
 * that are longer than a small model's context, one of them without any full stop.
 *
 * @since 0.1.0
 */
public final class LongVisit {
  /** Two hours of speech. */
  public static final int TWO_HOURS = 20_000;

  private static final int MONOLOGUE = 2_500;

  private static final List<String> SYMPTOMS =
      List.of(
          "headache",
          "nausea",
          "cough",
          "dizziness",
          "back pain",
          "rash",
          "fatigue",
          "fever",
          "chest pain",
          "heartburn",
          "constipation",
          "insomnia",
          "swelling",
          "numbness");
  private static final List<String> DRUGS =
      List.of(
          "lisinopril",
          "metformin",
          "atorvastatin",
          "omeprazole",
          "sertraline",
          "amlodipine",
          "ibuprofen",
          "levothyroxine");
  private static final List<String> TIMES =
      List.of("in the morning", "at night", "after meals", "on the stairs", "at work", "in bed");

  private final Random random = new Random(7);
  private final List<Utterance> utterances = new ArrayList<>();
  private int words;

  private LongVisit() {}

  /** About so many words. */
  public static Transcript ofWords(int words) {
    LongVisit visit = new LongVisit();
    visit.speak(words);
    return new Transcript("en", Recognition.TYPED, visit.utterances);
  }

  private void speak(int most) {
    boolean monologues = most > 4 * MONOLOGUE;
    while (words < most) {
      exchange();
      if (monologues && utterances.size() > 40) {
        add(Role.PATIENT, monologue(". ", MONOLOGUE) + ".");
        add(Role.CLINICIAN, "I see. Was there anything else that day?");
        add(Role.PATIENT, monologue(" and then ", MONOLOGUE / 2));
        monologues = false;
      }
    }
  }

  private void exchange() {
    String symptom = of(SYMPTOMS);
    int number = utterances.size() + 1;
    add(
        Role.CLINICIAN,
        "Tell me about the " + symptom + ", how has it been since visit " + number + "?");
    add(Role.PATIENT, told(symptom) + ".");
    if (random.nextInt(3) == 0) {
      add(Role.CLINICIAN, "Okay.");
      add(Role.PATIENT, "Yeah, " + told(of(SYMPTOMS)) + ", and " + told(of(SYMPTOMS)) + ".");
    }
    add(
        Role.CLINICIAN,
        "I want you to take %s %d milligrams %s for %d days."
            .formatted(of(DRUGS), 5 * (1 + random.nextInt(40)), of(TIMES), 2 + number % 28));
  }

  private String told(String symptom) {
    return "I had %s %s for about %d weeks, it was %d out of 10, and it got better %s"
        .formatted(symptom, of(TIMES), 1 + random.nextInt(50), 1 + random.nextInt(9), of(TIMES));
  }

  private String monologue(String between, int length) {
    StringBuilder text = new StringBuilder(told(of(SYMPTOMS)));
    while (text.toString().split(" ").length < length) {
      text.append(between).append(told(of(SYMPTOMS)));
    }
    return text.toString();
  }

  private String of(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void add(Role role, String text) {
    words += text.split(" ").length;
    String label = role == Role.CLINICIAN ? "doctor" : "patient";
    utterances.add(new Utterance("u" + (utterances.size() + 1), new Speaker(label, role), text));
  }

  /**
   * The ids of those utterances that do not stand whole in what a model was shown: in one line, or
   * in several with the same number, one after the other.
   *
   * @param shown the contents of its prompts, in their order
   */
  public static List<String> missing(Transcript visit, Collection<String> shown) {
    List<String> missing = new ArrayList<>();
    List<Set<String>> lines = new ArrayList<>();
    visit.utterances().forEach(utterance -> lines.add(new LinkedHashSet<>()));
    for (String content : shown) {
      for (String line : content.split("\n")) {
        int bracket = line.indexOf("] ");
        if (line.matches("u\\d+ \\[[a-z]+] .*")) {
          int number = Integer.parseInt(line.substring(1, line.indexOf(' ')));
          lines.get(number - 1).add(line.substring(bracket + 2));
        }
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      Utterance utterance = visit.utterances().get(i);
      if (!String.join(" ", lines.get(i)).contains(utterance.text())) {
        missing.add(utterance.id());
      }
    }
    return missing;
  }
}
