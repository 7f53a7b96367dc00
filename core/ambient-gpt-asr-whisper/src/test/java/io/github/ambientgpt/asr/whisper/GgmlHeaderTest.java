package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgmlHeaderTest {
  @TempDir Path folder;

  @Test
  void anEnglishModelIsNotMultilingual() throws IOException {
    assertThat(GgmlHeader.read(TinyModel.path()).multilingual()).isFalse();
  }

  @Test
  void aLargerVocabularyIsMultilingual() throws IOException {
    byte[] bytes = whole();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 51_865);

    assertThat(GgmlHeader.read(file(bytes)).multilingual()).isTrue();
  }

  @Test
  void tensorsAreWalkedToTheEnd() throws IOException {
    byte[] withTensors = joined(whole(), tensor(1, 2 * 64 * 3), tensor(8, 34 * 2 * 3));

    assertThat(GgmlHeader.read(file(withTensors))).isNotNull();
    for (int cut : new int[] {1, 100, 34 * 2 * 3 + 1, 34 * 2 * 3 + 20, 500}) {
      assertThatThrownBy(
              () -> GgmlHeader.read(file(Arrays.copyOf(withTensors, withTensors.length - cut))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("cut short");
    }
  }

  @Test
  void numbersOfAnUnknownFormatAreRefused() {
    assertThatThrownBy(() -> GgmlHeader.read(file(joined(whole(), tensor(99, 10)))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("99");
  }

  @Test
  void otherFilesAreRefused() {
    for (String other : new String[] {"", "R", "RIFF", "GGUF and so on", "<html>404</html>"}) {
      assertThatThrownBy(() -> GgmlHeader.read(file(other.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("model.bin");
    }
  }

  @Test
  void noNumberOfTheHeaderIsTakenOnTrust() throws IOException {
    Random random = new Random(5);
    byte[] whole = whole();
    for (int at = 0; at < 40; at += Integer.BYTES) {
      byte[] broken = whole.clone();
      ByteBuffer.wrap(broken)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(at, random.nextBoolean() ? Integer.MAX_VALUE : -random.nextInt(1 << 30));
      assertThatThrownBy(() -> GgmlHeader.read(file(broken)))
          .as("the number at byte %d", at)
          .isInstanceOf(InvalidInputException.class);
    }
  }

  /** 64 by 3 numbers. */
  private static byte[] tensor(int type, int bytes) {
    return ByteBuffer.allocate(12 + 8 + 1 + bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(2)
        .putInt(1)
        .putInt(type)
        .putInt(64)
        .putInt(3)
        .put((byte) 'x')
        .array();
  }

  private static byte[] whole() throws IOException {
    return Files.readAllBytes(TinyModel.path());
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.bin"), bytes);
  }
}
