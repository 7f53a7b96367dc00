package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * Transcripts for tests, turn by turn.
 *
 * @since 0.1.0
 */
public final class Visits {
  private Visits() {}

  /**
   * @param turns each with {@code D:} (clinician), {@code P:} (patient), {@code ?:} or a companion
   *     ({@code Mother:}) before it
   */
  public static Transcript of(String... turns) {
    List<Utterance> utterances = new ArrayList<>();
    for (String turn : turns) {
      String label = turn.substring(0, turn.indexOf(':'));
      Speaker speaker =
          switch (label) {
            case "D" -> new Speaker("doctor", Role.CLINICIAN);
            case "P" -> new Speaker("patient", Role.PATIENT);
            case "?" -> Speaker.UNKNOWN;
            default -> new Speaker(label, Role.OTHER);
          };
      utterances.add(
          new Utterance(
              "u" + (utterances.size() + 1), speaker, turn.substring(label.length() + 1).strip()));
    }
    return new Transcript("en", Recognition.TYPED, utterances);
  }

  /** A short visit for a cough. */
  public static Transcript cough() {
    return of(
        "D: Good morning, how are you? What brings you in today?",
        "P: I've had a bad cough for two weeks and my chest hurts when I cough.",
        "D: Do you have any fever?",
        "P: No.",
        "D: Any shortness of breath?",
        "P: Yes, when I climb stairs.",
        "D: Are you taking any medications?",
        "P: I take lisinopril 20 milligrams once a day.",
        "D: Did you see the game last night?",
        "P: Yeah, that was fun.",
        "D: Let me listen to your lungs. Your blood pressure is 130 over 80. You have some crackles in the left lung.",
        "D: I think you have pneumonia. I'm going to prescribe amoxicillin 500 milligrams three times a day for 7 days.",
        "D: I want to see you back in two weeks.",
        "P: Okay, sounds good.");
  }
}
