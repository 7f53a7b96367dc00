package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.audio.AudioProperties;
import io.github.ambientgpt.audio.DecoderLimits;
import io.github.ambientgpt.audio.DecoderSettings;
import io.github.ambientgpt.audio.IsolatedAudio;
import io.github.ambientgpt.audio.IsolatedDecoder;
import io.github.ambientgpt.core.error.DecoderFailureException;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * The one place where audio that a stranger sent is decoded: in a process of its own, so that a
 * file which brings the decoder down fails alone.
 */
@Component
public class RecordingAudio {
  private static final String NAME = "The recording";

  private final IsolatedDecoder decoder;

  RecordingAudio(RecordingProperties limits) {
    this.decoder =
        new IsolatedDecoder(
            new DecoderSettings(
                Path.of(System.getProperty("java.io.tmpdir")),
                limits.maxSize().toBytes(),
                limits.maxDuration()),
            new DecoderLimits(
                limits.decoderMemory().toBytes(),
                limits.decoderCpu(),
                DecoderLimits.DEFAULT.stall()));
  }

  /**
   * @param bytes of the recording; closed with what is returned, or when this fails
   * @return to be closed, which ends the process
   * @throws ApiException when it cannot be decoded
   * @throws DecoderFailureException when it brings the decoder down; reading may, too
   */
  public IsolatedAudio open(SeekableByteChannel bytes) {
    try {
      return decoder.open(bytes, NAME);
    } catch (InvalidInputException e) {
      throw new ApiException(ProblemType.RECORDING_UNREADABLE, e.getMessage());
    }
  }

  /**
   * @param bytes of the recording; closed
   * @throws ApiException when it cannot be decoded
   * @throws DecoderFailureException when it brings the decoder down
   */
  AudioProperties probe(SeekableByteChannel bytes) {
    try (IsolatedAudio audio = open(bytes)) {
      return audio.properties();
    }
  }
}
