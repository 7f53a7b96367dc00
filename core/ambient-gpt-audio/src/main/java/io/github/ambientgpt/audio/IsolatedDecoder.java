package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.DecoderFailureException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;

/**
 * Decodes as {@link AudioDecoder} does, each recording in a process of its own with limits of
 * memory and time: a file that brings the decoder down, or fills memory, fails as that one
 * recording. The child reads the recording through this process, piece by piece, and opens no file
 * itself; it is given neither this process's environment nor a shell. Immutable, for any number of
 * threads; each open recording is a process, so its user bounds how many there are.
 *
 * @since 0.1.0
 */
public final class IsolatedDecoder {
  private final DecoderSettings settings;
  private final DecoderLimits limits;
  private final Class<?> main;

  public IsolatedDecoder(DecoderSettings settings, DecoderLimits limits) {
    this(settings, limits, DecoderChild.class);
  }

  IsolatedDecoder(DecoderSettings settings, DecoderLimits limits, Class<?> main) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.main = main;
  }

  /**
   * Refuses, from its first bytes and its size alone, what is certainly no recording: quick, and no
   * process is started. What passes may still turn out to be undecodable.
   *
   * @param channel stays open, at its start
   * @param name what messages call the recording
   * @throws InvalidInputException when it is empty, too large, or known to be something else
   */
  public void requireRecording(SeekableByteChannel channel, String name) {
    Recording.of(name, channel, settings);
  }

  /**
   * @param channel from its byte 0, whatever its position; taken over: it is closed with the audio,
   *     or when this fails
   * @param name what messages call the recording
   * @return samples as they are decoded; close it, which ends the process
   * @throws InvalidInputException when the recording cannot be used
   * @throws NotReadyException when FFmpeg's natives for this platform are missing
   * @throws DecoderFailureException when the recording brought the decoder down
   * @throws EngineException when no process can be started, or the recording cannot be read
   */
  public IsolatedAudio open(SeekableByteChannel channel, String name) {
    try {
      requireRecording(channel, name);
      return IsolatedAudio.start(channel, name, settings, limits, main);
    } catch (RuntimeException e) {
      try {
        channel.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }
}
