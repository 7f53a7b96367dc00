package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The same short visit as programs and people write it down: each layout gives the same turns, and
 * nothing but them.
 */
class TranscriptLayoutsTest {
  private static final List<String> SAID =
      List.of(
          "What brings you in today?",
          "I've had a sore throat for three days.",
          "Any fever?",
          "No.");

  private final List<DynamicTest> tests = new ArrayList<>();

  /** A file of which each turn is made from a pattern; %1 is the name, %2 the words. */
  private static String file(String first, String second, String pattern, String... around) {
    StringBuilder text = new StringBuilder(around.length > 0 ? around[0] : "");
    for (int i = 0; i < SAID.size(); i++) {
      text.append(
          pattern
              .replace("%1", i % 2 == 0 ? first : second)
              .replace("%2", SAID.get(i))
              .replace("%n", String.valueOf(i + 1))
              .replace("%s", String.valueOf(i * 3)));
    }
    return text.append(around.length > 1 ? around[1] : "").toString();
  }

  private void reads(String title, String first, String second, String text) {
    tests.add(
        DynamicTest.dynamicTest(
            title,
            () -> {
              Transcript transcript = TranscriptReader.parse(text, "visit");
              assertThat(transcript.utterances())
                  .extracting(u -> u.speaker().label() + "|" + u.text())
                  .containsExactly(
                      first + "|" + SAID.get(0),
                      second + "|" + SAID.get(1),
                      first + "|" + SAID.get(2),
                      second + "|" + SAID.get(3));
            }));
  }

  private void named(String title, String pattern, String... around) {
    reads(title, "Nadia Hale", "Maria Lopez", file("Nadia Hale", "Maria Lopez", pattern, around));
  }

  @TestFactory
  Stream<DynamicTest> zoomAndTeams() {
    named("saved captions", "[%1] 14:02:3%n\n%2\n\n");
    named("saved captions without blank lines", "[%1] 09:0%n:36 AM\n%2\n");
    named("WebVTT of a recording", "%n\n00:00:0%n.000 --> 00:00:0%n.900\n%1: %2\n\n", "WEBVTT\n\n");
    named(
        "WebVTT with pronouns",
        "%n\n00:00:0%n.000 --> 00:00:0%n.900\n%1 (she/her/hers): %2\n\n",
        "WEBVTT\n\n");
    named("times before the names", "00:00:0%n %1: %2\n");
    named("times in brackets before the names", "[00:00:0%n] %1\n%2\n");
    named("a chat", "14:02:3%n From %1 to Everyone:\n\t%2\n");
    reads(
        "a telephone and a degree",
        "Nadia Hale, MD",
        "15551234567",
        file(
            "Nadia Hale, MD (she/her)",
            "15551234567",
            "%n\n00:00:0%n.000 --> 00:00:0%n.900\n%1: %2\n\n",
            "WEBVTT\n\n"));
    named("times in words", "%1   0 minutes 0%n seconds\n%2\n");
    named("longer times in words", "%1   1 hour 2 minutes %n seconds\n%2\n\n");
    named("one second", "%1 1 minute 1 second\n%2\n");
    named(
        "a Word export's text",
        "%1   0:0%n\n%2\n\n",
        "Visit Lopez-20260304_100000-Meeting Recording\nMarch 4, 2026, 10:00AM\n6m 12s\n\n"
            + "Nadia Hale started transcription\n\n",
        "Nadia Hale stopped transcription\n");
    named("an older Word export's text", "0:0:%n.0 --> 0:0:%n.160\n%1\n%2\n\n");
    named(
        "an older Word export's text with its title",
        "00:00:0%n.000 --> 00:00:0%n.160\n%1\n%2\n\n",
        "Visit Lopez\n2026-03-04\n\n");
    named("WebVTT with short times", "0:0:%n.0 --> 0:0:%n.160\n<v %1>%2</v>\n\n", "WEBVTT\n\n");
    named(
        "WebVTT with names of cues",
        "b3c0a1e2-77aa-4c1d-9e39-0a1b2c3d4e5f/1%n-0\n00:00:0%n.000 --> 00:00:0%n.160\n<v %1>%2</v>\n\n",
        "WEBVTT\n\n");
    named(
        "WebVTT with notes of confidence",
        "NOTE Confidence: 0.9%n\n\n00:00:0%n.000 --> 00:00:0%n.160\n<v %1>%2</v>\n\n",
        "WEBVTT\n\nNOTE duration:\"00:06:12\"\n\nNOTE language:en-us\n\n");
    named("guests", "%1 (Guest)   0:0%n\n%2\n");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> googleMeet() {
    named("date and time beside the name", "%1 (06/17/2026, 09:0%n AM)\n%2\n\n");
    named("date and time of other lands", "%1 (17.06.2026, 21:0%n)\n%2\n\n");
    reads("you", "Nadia Hale", "You", file("Nadia Hale", "You", "%1 (2026-06-17 09:0%n)\n%2\n"));
    named(
        "a document's text",
        "%1: %2\n00:0%n:00\n",
        "Visit Lopez \u2013 2026/03/04 10:00 GMT \u2013 Transcript\nAttendees\nNadia Hale, Maria Lopez\n"
            + "Transcript\n00:00:00\n",
        "Transcription ended after 00:06:12\n\nThis editable transcript was computer generated and"
            + " might contain errors. People can also change the text after it was created.\n");
    named(
        "a document's text with a summary's heading",
        "%1: %2\n",
        "Mar 4, 2026\nVisit Lopez - Transcript\n00:00:00\n\n",
        "This editable transcript was computer-generated and might contain errors.\n");
    named("captions as SBV", "0:00:0%n.000,0:00:0%n.900\n%1: %2\n\n");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> otter() {
    named("text", "%1  0:0%n  \n%2\n\n", "", "Transcribed by https://otter.ai\n");
    named(
        "text with keywords and speakers",
        "%1  00:0%n\n%2\n\n",
        "Visit Lopez\nWed, Mar 04, 2026 10:00AM \u2022 6:12\n\nSUMMARY KEYWORDS\nsore throat, fever, strep\n\n"
            + "SPEAKERS\nNadia Hale, Maria Lopez\n\n");
    named("hours", "%1  1:00:0%n\n%2\n");
    reads(
        "voices without names",
        "Unknown Speaker",
        "Speaker 2",
        file("Unknown Speaker", "Speaker 2", "%1  0:0%n\n%2\n\n"));
    named("SubRip", "%n\n00:00:0%n,000 --> 00:00:0%n,900\n%1: %2\n\n");
    named("times behind a dash", "%1 - 0:0%n\n%2\n");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> rev() {
    named("name and time before the colon", "%1 (00:0%n):\n%2\n\n");
    reads(
        "numbered voices",
        "Speaker 1",
        "Speaker 2",
        file("Speaker 1", "Speaker 2", "%1 (00:00:0%n):\n%2\n\n"));
    named("time behind the colon", "%1: [00:00:0%n] %2\n");
    named("name, colon and tab", "%1:\t%2\n");
    named("time in brackets before the name", "(00:0%n) %1: %2\n");
    named(
        "pages and notices",
        "%1 (00:0%n):\n%2\n",
        "visit.mp3 (Completed 03/04/26)\nTranscript by Rev.com\n",
        "Page 1 of 1\nThis transcript was exported on Mar 04, 2026 - view latest version here.\n");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> labels() {
    reads(
        "titles, degrees and commas",
        "Dr. Nadia Hale, MD, PhD",
        "Lopez, Maria",
        file("Dr. Nadia Hale, MD, PhD", "Lopez, Maria", "%1: %2\n"));
    reads(
        "pronouns",
        "Nadia Hale, MD",
        "Maria Lopez",
        file("Nadia Hale, MD (she/her)", "Maria Lopez (ella)", "%1: %2\n"));
    reads("numbers", "Doctor", "Patient", file("Doctor", "Patient", "%n. %1: %2\n"));
    reads(
        "numbers in brackets",
        "Doctor 1",
        "Patient 2",
        file("Doctor 1", "Patient 2", "[%1]: %2\n"));
    reads("parentheses", "DOCTOR", "PATIENT", file("DOCTOR", "PATIENT", "(%1) %2\n"));
    reads("bold", "Doctor", "Patient", file("Doctor", "Patient", "**%1:** %2\n\n"));
    reads("headings", "Doctor", "Patient", file("Doctor", "Patient", "### %1\n\n%2\n\n"));
    reads("lines of their own", "DOCTOR", "PATIENT", file("DOCTOR", "PATIENT", "%1\n%2\n\n"));
    reads("dashes", "Doctor", "Patient", file("Doctor", "Patient", "%1 - %2\n"));
    reads("captions", "DOCTOR", "PATIENT", file("DOCTOR", "PATIENT", ">> %1: %2\n"));
    reads(
        "small particles",
        "Ana de la Cruz",
        "Jan van der Berg",
        file("Ana de la Cruz", "Jan van der Berg", "%1: %2\n"));
    reads("lower case", "nadia hale", "maria lopez", file("nadia hale", "maria lopez", "%1: %2\n"));
    reads(
        "a name and then its time",
        "Nadia Hale",
        "Maria Lopez",
        file("Nadia Hale", "Maria Lopez", "%1\n0:0%n\n%2\n"));
    reads("counted voices", "Speaker 1", "Speaker 2", file("1", "2", "%1: %2\n"));
    reads("letters", "D", "P", file("D", "P", "%1: %2\n"));
    reads(
        "a device",
        "Nadia Hale",
        "Maria's iPhone",
        file("Nadia Hale", "Maria's iPhone", "%1: %2\n"));
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> captions() {
    String cue = "00:00:0%n.000 --> 00:00:0%n.900\n";
    String srt = "%n\n00:00:0%n,000 --> 00:00:0%n,900 X1:100 X2:200\n";
    named("a blank line after the times", cue + "\n%1: %2\n\n", "WEBVTT\n\n");
    named("blank lines everywhere", "%n\n\n" + cue + "\n\n%1: %2\n\n\n", "WEBVTT\n\n");
    named("no blank line after the head", cue + "%1: %2\n", "WEBVTT\n");
    named("voices alone in their lines", cue + "<v %1>\n%2\n\n", "WEBVTT\n\n");
    named("voices closed before their words", cue + "<v %1></v>\n%2\n\n", "WEBVTT\n\n");
    named("voices with classes", cue + "<v.first.loud %1>%2\n\n", "WEBVTT\n\n");
    named("voices in SubRip", srt + "<v %1>%2</v>\n\n");
    reads("parentheses", "DOCTOR", "PATIENT", file("DOCTOR", "PATIENT", srt + "(%1) %2\n\n"));
    reads(
        "parentheses in a line of their own",
        "DOCTOR",
        "PATIENT",
        file("DOCTOR", "PATIENT", srt + "(%1)\n%2\n\n"));
    reads("brackets", "DOCTOR", "PATIENT", file("DOCTOR", "PATIENT", srt + "[%1] %2\n\n"));
    named("a blank line in SubRip", srt + "\n%1: %2\n\n");
    named("dots in SubRip's times", "%n\n0:00:0%n.0 --> 0:00:0%n.9\n%1: %2\n\n");
    reads(
        "two voices in a cue",
        "",
        "",
        "1\n00:00:00,000 --> 00:00:02,000\n- What brings you in today?\n"
            + "- I've had a sore throat for three days.\n\n2\n00:00:02,000 --> 00:00:04,000\n"
            + "- Any fever?\n- No.\n");
    reads(
        "two voices in a cue of WebVTT",
        "",
        "",
        "WEBVTT\n\n00:00.000 --> 00:02.000\n\u2013What brings you in today?\n"
            + "\u2013I've had a sore throat\nfor three days.\n\n00:02.000 --> 00:04.000\n"
            + "\u2013Any fever?\n\u2013No.\n");
    reads("another voice", "", "", file("", "", srt + ">> %2\n\n"));
    reads("dashes without cues", "", "", file("", "", "- %2\n"));
    reads("LRC", "", "", file("", "", "[00:0%n.00] %2\n", "[by:whisper.cpp]\n"));
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> tablesAndLists() {
    reads("Whisper's", "", "", file("", "", "%n000\t%n500\t%2\n", "start\tend\ttext\n"));
    reads(
        "with speakers", "A1", "B1", file("A1", "B1", "%1\t0:0%n\t%2\n", "Speaker\tTime\tText\n"));
    reads("whisper.cpp's", "", "", file("", "", "%n000,%n500,\"%2\"\n", "start,end,text\n"));
    named("with commas", "%1,%n.5,%n.9,\"%2\"\n", "speaker_name,start_time,end_time,sentence\n");
    named("with semicolons", "%n;%1;%2\n", "No;Speaker;Transcript\n");
    reads(
        "clocks",
        "doctor",
        "patient",
        json(
            "{\"messages\":[",
            "{\"role\":\"%1\",\"content\":\"%2\",\"start\":\"00:00:0%n\",\"end\":\"00:00:0%n.9\"}",
            "]}",
            "doctor",
            "patient"));
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> recognizers() {
    reads(
        "WhisperX",
        "SPEAKER_00",
        "SPEAKER_01",
        json(
            "{\"segments\":[",
            "{\"start\":%n.1,\"end\":%n.9,\"text\":\" %2\",\"speaker\":\"%1\"}",
            "],\"language\":\"en\"}",
            "SPEAKER_00",
            "SPEAKER_01"));
    reads(
        "WhisperX, voices of words",
        "SPEAKER_00",
        "SPEAKER_01",
        json(
            "{\"segments\":[",
            "{\"start\":%n.1,\"end\":%n.9,\"text\":\" %2\",\"words\":[{\"word\":\"x\",\"speaker\":\"%1\"}]}",
            "]}",
            "SPEAKER_00",
            "SPEAKER_01"));
    reads(
        "whisper.cpp",
        "",
        "",
        json(
            "{\"result\":{\"language\":\"en\"},\"transcription\":[",
            "{\"offsets\":{\"from\":%n000,\"to\":%n900},\"text\":\" %2\"}",
            "]}",
            "",
            ""));
    reads(
        "whisper.cpp with voices",
        "Speaker 0",
        "Speaker 1",
        json(
            "{\"transcription\":[",
            "{\"offsets\":{\"from\":%n000,\"to\":%n900},\"text\":\" %2\",\"speaker\":\"%1\"}",
            "]}",
            "0",
            "1"));
    reads(
        "AssemblyAI",
        "Speaker A",
        "Speaker B",
        json(
            "{\"id\":\"t1\",\"status\":\"completed\",\"utterances\":[",
            "{\"speaker\":\"%1\",\"text\":\"%2\",\"confidence\":0.97,\"start\":%n000,\"end\":%n900}",
            "]}",
            "A",
            "B"));
    reads(
        "AssemblyAI, only its turns",
        "Speaker A",
        "Speaker B",
        json(
            "{\"utterances\":[",
            "{\"speaker\":\"%1\",\"text\":\"%2\",\"start\":%n000,\"end\":%n900}",
            "]}",
            "A",
            "B"));
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> services() {
    reads(
        "Deepgram's utterances",
        "Speaker 0",
        "Speaker 1",
        json(
            "{\"metadata\":{},\"results\":{\"channels\":[],\"utterances\":[",
            "{\"start\":%n.1,\"end\":%n.9,\"transcript\":\"%2\",\"speaker\":%1}",
            "]}}",
            "0",
            "1"));
    reads(
        "Deepgram's words",
        "Speaker 0",
        "Speaker 1",
        "{\"results\":{\"channels\":[{\"alternatives\":[{\"transcript\":\"x\",\"words\":["
            + words(
                "{\"word\":\"x\",\"punctuated_word\":\"%w\",\"start\":%t.1,\"end\":%t.2,\"speaker\":%v}")
            + "]}]}]}}");
    reads(
        "AWS Transcribe's segments",
        "spk_0",
        "spk_1",
        json(
            "{\"jobName\":\"j\",\"results\":{\"transcripts\":[{\"transcript\":\"x\"}],\"audio_segments\":[",
            "{\"id\":%n,\"transcript\":\"%2\",\"start_time\":\"%n.1\",\"end_time\":\"%n.9\",\"speaker_label\":\"%1\"}",
            "]}}",
            "spk_0",
            "spk_1"));
    reads(
        "AWS Transcribe's items",
        "spk_0",
        "spk_1",
        "{\"results\":{\"items\":["
            + words(
                "{\"type\":\"pronunciation\",\"start_time\":\"%t.1\",\"end_time\":\"%t.2\",\"speaker_label\":\"spk_%v\",\"alternatives\":[{\"confidence\":\"0.9\",\"content\":\"%w\"}]}")
            + "]}}");
    reads(
        "AWS Transcribe's older items",
        "spk_0",
        "spk_1",
        "{\"results\":{\"speaker_labels\":{\"segments\":[{\"items\":["
            + words("{\"start_time\":\"%t.1\",\"speaker_label\":\"spk_%v\"}")
            + "]}]},\"items\":["
            + words(
                "{\"type\":\"pronunciation\",\"start_time\":\"%t.1\",\"end_time\":\"%t.2\",\"alternatives\":[{\"content\":\"%w\"}]}")
            + "]}}");
    reads(
        "ElevenLabs",
        "speaker_0",
        "speaker_1",
        "{\"language_code\":\"eng\",\"text\":\"x\",\"words\":["
            + words(
                "{\"text\":\"%w\",\"start\":%t.1,\"end\":%t.2,\"type\":\"word\",\"speaker_id\":\"speaker_%v\"},{\"text\":\" \",\"type\":\"spacing\",\"speaker_id\":\"speaker_%v\"},{\"text\":\"(coughs)\",\"type\":\"audio_event\",\"speaker_id\":\"speaker_0\"}")
            + "]}");
    reads(
        "AssemblyAI's words",
        "Speaker A",
        "Speaker B",
        "{\"status\":\"completed\",\"words\":["
            + words("{\"text\":\"%w\",\"start\":1%t100,\"end\":1%t400,\"speaker\":\"%l\"}")
            + "]}");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> furtherServices() {
    reads(
        "OpenAI's words",
        "",
        "",
        "{\"text\":\"x\",\"words\":["
            + words("{\"word\":\"%w\",\"start\":%t.1,\"end\":%t.4}")
            + "]}");
    reads(
        "Rev's monologues",
        "Nadia Hale",
        "Maria Lopez",
        json(
            "{\"speakers\":[{\"id\":0,\"name\":\"Nadia Hale\"},{\"id\":1,\"name\":\"Maria Lopez\"}],\"monologues\":[",
            "{\"speaker\":%1,\"elements\":[{\"type\":\"text\",\"value\":\"%2\",\"ts\":%n.1,\"end_ts\":%n.9}]}",
            "]}",
            "0",
            "1"));
    reads(
        "Speechmatics",
        "S1",
        "S2",
        "{\"results\":["
            + words(
                "{\"type\":\"word\",\"start_time\":%t.1,\"end_time\":%t.2,\"alternatives\":[{\"content\":\"%w\",\"speaker\":\"S%m\"}]}")
            + "]}");
    reads(
        "sentences",
        "Nadia Hale",
        "Maria Lopez",
        json(
            "[",
            "{\"speaker_name\":\"%1\",\"sentence\":\"%2\",\"start_time\":%n.0,\"end_time\":%n.8}",
            "]",
            "Nadia Hale",
            "Maria Lopez"));
    reads(
        "a podcast's",
        "Nadia Hale",
        "Maria Lopez",
        json(
            "{\"version\":\"1.0.0\",\"segments\":[",
            "{\"speaker\":\"%1\",\"body\":\"%2\",\"startTime\":%n.0,\"endTime\":%n.9}",
            "]}",
            "Nadia Hale",
            "Maria Lopez"));
    reads(
        "deep inside",
        "Speaker 0",
        "Speaker 1",
        json(
            "{\"result\":{\"transcription\":{\"utterances\":[",
            "{\"speaker\":%1,\"text\":\"%2\",\"start\":%n.0,\"end\":%n.9}",
            "]}}}",
            "0",
            "1"));
    return tests.stream();
  }

  private static String json(
      String before, String pattern, String after, String first, String second) {
    return file(first, second, pattern + ",", before).replaceFirst(",$", "") + after;
  }

  /** An object for each word: %w the word, %t its time, %v its voice. */
  private static String words(String pattern) {
    List<String> words = new ArrayList<>();
    for (int turn = 0; turn < SAID.size(); turn++) {
      for (String word : SAID.get(turn).split(" ")) {
        words.add(
            pattern
                .replace("%w", word)
                .replace("%t", String.valueOf(words.size()))
                .replace("%v", String.valueOf(turn % 2))
                .replace("%m", String.valueOf(turn % 2 + 1))
                .replace("%l", turn % 2 == 0 ? "A" : "B"));
      }
    }
    return String.join(",", words);
  }

  @TestFactory
  Stream<DynamicTest> timesAreReadInTheUnitThatTheyHave() {
    for (String times :
        List.of(
            "\"start\":0,\"end\":3000",
            "\"start_ms\":0,\"end_ms\":3000",
            "\"startTime\":0.0,\"endTime\":3.0",
            "\"start\":\"00:00:00.000\",\"end\":\"00:00:03.000\"",
            "\"start\":\"0.0s\",\"end\":\"3.0s\"",
            "\"start\":0,\"end\":3",
            "\"begin\":0,\"end\":30000000")) {
      tests.add(
          DynamicTest.dynamicTest(
              times,
              () ->
                  assertThat(
                          TranscriptReader.parse(
                                  "{\"segments\":[{\"text\":\"I've had a sore throat for three days.\","
                                      + times
                                      + "}]}",
                                  "visit")
                              .utterances())
                      .extracting(u -> u.span().orElseThrow().end())
                      .containsExactly(3.0)));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> rolesComeFromTitlesAndNotFromLetters() {
    for (String[] expected :
        new String[][] {
          {"Nadia Hale, MD", "CLINICIAN"},
          {"Dr. Nadia Hale, DO, MPH", "CLINICIAN"},
          {"Speaker D", "UNKNOWN"},
          {"Speaker P", "UNKNOWN"},
          {"Maria Lopez (Patient)", "PATIENT"},
          {"Maria Lopez (Guest)", "UNKNOWN"},
          {"(DOCTOR)", "CLINICIAN"}
        }) {
      tests.add(
          DynamicTest.dynamicTest(
              expected[0],
              () ->
                  assertThat(SpeakerLabel.speaker(expected[0]).role())
                      .isEqualTo(Role.valueOf(expected[1]))));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotReadIsRefusedByItsName() {
    for (String[] refused :
        new String[][] {
          {"<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><p>secret</p></body></tt>", "TTML"},
          {"<!DOCTYPE html>\n<html><body>secret</body></html>", "a web page"},
          {"<?xml version=\"1.0\"?><transcript><line>secret</line></transcript>", "XML"},
          {"[Script Info]\nTitle: secret\n\n[Events]\nDialogue: secret", "SubStation Alpha"},
          {"{0}{25}secret\n{30}{50}secret", "MicroDVD"},
          {"File type = \"ooTextFile\"\nObject class = \"TextGrid\"\nsecret", "TextGrid"},
          {"SPEAKER visit 1 0.00 1.20 <NA> <NA> secret <NA> <NA>", "RTTM"},
          {"visit 1 0.00 0.20 secret\nvisit 1 0.20 0.40 secret", "CTM"},
          {"MIME-Version: 1.0\nSubject: secret", "an e-mail"},
          {"{\"secret\":{\"a\":[1,2]}}", "JSON, but not a transcript"},
          {"{\"results\":[{\"alternatives\":[{\"transcript\":\"secret\"}]}]}", "JSON, but not"},
          {"secret 00:00:01.200 x\nsecret 00:00:03.400 y\nsecret 00:00:05.000 z", "time stamps"},
          {"start\tend\ttext\n0\tsecret\tsecret", "row 2 needs its times"},
          {"start,end,text\n0,1", "row 2 has 2 columns"},
          {"cough ".repeat(TranscriptReader.MOST_WORDS + 1), "holds 400001 words"}
        }) {
      tests.add(
          DynamicTest.dynamicTest(
              refused[1],
              () ->
                  assertThatThrownBy(() -> TranscriptReader.parse(refused[0], "visit"))
                      .isInstanceOf(InvalidInputException.class)
                      .hasMessageStartingWith("visit")
                      .hasMessageContaining(refused[1])
                      .hasMessageNotContaining("secret")));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> proseStaysProse() {
    for (String line :
        List.of(
            "It began at 10:30 and went on until 11:45.",
            "My pain is 7 - 8 out of ten.",
            "Patient Education: drink fluids",
            "Follow Up: two weeks",
            "I said (and she heard me): no more pills.",
            "Monday 10:30",
            "Okay",
            "He goes by Mr. T")) {
      tests.add(
          DynamicTest.dynamicTest(
              line,
              () ->
                  assertThat(
                          TranscriptReader.parse(
                                  "Doctor: Go on.\n" + line + "\nPatient: Yes.\nDoctor: Good.", "v")
                              .utterances())
                      .extracting(Utterance::text)
                      .containsExactly("Go on. " + line, "Yes.", "Good.")));
    }
    return tests.stream();
  }
}
