package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.TranscriptFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording in, a transcript out. */
@Command(
    name = "transcribe",
    description = "Turns a recording into a transcript.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt transcribe --model whisper-base.en visit.m4a",
      "  ambient-gpt transcribe --format vtt -o visit.vtt visit.mp3",
      "  ambient-gpt transcribe --channels clinician,patient stereo.wav",
      "  ffmpeg -i visit.mov -f wav - | ambient-gpt transcribe -"
    })
final class TranscribeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin ListeningOptions listening;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, srt, vtt or healthscribe. Default: text.")
  TranscriptFormat format;

  @Mixin OutputOption output;

  @Parameters(
      paramLabel = "FILE",
      description = "WAV, MP3, M4A, OGG, WebM or FLAC; - for standard input.")
  String file;

  TranscribeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Input input = Input.of(file);
    Output target = output.target(input);
    HeardRecording heard = listening.transcribe(input, terminal);
    Output kept = heard.to(target);
    kept.write(terminal, format.write(heard.transcript()));
    heard.warn(terminal, kept);
    return heard.whole() ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
