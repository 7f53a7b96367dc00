package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Opens recordings: WAV, MP3, M4A/AAC, OGG/Opus, WebM/Opus, FLAC, and the sound of an MP4 or WebM
 * video. The content decides, never the name. Immutable, for any number of threads.
 *
 * <p>All methods throw {@link NotReadyException} when FFmpeg's natives for this platform are
 * missing, {@link InvalidInputException} when the recording cannot be used, and {@link
 * EngineException} when a disk fails; the messages are for people.
 *
 * @since 0.1.0
 */
public final class AudioDecoder {
  private final DecoderSettings settings;

  public AudioDecoder() {
    this(DecoderSettings.defaults());
  }

  public AudioDecoder(DecoderSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /** Whether FFmpeg's natives are there; the first call loads them. */
  public static Readiness check() {
    return Readiness.of(Natives.need());
  }

  /** Opens a file, or a pipe such as {@code /dev/stdin}. */
  public DecodedAudio open(Path file) {
    Natives.require();
    return open(channel(file), file.toString());
  }

  /**
   * Reads the stream to its end into a temporary file, which goes when the audio is closed; the
   * stream stays open.
   *
   * @param name what messages call the recording, such as {@code stdin} or an upload's name
   */
  public DecodedAudio open(InputStream stream, String name) {
    Natives.require();
    return open(Spool.of(stream, name, settings), name);
  }

  /**
   * Opens what is read through a channel, such as one that decrypts.
   *
   * @param channel from its byte 0, whatever its position; taken over: it is closed with the audio,
   *     or when this fails
   * @param name what messages call the recording
   */
  public DecodedAudio open(SeekableByteChannel channel, String name) {
    return open(channel, name, OptionalInt.empty());
  }

  /**
   * Opens each channel of a file by itself, such as the two people of a recording with two
   * microphones. The file is decoded once for each, so that they can be heard one after the other.
   *
   * @return as many as the recording has channels, in their order; each to be closed
   */
  public List<DecodedAudio> openChannels(Path file) {
    int count = probe(file).channels();
    List<DecodedAudio> channels = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        channels.add(open(channel(file), file.toString(), OptionalInt.of(i)));
      }
    } catch (RuntimeException e) {
      channels.forEach(DecodedAudio::close);
      throw e;
    }
    return List.copyOf(channels);
  }

  private DecodedAudio open(SeekableByteChannel channel, String name, OptionalInt only) {
    Demuxer demuxer = demuxer(channel, name);
    PacketDecoder decoder;
    try {
      decoder = PacketDecoder.of(demuxer);
    } catch (RuntimeException e) {
      demuxer.close();
      throw e;
    }
    return new DecodedAudio(demuxer, decoder, only, settings);
  }

  /** What a recording is; its header is read and next to nothing decoded. */
  public AudioProperties probe(Path file) {
    Natives.require();
    try (Demuxer demuxer = demuxer(channel(file), file.toString())) {
      return demuxer.properties();
    }
  }

  private Demuxer demuxer(SeekableByteChannel channel, String name) {
    try {
      Natives.require();
      return Demuxer.open(Recording.of(name, channel, settings));
    } catch (RuntimeException e) {
      close(channel, e);
      throw e;
    }
  }

  private FileChannel channel(Path file) {
    if (Files.notExists(file)) {
      throw Refusals.missing(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw Refusals.folder(file.toString());
    }
    try {
      return Files.isRegularFile(file)
          ? FileChannel.open(file, StandardOpenOption.READ)
          : spool(file);
    } catch (IOException e) {
      throw Refusals.unreadable(file.toString(), e);
    }
  }

  /** A pipe cannot be sought in. */
  private FileChannel spool(Path pipe) throws IOException {
    try (InputStream stream = Files.newInputStream(pipe)) {
      return Spool.of(stream, pipe.toString(), settings);
    }
  }

  private static void close(SeekableByteChannel channel, RuntimeException failure) {
    try {
      channel.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
