package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a ggml file says of its model. whisper.cpp trusts its files and takes the JVM down with it
 * on a broken one, so the file is walked from end to end first; only the tensors' numbers are
 * skipped.
 *
 * <p>Layout: magic; 11 numbers; the mel filters; the vocabulary; then the tensors, each with its
 * own small header, to the end of the file. All little-endian.
 */
record GgmlHeader(int vocabulary) {
  private static final int MAGIC = 0x67676d6c;

  /** Tokens of text; those beyond are languages, tasks and times. */
  private static final int LEAST_TEXT_TOKENS = 50_256;

  private static final int FIRST_MULTILINGUAL_VOCABULARY = 51_865;

  /**
   * @throws InvalidInputException when it is no whole Whisper model
   * @throws IOException when it cannot be read
   */
  static GgmlHeader read(Path path) throws IOException {
    try (LittleEndianFile file = new LittleEndianFile(path)) {
      return read(file);
    } catch (EOFException e) {
      throw new InvalidInputException(
          "%s is cut short: it is no whole Whisper model.".formatted(path), e);
    } catch (Malformed e) {
      throw new InvalidInputException(
          "%s is no Whisper model in ggml format: %s.".formatted(path, e.getMessage()), e);
    }
  }

  private static GgmlHeader read(LittleEndianFile file) throws IOException, Malformed {
    if (file.size() < Integer.BYTES || file.int32() != MAGIC) {
      throw new Malformed("it does not begin as one");
    }
    int vocabulary = number(file, "vocabulary", LEAST_TEXT_TOKENS, 100_000);
    number(file, "audio context", 1500, 1500);
    int audioState = number(file, "audio state", 64, 8192);
    divides(number(file, "audio heads", 1, 128), audioState);
    number(file, "audio layers", 1, 128);
    number(file, "text context", 448, 448);
    int textState = number(file, "text state", 64, 8192);
    divides(number(file, "text heads", 1, 128), textState);
    number(file, "text layers", 1, 128);
    int mels = number(file, "mel bands", 80, 128);
    number(file, "number format", 0, 9999);

    int filterBands = number(file, "filter bands", mels, mels);
    int filterWidth = number(file, "filter width", 201, 201);
    file.skip((long) filterBands * filterWidth * Float.BYTES);

    int words = number(file, "words", LEAST_TEXT_TOKENS, vocabulary);
    for (int i = 0; i < words; i++) {
      file.skip(number(file, "word length", 0, 1024));
    }
    while (!file.atEnd()) {
      skipTensor(file);
    }
    return new GgmlHeader(vocabulary);
  }

  private static void skipTensor(LittleEndianFile file) throws IOException, Malformed {
    int dimensions = number(file, "dimensions", 1, 4);
    int nameLength = number(file, "name length", 1, 256);
    int type = file.int32();
    long elements = 1;
    for (int i = 0; i < dimensions; i++) {
      elements *= number(file, "dimension", 1, 1 << 20);
      if (elements > 1L << 40) {
        throw new Malformed("a tensor is too large");
      }
    }
    file.skip(nameLength);
    file.skip(bytes(type, elements));
  }

  /** Sizes of ggml's number formats: so many bytes for a block of so many numbers. */
  private static long bytes(int type, long elements) throws Malformed {
    return switch (type) {
      case 0 -> 4 * elements; // F32
      case 1 -> 2 * elements; // F16
      case 2 -> 18 * (elements / 32); // Q4_0
      case 3 -> 20 * (elements / 32); // Q4_1
      case 6 -> 22 * (elements / 32); // Q5_0
      case 7 -> 24 * (elements / 32); // Q5_1
      case 8 -> 34 * (elements / 32); // Q8_0
      case 10 -> 84 * (elements / 256); // Q2_K
      case 11 -> 110 * (elements / 256); // Q3_K
      case 12 -> 144 * (elements / 256); // Q4_K
      case 13 -> 176 * (elements / 256); // Q5_K
      case 14 -> 210 * (elements / 256); // Q6_K
      default -> throw new Malformed("its numbers have the unknown format " + type);
    };
  }

  private static int number(LittleEndianFile file, String what, int least, int most)
      throws IOException, Malformed {
    int value = file.int32();
    if (value < least || value > most) {
      throw new Malformed("its %s is %d".formatted(what, value));
    }
    return value;
  }

  private static void divides(int heads, int state) throws Malformed {
    if (state % heads != 0) {
      throw new Malformed("its %d heads do not divide %d".formatted(heads, state));
    }
  }

  boolean multilingual() {
    return vocabulary >= FIRST_MULTILINGUAL_VOCABULARY;
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }
}
