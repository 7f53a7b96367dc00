package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptReaderTest {
  private static Transcript parse(String... lines) {
    return TranscriptReader.parse(String.join("\n", lines), "visit.txt");
  }

  private static Transcript read(byte[] bytes) throws IOException {
    return TranscriptReader.read(new ByteArrayInputStream(bytes), "visit.txt");
  }

  private static List<String> turns(Transcript transcript) {
    return transcript.utterances().stream()
        .map(u -> u.id() + "|" + u.speaker().label() + "|" + u.speaker().role() + "|" + u.text())
        .toList();
  }

  @Test
  void labelsInBracketsNameTheSpeaker() {
    assertThat(turns(parse("[doctor] hi .", "[patient] hello .", "", "[patient_guest] and me .")))
        .containsExactly(
            "u1|doctor|CLINICIAN|hi .",
            "u2|patient|PATIENT|hello .",
            "u3|patient_guest|OTHER|and me .");
  }

  @ParameterizedTest
  @CsvSource({
    "Doctor, CLINICIAN",
    "DOCTOR, CLINICIAN",
    "Doctor_2, CLINICIAN",
    "Dr. Smith, CLINICIAN",
    "Dr. Anna O'Neil-Jones, CLINICIAN",
    "Physician assistant, CLINICIAN",
    "Nurse Practitioner, CLINICIAN",
    "Guest_clinician, CLINICIAN",
    "CLINICIAN_0, CLINICIAN",
    "Patient, PATIENT",
    "PATIENT_0, PATIENT",
    "Guest_family, OTHER",
    "Nurse, OTHER",
    "Nurse Kelly, OTHER",
    "Mother, OTHER",
    "Patient's mother, OTHER",
    "Interpreter, OTHER",
    "SPEAKER 1, UNKNOWN",
    "SPEAKER_00, UNKNOWN",
    "Speaker A, UNKNOWN",
    "Unknown speaker, UNKNOWN",
    "Mr. Jones, UNKNOWN",
    "Mrs. Mary Hill, UNKNOWN",
  })
  void aLabelBeforeAColonIsKeptAndMappedToARole(String label, Role role) {
    Utterance utterance = parse(label + ": it hurts here").utterances().get(0);
    assertThat(utterance.speaker().label()).isEqualTo(label);
    assertThat(utterance.speaker().role()).isEqualTo(role);
    assertThat(utterance.text()).isEqualTo("it hurts here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Blood pressure: 120/80",
        "Blood Pressure: 120/80",
        "at 10:30 it began",
        "The doctor said: take two",
        "Plan: rest",
        "[inaudible] and then",
        "[laughs]",
        "So here is the thing: it hurts",
        "it went from 120 --> 130",
        "http://example.org/doctor: x",
      })
  void aColonOrBracketInProseIsNoLabel(String line) {
    assertThat(turns(parse("Doctor: let me see.", line, "Patient: ok")))
        .containsExactly("u1|Doctor|CLINICIAN|let me see. " + line, "u2|Patient|PATIENT|ok");
  }

  @Test
  void aNameIsALabelWhenItComesBackAndIsNotAlone() {
    assertThat(turns(parse("Kelly: hi", "Omar Said: hello", "Kelly: go on", "Omar Said: well")))
        .containsExactly(
            "u1|Kelly|UNKNOWN|hi",
            "u2|Omar Said|UNKNOWN|hello",
            "u3|Kelly|UNKNOWN|go on",
            "u4|Omar Said|UNKNOWN|well");
    assertThat(parse("Kelly: hi there", "she said").utterances().get(0).text())
        .isEqualTo("Kelly: hi there");
  }

  @Test
  void linesWithoutALabelContinueTheTurn() {
    assertThat(turns(parse("[doctor] you take digoxin .", "all right .", "[patient] no .")))
        .containsExactly(
            "u1|doctor|CLINICIAN|you take digoxin . all right .", "u2|patient|PATIENT|no .");
  }

  @Test
  void aLabelMayStandOnALineOfItsOwnOrBeBoldOrHaveATime() {
    assertThat(
            turns(
                parse(
                    "Doctor:",
                    "where does it hurt?",
                    "**Patient:** here",
                    "[00:12] Doctor: since when?",
                    "Patient (00:15): since Monday, at 10:30",
                    "Speaker 2  0:21",
                    "I see")))
        .containsExactly(
            "u1|Doctor|CLINICIAN|where does it hurt?",
            "u2|Patient|PATIENT|here",
            "u3|Doctor|CLINICIAN|since when?",
            "u4|Patient|PATIENT|since Monday, at 10:30",
            "u5|Speaker 2|UNKNOWN|I see");
  }

  @Test
  void anAnswerThatIsOnlyATimeIsKept() {
    assertThat(turns(parse("Doctor: when?", "Patient: 10:30")))
        .endsWith("u2|Patient|PATIENT|10:30");
  }

  @Test
  void withoutLabelsEachLineIsAnUtterance() {
    assertThat(parse("It hurts.", "", "Where? Here?", "Yes.").utterances())
        .extracting(Utterance::text)
        .containsExactly("It hurts.", "Where? Here? Yes.");
    assertThat(parse("It hurts.", "Where? Here?", "Yes.").utterances())
        .extracting(Utterance::text)
        .containsExactly("It hurts.", "Where? Here?", "Yes.");
  }

  @Test
  void oneLongLineIsCutIntoSentences() {
    assertThat(
            parse("I saw Dr. Hill at 5 p.m. on Monday. He gave me 2.5 mg. It helped!").utterances())
        .extracting(Utterance::text)
        .containsExactly("I saw Dr. Hill at 5 p.m. on Monday.", "He gave me 2.5 mg.", "It helped!");
  }

  @Test
  void srtHasTimesAndSpeakers() {
    Transcript transcript =
        parse(
            "1",
            "00:00:01,000 --> 00:00:04,500",
            "<i>[doctor] hello</i>",
            "there",
            "",
            "2",
            "00:01:01,100 --> 00:01:02,000 X1:40",
            "- Doctor: ok?",
            "- Patient: yes",
            "3",
            "01:00:00,000 --> 01:00:01,000",
            "2 of them");
    assertThat(turns(transcript))
        .containsExactly(
            "u1|doctor|CLINICIAN|hello there",
            "u2|Doctor|CLINICIAN|ok?",
            "u3|Patient|PATIENT|yes",
            "u4||UNKNOWN|2 of them");
    assertThat(transcript.utterances())
        .extracting(u -> u.span().orElseThrow())
        .containsExactly(
            new Span(1, 4.5), new Span(61.1, 62), new Span(61.1, 62), new Span(3600, 3601));
  }

  @Test
  void webVttHasVoicesNotesStylesSettingsTagsAndEntities() {
    Transcript transcript =
        parse(
            "WEBVTT - a visit",
            "Kind: captions",
            "",
            "STYLE",
            "::cue { color: red }",
            "",
            "NOTE",
            "not --> spoken",
            "",
            "intro",
            "00:01.000 --> 00:02.000 line:0 align:start",
            "<v.loud Dr. Hill>Hi &amp; <b>welcome</b></v>",
            "",
            "00:02.000 --> 00:03.000",
            "<v Mary>Temp &lt; 100&#33;</v><v Dr. Hill>good",
            "",
            "00:03.000 --> 00:04.000",
            "bye");
    assertThat(turns(transcript))
        .containsExactly(
            "u1|Dr. Hill|CLINICIAN|Hi & welcome",
            "u2|Mary|UNKNOWN|Temp < 100!",
            "u3|Dr. Hill|CLINICIAN|good",
            "u4||UNKNOWN|bye");
  }

  @Test
  void whatWhisperPrintsIsRead() {
    Transcript transcript =
        parse(
            "[00:00:00.000 --> 00:00:02.500]   And so my fellow Americans",
            "[00:00:02.500 --> 00:00:04.000]   ask not");
    assertThat(transcript.utterances())
        .extracting(u -> u.span().orElseThrow().end() + u.text())
        .containsExactly("2.5And so my fellow Americans", "4.0ask not");
  }

  @Test
  void jsonOfOtherProgramsIsRead() {
    assertThat(
            turns(
                parse(
                    "{\"Conversation\":{\"TranscriptSegments\":[{\"SegmentId\":\"a\",",
                    "\"BeginAudioTime\":0.1,\"EndAudioTime\":1,\"Content\":\"hi\",",
                    "\"ParticipantDetails\":{\"ParticipantRole\":\"CLINICIAN_0\"}}]}}")))
        .containsExactly("u1|CLINICIAN_0|CLINICIAN|hi");
    assertThat(
            turns(
                parse(
                    "{\"language\":\"en\",\"text\":\"hi you\",\"segments\":[",
                    "{\"id\":0,\"start\":0,\"end\":1.5,\"text\":\" hi\"},",
                    "{\"id\":1,\"start\":1.5,\"end\":2,\"text\":\" you\"}]}")))
        .containsExactly("u1||UNKNOWN|hi", "u2||UNKNOWN|you");
    assertThat(turns(parse("[{\"speaker\":\"Doctor\",\"text\":\"hi\"}]")))
        .containsExactly("u1|Doctor|CLINICIAN|hi");
  }

  @Test
  void byteOrderMarksAndLineEndsAreUnderstood() throws IOException {
    String text = "\ufeff[doctor] gr\u00fc\u00df gott\r\n[patient] ja\r";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(turns(read(text.getBytes(charset))))
          .as(charset.name())
          .containsExactly("u1|doctor|CLINICIAN|gr\u00fc\u00df gott", "u2|patient|PATIENT|ja");
    }
  }

  static Stream<Arguments> badInputs() {
    return Stream.of(
        Arguments.of("", "is empty"),
        Arguments.of(" \r\n\t\n", "is empty"),
        Arguments.of("\ufeff", "is empty"),
        Arguments.of("--- ... ---", "holds no words"),
        Arguments.of("RIFF....WAVEfmt ", "is a recording"),
        Arguments.of("....ftypM4A secret", "is a recording"),
        Arguments.of("%PDF-1.7 secret", "is a PDF"),
        Arguments.of("PK\u0003\u0004 secret", "zip or Word"),
        Arguments.of("secret\u0000secret", "zero bytes"),
        Arguments.of("{\"utterances\":[{\"text\":\"secret", "broken JSON at line 1, column"),
        Arguments.of("{\"utterances\":\n  secret}", "broken JSON at line 2, column"),
        Arguments.of("{\"secret\":1}", "not a transcript"),
        Arguments.of("{\"utterances\":[\"secret\"]}", "utterances[0] must be a JSON object"),
        Arguments.of("{\"utterances\":[{\"id\":\"u1\"}]}", "utterances[0].text must be a text"),
        Arguments.of("{\"utterances\":[{\"text\":\" \"}]}", "utterances[0] is not right"),
        Arguments.of(
            "{\"utterances\":[{\"text\":\"secret\",\"start\":2,\"end\":1}]}",
            "utterances[0] is not right"),
        Arguments.of(
            "{\"utterances\":[{\"text\":\"secret\",\"start\":2}]}",
            "utterances[0].end must be a number"),
        Arguments.of(
            "{\"utterances\":[{\"id\":\"u1\",\"text\":\"secret\"},{\"id\":\"u1\",\"text\":\"b\"}]}",
            "u1 stands twice"),
        Arguments.of(
            "{\"utterances\":[{\"text\":\"secret\",\"speaker\":{\"role\":\"king\"}}]}",
            "must be one of clinician, patient, other, unknown"),
        Arguments.of("1\n00:00:01 --> secret\nsecret", "broken SRT in line 2"),
        Arguments.of("1\n00:00:01,0", "broken SRT in line 1"),
        Arguments.of("1\n00:00:05,000 --> 00:00:01,000\nsecret", "ends before it starts"),
        Arguments.of(
            "1\n00:00:01,000 --> 00:00:02,000\nsecret\n\n2\n00:00:0", "broken SRT in line 5"),
        Arguments.of("secret\nx\n\n1\n00:00:01,000 --> 00:00:02,000\ny", "broken SRT in line 1"),
        Arguments.of("1\n00:00:01,000 --> 00:00:02,000\n\n", "holds no words"),
        Arguments.of("WEBVTT\n\n00:01.000 -> 00:02.000\nsecret", "broken WebVTT in line 3"),
        Arguments.of("WEBVTT\n\n", "holds no words"));
  }

  @ParameterizedTest
  @MethodSource("badInputs")
  void badInputIsNamedAndNeverQuoted(String text, String why) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("visit.txt")
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThatThrownBy(() -> read("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("visit.txt is not UTF-8 text: save it as UTF-8.");
  }

  @Test
  void anInputLargerThanAnyVisitIsRefusedWithoutReadingItAll() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'a');
            return length;
          }
        };
    assertThatThrownBy(() -> TranscriptReader.read(endless, "visit.txt"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("larger than 20 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "a.", "[x", "<v a>", "1:", "a:", "A ", "&#1;"})
  void hugeLinesAreRead(String repeated) {
    String line = repeated.repeat(200_000);
    assertThat(parse("[doctor] hi", line).utterances()).isNotEmpty();
    assertThat(parse("WEBVTT", "", "00:01.000 --> 00:02.000", "hi" + line).utterances())
        .isNotEmpty();
  }
}
