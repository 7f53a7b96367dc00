package io.github.ambientgpt.cli;

import io.github.ambientgpt.audio.menc.EncryptedRecording;
import io.github.ambientgpt.audio.menc.RecordingKey;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An encrypted recording of the predecessor's in, a plain one out. */
@Command(
    name = "import-recording",
    description = {
      "Decrypts a recording that Lambient, the predecessor, encrypted (it begins with MENC).",
      "The WAV file is not encrypted: keep it where only you can read it, or write it to - and pipe"
          + " it on, so that it never lies on a disk."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt import-recording --key key.bin -o visit.wav visit.menc",
      "  ambient-gpt import-recording --key key.bin -o - visit.menc | ambient-gpt transcribe -"
    })
final class ImportRecordingCommand implements Runnable {
  private final Terminal terminal;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The predecessor's key: encryption_key.bin in its folder keys.")
  String keyFile;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Write the WAV file here, whole or not at all; - for standard output.")
  String output;

  @Parameters(paramLabel = "FILE", description = "The encrypted recording.")
  String file;

  ImportRecordingCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    Input input = Input.of(file);
    Input keyInput = Input.of(keyFile);
    Output target = Output.of(output, input, keyInput);
    RecordingKey key = RecordingKey.read(path(keyInput));
    EncryptedRecording recording = EncryptedRecording.open(path(input));
    try (ProgressLine progress = new ProgressLine(terminal)) {
      target.write(terminal, out -> recording.writeWav(key, out, progress));
    }
  }

  /** It is read twice. */
  private static Path path(Input input) {
    return input
        .path()
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.USAGE,
                    "Recording and key cannot come from standard input: name files."));
  }
}
