package io.github.ambientgpt.cli;

import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.audio.DecodedAudio;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.SpeakerLabel;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.Channels;
import io.github.ambientgpt.core.speech.MeteredAudio;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.VoicedAudio;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A recording that is about to be heard once: its channels mixed, or one after the other. */
final class OpenRecording implements AutoCloseable {
  private final List<Speaker> speakers;
  private final List<DecodedAudio> decoded;
  private final List<MeteredAudio> sounds;

  private OpenRecording(List<Speaker> speakers, List<DecodedAudio> decoded) {
    this.speakers = speakers;
    this.decoded = decoded;
    this.sounds = decoded.stream().map(MeteredAudio::new).toList();
  }

  /**
   * @param labels who is on which channel; none to mix them
   */
  static OpenRecording of(Input input, List<String> labels, Terminal terminal) {
    if (labels.isEmpty()) {
      return new OpenRecording(List.of(), List.of(mixed(input, terminal)));
    }
    Path file =
        input
            .path()
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.USAGE,
                        "--channels reads the recording once for each: give a file, not '-'."));
    List<DecodedAudio> channels = new AudioDecoder().openChannels(file);
    OpenRecording recording =
        new OpenRecording(
            labels.stream().map(label -> SpeakerLabel.speaker(label.strip())).toList(), channels);
    if (channels.size() != labels.size()) {
      recording.close();
      throw new InvalidInputException(
          "'%s' has %d %s, but --channels names %d: name one speaker for each."
              .formatted(
                  input.name(),
                  channels.size(),
                  channels.size() == 1 ? "channel" : "channels",
                  labels.size()));
    }
    return recording;
  }

  private static DecodedAudio mixed(Input input, Terminal terminal) {
    AudioDecoder decoder = new AudioDecoder();
    if (input.path().isPresent()) {
      return decoder.open(input.path().get());
    }
    try (InputStream in = input.open(terminal)) {
      return decoder.open(in, input.name());
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_INPUT, "Standard input cannot be read: " + Terminal.reason(e) + ".", e);
    }
  }

  Transcript transcribe(SpeechRecognizer recognizer, RecognitionOptions options, Monitor monitor) {
    return speakers.isEmpty()
        ? VoicedAudio.transcribe(recognizer, sounds.get(0), Providers.embedder(), options, monitor)
        : new Channels(speakers).transcribe(recognizer, sounds, options, monitor);
  }

  /** Seconds of the recording that were read. */
  double heard() {
    return sounds.stream().mapToDouble(MeteredAudio::heard).max().orElse(0);
  }

  /** What is missing from the sound. */
  List<String> warnings() {
    return decoded.stream().flatMap(audio -> audio.warnings().stream()).distinct().toList();
  }

  @Override
  public void close() {
    sounds.forEach(MeteredAudio::close);
  }
}
