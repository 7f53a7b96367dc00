package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people and programs call a voice. */
public final class SpeakerLabel {
  private static final Set<String> CLINICIANS =
      Set.of(
          "doctor",
          "dr",
          "doc",
          "d",
          "physician",
          "clinician",
          "provider",
          "gp",
          "surgeon",
          "resident",
          "md",
          "practitioner",
          "np",
          "pa",
          "therapist",
          "psychiatrist",
          "psychologist",
          "counselor",
          "counsellor",
          "dentist",
          "pharmacist",
          "consultant",
          "specialist",
          "midwife",
          "optometrist",
          "dietitian",
          "physiotherapist",
          "cardiologist",
          "pediatrician",
          "clinican");
  private static final Set<String> PATIENTS = Set.of("patient", "pt", "p", "client");
  private static final Set<String> OTHERS =
      Set.of(
          "guest",
          "nurse",
          "rn",
          "mother",
          "mom",
          "mum",
          "mama",
          "father",
          "dad",
          "papa",
          "wife",
          "husband",
          "spouse",
          "partner",
          "son",
          "daughter",
          "sister",
          "brother",
          "parent",
          "parents",
          "family",
          "relative",
          "caregiver",
          "carer",
          "companion",
          "friend",
          "guardian",
          "interpreter",
          "translator",
          "grandmother",
          "grandma",
          "grandfather",
          "grandpa",
          "aunt",
          "uncle",
          "assistant",
          "student",
          "scribe",
          "receptionist",
          "aide",
          "other",
          "visitor");
  private static final Set<String> NEUTRAL =
      Set.of(
          "speaker",
          "spk",
          "spkr",
          "voice",
          "participant",
          "person",
          "unknown",
          "unidentified",
          "interviewer",
          "interviewee",
          "user");
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "prof", "professor", "dame", "sir");
  private static final Set<String> QUALIFIERS =
      Set.of("s", "medical", "member", "the", "attending");

  /** What stands before a colon in prose, in dictation and in notes, and names nobody. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "plan",
          "assessment",
          "subjective",
          "objective",
          "impression",
          "note",
          "notes",
          "summary",
          "history",
          "exam",
          "examination",
          "vitals",
          "results",
          "result",
          "labs",
          "medications",
          "medication",
          "allergies",
          "date",
          "time",
          "location",
          "subject",
          "title",
          "diagnosis",
          "diagnoses",
          "pulse",
          "temperature",
          "temp",
          "weight",
          "height",
          "bp",
          "hr",
          "rr",
          "spo2",
          "pressure",
          "rate",
          "saturation",
          "dose",
          "question",
          "answer",
          "recommendation",
          "recommendations",
          "instructions",
          "transcript",
          "visit",
          "encounter",
          "recording",
          "warning",
          "example",
          "remember",
          "so",
          "well",
          "okay",
          "also",
          "first",
          "second",
          "one",
          "complaint",
          "procedure",
          "symptoms",
          "duration",
          "severity",
          "onset",
          "age",
          "name",
          "sex",
          "gender",
          "reason",
          "blood",
          "heart",
          "oxygen",
          "glucose",
          "and",
          "the",
          "here",
          "that",
          "this",
          "listen",
          "look",
          "yes",
          "no");

  /** What stands in brackets where nobody speaks. */
  private static final Set<String> NOISES =
      Set.of(
          "inaudible",
          "unintelligible",
          "laughs",
          "laughter",
          "laughing",
          "pause",
          "pauses",
          "crosstalk",
          "music",
          "silence",
          "noise",
          "coughs",
          "coughing",
          "cough",
          "sighs",
          "sigh",
          "crying",
          "overlapping",
          "applause",
          "blank",
          "audio",
          "indiscernible",
          "redacted",
          "deidentified",
          "background",
          "phone",
          "ringing",
          "sic",
          "beep",
          "knocking");

  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})");

  private SpeakerLabel() {}

  /** How sure it is that words before a colon, or in brackets, name a voice. */
  enum Kind {
    CERTAIN,
    /** A name, perhaps: only the rest of the text can tell. */
    POSSIBLE,
    NONE
  }

  static Kind kind(String label, boolean bracketed) {
    List<String> words = words(label);
    if (words.isEmpty() || words.size() > 5) {
      return Kind.NONE;
    }
    String first = words.get(0).toLowerCase(Locale.ROOT);
    boolean single = words.size() == 1 && first.length() == 1;
    if (!single && words.stream().allMatch(SpeakerLabel::partOfARole) && namesARole(words)) {
      return Kind.CERTAIN;
    }
    List<String> rest = words.subList(1, words.size());
    boolean title = TITLES.contains(first) || hasRole(first) && !single;
    if (title && !rest.isEmpty() && rest.stream().allMatch(SpeakerLabel::isCapitalized)) {
      return Kind.CERTAIN;
    }
    Set<String> known = bracketed ? NOISES : NO_NAMES;
    if (words.stream().anyMatch(word -> known.contains(word.toLowerCase(Locale.ROOT)))) {
      return Kind.NONE;
    }
    boolean name = words.size() <= 4 && words.stream().allMatch(SpeakerLabel::isCapitalized);
    return bracketed && Character.isLetter(first.charAt(0)) || name ? Kind.POSSIBLE : Kind.NONE;
  }

  public static Speaker speaker(String label) {
    String name = label.strip();
    return name.isEmpty() ? Speaker.UNKNOWN : new Speaker(name, role(name));
  }

  static Role role(String label) {
    List<String> words = words(label.toLowerCase(Locale.ROOT));
    boolean clinician = words.stream().anyMatch(CLINICIANS::contains);
    boolean alsoClinician =
        words.contains("guest") || words.contains("practitioner") || words.contains("physician");
    if (clinician && alsoClinician) {
      return Role.CLINICIAN;
    }
    if (words.stream().anyMatch(OTHERS::contains)) {
      return Role.OTHER;
    }
    if (clinician) {
      return Role.CLINICIAN;
    }
    return words.stream().anyMatch(PATIENTS::contains) ? Role.PATIENT : Role.UNKNOWN;
  }

  private static List<String> words(String label) {
    return GAPS.splitAsStream(label).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean hasRole(String lower) {
    return CLINICIANS.contains(lower) || PATIENTS.contains(lower) || OTHERS.contains(lower);
  }

  private static boolean namesARole(List<String> words) {
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(word -> word.length() > 1 && (hasRole(word) || NEUTRAL.contains(word)));
  }

  private static boolean partOfARole(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return hasRole(lower)
        || NEUTRAL.contains(lower)
        || QUALIFIERS.contains(lower)
        || word.length() == 1
        || word.chars().allMatch(Character::isDigit);
  }

  private static boolean isCapitalized(String word) {
    return !Character.isLowerCase(word.charAt(0));
  }
}
