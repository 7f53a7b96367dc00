package io.github.ambientgpt.audio.menc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.RecordingMonitor.Report;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what Python's {@code cryptography} made: see {@code vectors.py}. */
class EncryptedRecordingTest {
  @TempDir Path folder;

  private static Path vector(String name) {
    try {
      return Path.of(EncryptedRecordingTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecordingKey key() {
    return RecordingKey.read(vector("encryption_key.bin"));
  }

  private static byte[] wav(Path file, RecordingKey key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EncryptedRecording.open(file).writeWav(key, out, Monitor.NONE);
    return out.toByteArray();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("visit.menc"), content);
  }

  private static byte[] tone() throws IOException {
    return Files.readAllBytes(vector("tone.menc"));
  }

  /** The recording with another description, which is not signed. */
  private Path described(String from, String to) throws IOException {
    byte[] tone = tone();
    int length = ByteBuffer.wrap(tone).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
    String json = new String(tone, 12, length, StandardCharsets.UTF_8);
    byte[] other = json.replace(from, to).getBytes(StandardCharsets.UTF_8);
    ByteBuffer whole =
        ByteBuffer.allocate(tone.length - length + other.length).order(ByteOrder.LITTLE_ENDIAN);
    whole.put(tone, 0, 8).putInt(other.length).put(other);
    whole.put(tone, 12 + length, tone.length - 12 - length);
    return file(whole.array());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone", "whole-blocks", "empty"})
  void becomesTheWavFileThatPythonMakes(String name) throws IOException {
    assertThat(wav(vector(name + ".menc"), key()))
        .isEqualTo(Files.readAllBytes(vector(name + ".wav")));
  }

  @Test
  void saysHowLongItIsAndHowFarItHasCome() throws IOException {
    EncryptedRecording recording = EncryptedRecording.open(vector("tone.menc"));
    RecordingMonitor monitor = RecordingMonitor.patient();
    recording.writeWav(key(), new ByteArrayOutputStream(), monitor);

    assertThat(recording.duration()).isEqualTo(803 / 16_000.0);
    assertThat(monitor.reports()).extracting(Report::stage).contains("check", "decrypt");
    assertThat(monitor.reports().get(monitor.reports().size() - 1).fraction()).isEqualTo(1);
  }

  @Test
  void aLongRecordingNeedsLittleMemory() throws IOException, GeneralSecurityException {
    int frames = 300 * 16_000;
    Path five = folder.resolve("five-minutes.menc");
    encryptZeros(five, frames);
    long[] written = {0};
    EncryptedRecording.open(five)
        .writeWav(
            key(),
            new java.io.OutputStream() {
              @Override
              public void write(int b) {
                written[0]++;
              }

              @Override
              public void write(byte[] bytes, int offset, int length) {
                assertThat(length).isLessThan(1 << 20);
                written[0] += length;
              }
            },
            Monitor.NONE);

    assertThat(written[0]).isEqualTo(44 + 2L * frames);
  }

  /** Fernet again, streaming, in the JDK's own words. */
  private static void encryptZeros(Path file, int frames)
      throws IOException, GeneralSecurityException {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, 16, 16, "AES"),
        new IvParameterSpec(new byte[16]));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, 0, 16, "HmacSHA256"));
    byte[] json =
        ("{\"channels\":1,\"sampwidth\":2,\"framerate\":16000,\"nframes\":%d,\"encrypted\":true}")
            .formatted(frames)
            .getBytes(StandardCharsets.UTF_8);
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(
          ByteBuffer.allocate(12)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put("MENC".getBytes(StandardCharsets.US_ASCII))
              .putInt(1)
              .putInt(json.length)
              .array());
      out.write(json);
      try (var token = Base64.getUrlEncoder().wrap(out)) {
        byte[] head = new byte[25];
        head[0] = (byte) 0x80;
        mac.update(head);
        token.write(head);
        byte[] second = new byte[32_000];
        for (int i = 0; i < frames / 16_000; i++) {
          byte[] part = cipher.update(second);
          mac.update(part);
          token.write(part);
        }
        byte[] last = cipher.doFinal();
        mac.update(last);
        token.write(last);
        token.write(mac.doFinal());
      }
    }
  }

  @Test
  void aWrongKeyIsSaidAndNothingComesOut() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordingKey other = RecordingKey.read(vector("other_key.bin"));
    assertThatThrownBy(
            () -> EncryptedRecording.open(vector("tone.menc")).writeWav(other, out, Monitor.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("The key does not fit")
        .hasMessageContaining("tone.menc");
    assertThat(out.size()).isZero();
  }

  @Test
  void whateverIsCutOffItIsSaidToBeCutShort() throws IOException {
    byte[] tone = tone();
    for (int length = tone.length - 1; length >= 4; length -= length > 300 ? 11 : 1) {
      Path cut = file(Arrays.copyOf(tone, length));
      assertThatThrownBy(() -> wav(cut, key()))
          .as("%d of %d bytes", length, tone.length)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("cut short");
    }
  }

  @Test
  void noByteOfTheSamplesCanBeAlteredUnnoticed() throws IOException {
    byte[] tone = tone();
    int start = 12 + ByteBuffer.wrap(tone).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
    for (int i = start; i < tone.length; i += 37) {
      byte[] altered = tone.clone();
      altered[i] = (byte) (altered[i] == 'A' ? 'B' : 'A');
      Path path = file(altered);
      assertThatThrownBy(() -> wav(path, key()))
          .as("byte %d", i)
          .isInstanceOf(InvalidInputException.class);
    }
    byte[] noBase64 = tone.clone();
    noBase64[start + 100] = '!';
    Path path = file(noBase64);
    assertThatThrownBy(() -> wav(path, key())).hasMessageContaining("altered or damaged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"channels\": 1; \"channels\": 2; has 2 channels",
        "\"sampwidth\": 2; \"sampwidth\": 3; has samples of 3 bytes",
        "\"framerate\": 16000; \"framerate\": 7; cannot have 7 samples a second",
        "\"framerate\": 16000; \"framerate\": \"x\"; has no number 'framerate'",
        "\"nframes\": 803; \"nframes\": 80; says that it has 80 frames",
        "\"nframes\": 803; \"nframes\": 804; says that it has 804 frames",
        "\"nframes\": 803; \"nframes\": 80300; says that it has 80300 frames",
        "\"nframes\": 803; \"nframes\": -1; cannot have -1 samples",
        "\"nframes\": 803; \"nframes\": 99999999999; cannot have 99999999999 samples",
        "\"nframes\": 803; \"n\": 803; has no number 'nframes'",
        "\"encrypted\": true; \"encrypted\": false; says that it is not encrypted",
        "\"channels\"; channels; its description is no JSON",
      })
  void aDescriptionThatLiesIsSaid(String from, String to, String sentence) throws IOException {
    Path path = described(from, to);
    assertThatThrownBy(() -> wav(path, key()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anotherVersionIsSaid() throws IOException {
    byte[] tone = tone();
    tone[4] = 2;
    Path path = file(tone);
    assertThatThrownBy(() -> EncryptedRecording.open(path))
        .hasMessageContaining("has the version 2");
  }

  @Test
  void aDescriptionWithoutEndIsRefused() throws IOException {
    byte[] tone = tone();
    tone[11] = (byte) 0xFF;
    Path path = file(tone);
    assertThatThrownBy(() -> EncryptedRecording.open(path))
        .hasMessageContaining("description cannot be 42");
  }

  @Test
  void aRecordingThatWasNeverEncryptedIsSaidToBeAWavFile() {
    assertThatThrownBy(() -> EncryptedRecording.open(vector("tone.wav")))
        .hasMessageContaining("is not encrypted: it is a plain WAV file")
        .hasMessageContaining("Use it as it is.");
  }

  @Test
  void anotherFileIsSaidToBeNone() throws IOException {
    Path path = file("ID3 and so on".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> EncryptedRecording.open(path))
        .hasMessageContaining("does not begin as one");
    Path empty = file(new byte[0]);
    assertThatThrownBy(() -> EncryptedRecording.open(empty))
        .hasMessageContaining("does not begin as one");
    assertThatThrownBy(() -> EncryptedRecording.open(folder.resolve("none")))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void stopsWhenCancelled() {
    assertThatThrownBy(
            () ->
                EncryptedRecording.open(vector("tone.menc"))
                    .writeWav(
                        key(), new ByteArrayOutputStream(), RecordingMonitor.cancelledAfter(0)))
        .isInstanceOf(CancelledException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=AAAA",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh!="
      })
  void aFileThatHoldsNoKeyIsNamedAndNotShown(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("key.bin"), content);
    assertThatThrownBy(() -> RecordingKey.read(path))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key.bin holds no key")
        .hasMessageNotContaining("AAEC");
  }

  @Test
  void aKeyMayEndInANewlineAndPrintsNothing() throws IOException {
    String text = Files.readString(vector("encryption_key.bin"));
    Path path = Files.writeString(folder.resolve("key.bin"), text + "\r\n");
    assertThat(RecordingKey.read(path)).hasToString("RecordingKey");
    assertThatThrownBy(() -> RecordingKey.read(folder.resolve("none")))
        .hasMessageContaining("cannot be read");
  }
}
