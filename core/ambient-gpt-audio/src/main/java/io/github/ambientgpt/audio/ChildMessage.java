package io.github.ambientgpt.audio;

/**
 * What passes between a decoder in a process of its own and the process that wants the sound. The
 * child sends messages, each with one of these first; only {@link #READ} is answered. What comes
 * from a child is not trusted: a recording may have taken it over.
 */
final class ChildMessage {
  /** Before all else: whatever a JVM may print at its start is passed over. */
  static final long HELLO = 0x616d62696e742d31L;

  /** Position (long) and length (int) of bytes that are wanted; answered by count and bytes. */
  static final byte READ = 'R';

  /** Container, codec, channels, sample rate, duration (NaN: not known). */
  static final byte PROPERTIES = 'P';

  /** A count and as many samples. */
  static final byte SAMPLES = 'S';

  /** A sentence on what is missing from the sound. */
  static final byte WARNING = 'W';

  static final byte END = 'E';

  /** The recording is refused: a sentence. */
  static final byte REFUSED = 'X';

  /** The natives are missing: a sentence. */
  static final byte NOT_READY = 'N';

  static final int MOST_BYTES = 256 << 10;
  static final int MOST_SAMPLES = 16_000;
  static final int MOST_WARNINGS = 10;

  /** The count that answers a READ which the disk refused. */
  static final int BROKEN = -2;

  /** The exit status of a child that found itself too large. */
  static final int TOO_LARGE = 93;

  private ChildMessage() {}
}
