package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingCommandsTest {
  private static final Path SPEECH = Path.of("src/main/samples/jfk.wav").toAbsolutePath();
  private static final String COUGH = "hears=i have had a cough for three weeks";

  @TempDir Path folder;

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  @ParameterizedTest
  @CsvSource({
    "text, 'i have had a cough for three weeks\n'",
    "json, '{\n  \"language\" : \"en\"'",
    "srt, '1\n00:00:00,000 --> 00:00:01,000\n'",
    "vtt, 'WEBVTT\n'",
  })
  void transcribeWritesEveryFormat(String format, String start) {
    CommandRun run =
        run("transcribe", "--engine", "parrot", "--set", COUGH, "--format", format, SPEECH);
    assertThat(run.err()).matches("11 s of audio in [\\d.]+ s \\(\\d\\.\\d\\d× real time\\)\\.\\R");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(start);
  }

  @Test
  void aRecordingMayComeFromStandardInput() throws IOException {
    CommandRun run =
        CommandRun.at(folder)
            .in(Files.readAllBytes(SPEECH))
            .run("transcribe", "--engine", "parrot", "--set", COUGH, "-");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aRecordingThatWasCutOffIsTranscribedAndSaysSo() throws IOException {
    Path cut = folder.resolve("cut.wav");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(SPEECH), 60_000));

    CommandRun run = run("transcribe", "--engine", "parrot", "--set", COUGH, cut);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("i have had a cough for three weeks\n");
    assertThat(run.err()).contains("cut.wav", "cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"transcribe", "scribe"})
  void silenceMakesNothing(String command) {
    Path out = folder.resolve("out");
    CommandRun run =
        run(command, "--engine", "parrot", "--set", "hears=nothing", "-o", out, SPEECH);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("No speech was recognised in");
    assertThat(run.out()).isEmpty();
    assertThat(out).doesNotExist();
  }

  @Test
  void aRemoteEngineGetsItsKeyFromAVariableAndNeverShowsIt() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            ScriptedServer.json(200, "{\"text\":\"I have had a cough.\"}"),
            ScriptedServer.json(401, "{\"error\":\"s3cret\"}"))) {
      CommandRun.Setup setup = CommandRun.at(folder).variable("AMBIENT_GPT_ASR_KEY", "s3cret");
      Object[] args = {"transcribe", "--engine", "openai", "--url", server.url(), SPEECH};
      CommandRun run = setup.run(args);

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).isEqualTo("I have had a cough.\n");
      assertThat(server.requests().get(0).header("Authorization")).contains("Bearer s3cret");
      CommandRun refused = setup.run(args);
      assertThat(refused.exitCode()).isEqualTo(76);
      assertThat(refused.err()).contains("refuses the key (status 401)").doesNotContain("s3cret");
    }
  }

  @Test
  void aRemoteEngineIsNeverTakenUnlessNamed() {
    CommandRun run =
        CommandRun.at(folder).variable("AMBIENT_GPT_ASR_KEY", "s3cret").run("scribe", SPEECH);
    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err())
        .contains("openai: ready, but it sends the recording to a service: --engine openai")
        .doesNotContain("s3cret");
  }

  @Test
  void anEncryptedRecordingOfThePredecessorBecomesAWavFile() throws IOException {
    Path vectors =
        Path.of("../ambient-gpt-audio/src/test/resources/io/github/ambientgpt/audio/menc");
    Path key = vectors.resolve("encryption_key.bin");
    Path menc = vectors.resolve("tone.menc");
    Path wav = folder.resolve("tone.wav");

    CommandRun run = run("import-recording", "--key", key, "-o", wav, menc);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(wav).hasSameBinaryContentAs(vectors.resolve("tone.wav"));

    Path other = folder.resolve("other.wav");
    CommandRun wrong =
        run("import-recording", "--key", vectors.resolve("other_key.bin"), "-o", other, menc);
    assertThat(wrong.exitCode()).isEqualTo(65);
    assertThat(wrong.err()).contains("The key does not fit");
    assertThat(other).doesNotExist();
    assertThat(folder.toFile().list()).containsExactly("tone.wav");
    assertThat(run("import-recording", "--key", key, "-o", menc, menc).exitCode()).isEqualTo(73);
    assertThat(run("import-recording", "--key", key, menc).exitCode()).isEqualTo(2);
    assertThat(run("import-recording", "--key", key, "-o", "-", menc).out()).startsWith("RIFF");
  }

  @Test
  void previewQualityIsSaid() {
    CommandRun run = run("transcribe", "--engine", "chick", "--set", COUGH, SPEECH);
    assertThat(run.out()).startsWith("[preview quality: recognized by chick]\n");
    assertThat(run.err()).contains("Preview quality");
  }

  @Test
  void scribeTakesAPreviewEngineOnlyByName() {
    CommandRun unnamed = run("scribe", SPEECH);
    assertThat(unnamed.exitCode()).isEqualTo(69);
    assertThat(unnamed.err())
        .contains("No recognizer is ready.", "--engine chick", "parrot: Say --set hears=WORDS.");
    assertThat(unnamed.out()).isEmpty();
    assertThat(run("scribe", "--engine", "chick", "--set", COUGH, SPEECH).exitCode()).isZero();
    assertThat(run("scribe", "--set", COUGH, SPEECH).out()).startsWith("# SOAP");
  }

  @Test
  void anUnknownEngineListsWhatThereIs() {
    CommandRun run = run("transcribe", "--engine", "ear", SPEECH);
    assertThat(run.exitCode()).isEqualTo(67);
    assertThat(run.err()).contains("'ear'").contains("chick").contains("parrot");
  }

  @ParameterizedTest
  @CsvSource({"failure, 76, The parrot is ill.", "busy, 75, The parrot is asleep."})
  void aFailingEngineHasItsOwnExitCode(String words, int code, String message) {
    CommandRun run = run("transcribe", "--engine", "parrot", "--set", "hears=" + words, SPEECH);
    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void whatWasHeardBeforeAnEngineFailedIsWrittenAndCalledPartial() {
    Path out = folder.resolve("visit.vtt");
    CommandRun run =
        run(
            "transcribe",
            "--engine",
            "parrot",
            "--set",
            "hears=half",
            "--format",
            "vtt",
            "-o",
            out,
            SPEECH);

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err())
        .contains("The parrot fell ill.")
        .contains("ONLY THE BEGINNING, up to 3 min 20 s")
        .contains("visit.partial.vtt");
    assertThat(out).doesNotExist();
    assertThat(folder.resolve("visit.partial.vtt")).content().contains("i have had a cough");
    assertThat(run("transcribe", "--engine", "parrot", "--set", "hears=half", SPEECH).out())
        .isEqualTo("i have had a cough\n");
  }

  @Test
  void halfAVisitMakesNoNoteButItsTranscriptIsKept() {
    Path note = folder.resolve("note.md");
    Path transcript = folder.resolve("t.json");
    CommandRun run =
        run(
            "scribe",
            "--engine",
            "parrot",
            "--set",
            "hears=half",
            "-o",
            note,
            "--transcript",
            transcript,
            SPEECH);

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("t.partial.json").contains("No note was written.");
    assertThat(note).doesNotExist();
    assertThat(transcript).doesNotExist();
    assertThat(folder.resolve("t.partial.json")).content().contains("i have had a cough");
  }

  @Test
  void aVocabularyJoinsThePromptAsFarAsTheEngineTakesIt() throws IOException {
    Path words = Files.writeString(folder.resolve("words.txt"), "# ours\nmetformin\nDr. Okafor\n");
    Object[] whole = {
      "transcribe",
      "--engine",
      "parrot",
      "--set",
      "hears=prompt",
      "--prompt",
      "knee",
      "--vocabulary",
      words,
      SPEECH
    };
    assertThat(run(whole).out()).isEqualTo("told knee, metformin, Dr. Okafor\n");

    CommandRun cut =
        run(
            "transcribe",
            "--engine",
            "pigeon",
            "--set",
            "hears=prompt",
            "--vocabulary",
            words,
            SPEECH);
    assertThat(cut.out()).isEqualTo("told metformin\n");
    assertThat(cut.err()).contains("pigeon takes the first 1 of the 2 entries of");

    CommandRun none =
        run("transcribe", "--engine", "chick", "--set", COUGH, "--vocabulary", words, SPEECH);
    assertThat(none.exitCode()).isZero();
    assertThat(none.err()).contains("chick takes no vocabulary").contains("is not used");
    assertThat(
            run("transcribe", "--engine", "parrot", "--vocabulary", folder.resolve("no"), SPEECH)
                .exitCode())
        .isIn(66, 69);
  }

  @Test
  void aChannelForEachSpeakerHasToBeThere() {
    CommandRun run =
        run(
            "transcribe",
            "--engine",
            "parrot",
            "--set",
            COUGH,
            "--channels",
            "clinician,patient",
            SPEECH);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("has 1 channel, but --channels names 2");
    assertThat(
            run("transcribe", "--engine", "parrot", "--set", COUGH, "--channels", "a,b", "-")
                .exitCode())
        .isEqualTo(2);
  }

  /** The first half of the speech on the left, the rest on the right, each softly on the other. */
  @Test
  void channelsAreSpeakersAndWhatTheOtherMicrophoneHearsIsDropped() throws Exception {
    byte[] mono;
    try (AudioInputStream speech = AudioSystem.getAudioInputStream(SPEECH.toFile())) {
      mono = speech.readAllBytes();
    }
    ByteBuffer in = ByteBuffer.wrap(mono).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer stereo = ByteBuffer.allocate(2 * mono.length).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      boolean left = in.position() < mono.length / 2;
      short sample = in.getShort();
      stereo.putShort((short) (left ? sample : sample / 20));
      stereo.putShort((short) (left ? sample / 20 : sample));
    }
    Path file = folder.resolve("stereo.wav");
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(stereo.array()),
            new AudioFormat(16_000, 16, 2, true, false),
            mono.length / 2),
        AudioFileFormat.Type.WAVE,
        file.toFile());

    CommandRun run =
        run("transcribe", "--engine", "sphinx", "--channels", "clinician, patient", file);

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> turns = run.out().lines().filter(line -> !line.startsWith("[preview")).toList();
    assertThat(turns).anyMatch(line -> line.startsWith("[clinician] "));
    assertThat(turns).anyMatch(line -> line.startsWith("[patient] "));
    assertThat(turns)
        .filteredOn(line -> line.contains("fellow americans"))
        .singleElement()
        .asString()
        .startsWith("[clinician]");
    assertThat(turns)
        .filteredOn(line -> line.contains("can do for"))
        .allMatch(line -> line.startsWith("[patient]"));
  }

  @Test
  void compareShowsEnginesSideBySideAndWhatWasReallySaid() throws IOException {
    Path said = Files.writeString(folder.resolve("said.txt"), "Patient: I have had a cough.\n");
    Object[] args = {
      "compare",
      "--set",
      "parrot.hears=i have had a cough",
      "--set",
      "chick.hears=i had a cold",
      "--set",
      "pigeon.hears=i have",
      "--engine",
      "parrot",
      "--engine",
      "chick",
      "--reference",
      said,
      SPEECH
    };
    CommandRun run = run(args);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("engine +model +words +seconds +x real time +WER")
        .containsPattern("parrot +5 +[\\d.]+ +0\\.\\d\\d +0\\.0")
        .containsPattern("chick +4 +[\\d.]+ +0\\.\\d\\d +40\\.0")
        .containsPattern("parrot +chick +60\\.0")
        .doesNotContain("pigeon");
  }

  @Test
  void compareTakesWhatIsReadyAndStaysHereUnlessNamed() {
    CommandRun run =
        run(
            "compare",
            "--format",
            "json",
            "--set",
            "parrot.hears=one",
            "--set",
            "pigeon.hears=two",
            "--engine",
            "parrot",
            "--engine",
            "pigeon",
            SPEECH);
    assertThat(run.out()).contains("\"id\" : \"pigeon\"").contains("\"percent\" : 0.0");
  }

  @Test
  void anEngineThatFailsDoesNotKeepTheOthersFromBeingCompared() {
    CommandRun run =
        run(
            "compare",
            "--set",
            "parrot.hears=failure",
            "--set",
            "chick.hears=well",
            "--engine",
            "parrot",
            "--engine",
            "chick",
            SPEECH);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("The parrot is ill.").containsPattern("chick +1 ");
    assertThat(run("compare", "--engine", "parrot", SPEECH).exitCode()).isEqualTo(76);
    assertThat(run("compare", "-").exitCode()).isEqualTo(2);
  }

  @Test
  void aBugIsOneSentenceWithoutWordsOfTheInput() {
    Object[] args = {"transcribe", "--engine", "parrot", "--set", "hears=bug", SPEECH};
    CommandRun run = run(args);
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .contains("This is a bug in ambient-gpt (IllegalStateException)")
        .contains("/issues")
        .doesNotContain("secret")
        .doesNotContain("\tat ");
    Object[] debug = {"transcribe", "--debug", "--engine", "parrot", "--set", "hears=bug", SPEECH};
    assertThat(run(debug).err()).contains("\tat io.github.ambientgpt");
  }

  @Test
  void scribeKeepsTheTranscriptWhereItIsTold() {
    Path transcript = folder.resolve("t.json");
    CommandRun run =
        run("scribe", "--engine", "parrot", "--set", COUGH, "--transcript", transcript, SPEECH);
    assertThat(run.exitCode()).isZero();
    assertThat(transcript).content().contains("\"engine\" : \"parrot\"");
    assertThat(run("note", transcript).exitCode()).isZero();
  }

  @Test
  void aTranscriptSurvivesANoteThatFails() throws IOException {
    CommandRun run =
        run("scribe", "--engine", "parrot", "--set", "hears=okay thank you bye", SPEECH);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("The transcript is kept in '");
    Path kept = Path.of(run.err().replaceAll("(?s).*kept in '([^']*)'.*", "$1"));
    try {
      assertThat(kept).content().contains("okay thank you bye");
    } finally {
      Files.delete(kept);
    }
  }

  @Test
  void progressIsDrawnOnlyForSomebodyWhoWatches() {
    Object[] args = {"transcribe", "--engine", "parrot", "--set", COUGH, SPEECH};
    assertThat(CommandRun.at(folder).watched().run(args).exitCode()).isZero();
    assertThat(run(args).err()).hasLineCount(1);
  }

  @Test
  void cancellingIsNoFailureOfTheEngine() {
    CommandRun run =
        CommandRun.at(folder)
            .cancelled()
            .run("transcribe", "--engine", "parrot", "--set", COUGH, SPEECH);
    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RIFF", "this is a letter, not a recording"})
  void whatIsNoRecordingIsRefused(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("visit.wav"), content);
    CommandRun run = run("transcribe", "--engine", "parrot", "--set", COUGH, file);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("visit.wav").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }
}
