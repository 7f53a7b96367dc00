package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people and programs call a voice.
 *
 * @since 0.1.0
 */
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
          "no",
          "attendees",
          "participants",
          "speakers",
          "keywords",
          "topic",
          "organizer",
          "education",
          "information",
          "follow",
          "review",
          "chief",
          "thanks",
          "thank");

  /** What follows a name behind a comma. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "md", "do", "mbbs", "mbchb", "frcp", "phd", "dnp", "np", "fnp", "aprn", "crnp", "pa",
          "pac", "rn", "bsn", "lpn", "ma", "cma", "facp", "faafp", "facc", "mph", "msn", "lcsw",
          "psyd", "pharmd", "dds", "dmd", "dpt", "pt", "ot", "rd", "jr", "sr", "ii", "iii", "c",
          "bc");

  /** Small words inside names. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "la", "las", "los", "del", "da", "das", "do", "dos", "di", "du", "le", "van", "von",
          "der", "den", "ten", "ter", "bin", "ibn", "al", "el", "y", "e", "zu");

  /** In parentheses behind a name: pronouns, and what meeting programs put there. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\s*[(\\[](?:\\s*(?:she|her|hers|he|him|his|they|them|theirs|ze|zir|xe|xem|any|all|pronouns|ella|el"
              + "|\u00e9l|ellas|ellos|elle|elles|il|ils|elu|iel|sie|ihr|er|ihn|lei|lui|guest|host|co-?host|me|you"
              + "|external|internal|unverified|organi[sz]er|presenter|moderator|via [^)\\]]{1,30})\\s*[/,|]?)+\\s*[)\\]]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The voices of a recording, counted. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private static final Pattern PHONE = Pattern.compile("\\+?[\\d*][\\d* ()-]{5,20}");

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
    /** A few words that are no name by themselves: a very regular text makes them one. */
    WEAK,
    NONE;

    boolean isLikely() {
      return this == CERTAIN || this == POSSIBLE;
    }
  }

  static Kind kind(String label, boolean bracketed) {
    String clean = clean(label);
    if (PHONE.matcher(clean).matches()) {
      return Kind.POSSIBLE;
    }
    if (NUMBER.matcher(clean).matches()) {
      return Kind.WEAK;
    }
    List<String> words = name(clean);
    if (words.isEmpty() || words.size() > 5) {
      return Kind.NONE;
    }
    String first = words.get(0).toLowerCase(Locale.ROOT);
    boolean single = words.size() == 1 && first.length() == 1;
    if (!single && words.stream().allMatch(SpeakerLabel::partOfARole) && namesARole(words)) {
      return Kind.CERTAIN;
    }
    Set<String> known = bracketed ? NOISES : NO_NAMES;
    List<String> rest = words.subList(1, words.size());
    boolean prose = words.stream().anyMatch(word -> known.contains(word.toLowerCase(Locale.ROOT)));
    boolean title = TITLES.contains(first) || hasRole(first) && !single;
    if (title && !prose && !rest.isEmpty() && rest.stream().allMatch(SpeakerLabel::isName)) {
      return Kind.CERTAIN;
    }
    if (prose || !Character.isLetter(first.charAt(0))) {
      return Kind.NONE;
    }
    if (bracketed || words.size() <= 4 && words.stream().allMatch(SpeakerLabel::isName)) {
      return Kind.POSSIBLE;
    }
    return words.size() <= 3 ? Kind.WEAK : Kind.NONE;
  }

  /** The label without pronouns and without what a meeting program put behind the name. */
  static String clean(String label) {
    return ASIDE.matcher(label).replaceAll("").strip();
  }

  /** A voice as a program's output calls it: a letter or a number alone is no name. */
  static Speaker voice(String label) {
    String name = clean(label);
    return name.length() == 1 && Character.isLetterOrDigit(name.charAt(0))
        ? speaker("Speaker " + name)
        : speaker(name);
  }

  public static Speaker speaker(String label) {
    String clean = clean(label);
    String name = NUMBER.matcher(clean).matches() ? "Speaker " + clean : clean;
    return name.isEmpty() ? Speaker.UNKNOWN : new Speaker(name, role(name));
  }

  static Role role(String label) {
    List<String> words = new ArrayList<>(words(label.toLowerCase(Locale.ROOT)));
    if (words.stream().anyMatch(NEUTRAL::contains)) { // "Speaker D" is the fourth voice
      words.removeIf(word -> word.length() == 1);
    }
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

  /** The words of a name, without credentials. */
  private static List<String> name(String clean) {
    List<String> words = words(clean);
    List<String> name = new ArrayList<>(words);
    while (name.size() > 1
        && CREDENTIALS.contains(name.get(name.size() - 1).toLowerCase(Locale.ROOT))
        && clean.indexOf(',') > 0) {
      name.remove(name.size() - 1);
    }
    return name;
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

  private static boolean isName(String word) {
    return !Character.isLowerCase(word.charAt(0))
        || PARTICLES.contains(word)
        || word.chars().anyMatch(Character::isUpperCase); // iPhone
  }
}
