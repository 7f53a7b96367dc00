package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.audio.AudioProperties;
import io.github.ambientgpt.audio.DecodedAudio;
import io.github.ambientgpt.audio.DecoderSettings;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The one place where audio that a stranger sent is decoded. */
@Component
public class RecordingAudio {
  private final AudioDecoder decoder;

  RecordingAudio(RecordingProperties limits) {
    this.decoder =
        new AudioDecoder(
            new DecoderSettings(
                Path.of(System.getProperty("java.io.tmpdir")),
                limits.maxSize().toBytes(),
                limits.maxDuration()));
  }

  /**
   * @param bytes of the recording; closed with what is returned, or when this fails
   * @throws ApiException when it cannot be decoded
   */
  public DecodedAudio open(SeekableByteChannel bytes) {
    try {
      return decoder.open(bytes, "The recording");
    } catch (InvalidInputException e) {
      throw unreadable(e);
    }
  }

  /**
   * @param bytes of the recording; closed
   * @throws ApiException when it cannot be decoded
   */
  AudioProperties probe(SeekableByteChannel bytes) {
    try (DecodedAudio audio = open(bytes)) {
      return audio.properties();
    }
  }

  private static ApiException unreadable(InvalidInputException e) {
    return new ApiException(ProblemType.RECORDING_UNREADABLE, e.getMessage());
  }
}
