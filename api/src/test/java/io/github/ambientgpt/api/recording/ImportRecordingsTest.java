package io.github.ambientgpt.api.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.ServiceProcess.Said;
import io.github.ambientgpt.api.SpeechSample;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportRecordingsTest {
  private static final int WAV_HEAD = 44;
  private static final byte[] WAV = SpeechSample.wav(2);

  @TempDir Path folder;

  private Path key(int first) throws Exception {
    return Files.writeString(
        folder.resolve("key-" + first + ".bin"),
        Base64.getUrlEncoder().encodeToString(bytes(first)));
  }

  private static byte[] bytes(int first) {
    ByteBuffer key = ByteBuffer.allocate(32);
    IntStream.range(first, first + 32).forEach(each -> key.put((byte) each));
    return key.array();
  }

  /** As the predecessor wrote it: see github.com/fernet/spec. */
  private static byte[] encrypted(byte[] wav) throws Exception {
    byte[] key = bytes(0);
    byte[] samples = Arrays.copyOfRange(wav, WAV_HEAD, wav.length);
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, 16, 16, "AES"),
        new IvParameterSpec(new byte[16]));
    ByteArrayOutputStream token = new ByteArrayOutputStream();
    token.write(0x80);
    token.write(new byte[8 + 16]); // time, initial vector
    token.write(cipher.doFinal(samples));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, 0, 16, "HmacSHA256"));
    token.write(mac.doFinal(token.toByteArray()));
    byte[] json =
        "{\"channels\":1,\"sampwidth\":2,\"framerate\":16000,\"nframes\":%d,\"encrypted\":true}"
            .formatted(samples.length / 2)
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write("MENC".getBytes(StandardCharsets.US_ASCII));
    whole.write(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(1)
            .putInt(json.length)
            .array());
    whole.write(json);
    whole.write(Base64.getUrlEncoder().encode(token.toByteArray()));
    return whole.toByteArray();
  }

  private Said imported(Path key, Path... files) {
    String[] arguments = new String[2 + files.length];
    arguments[0] = "import-recordings";
    arguments[1] = "--key=" + key;
    for (int i = 0; i < files.length; i++) {
      arguments[2 + i] = files[i].toString();
    }
    return ServiceProcess.command(folder, arguments);
  }

  @Test
  void whatThePredecessorEncryptedBecomesAVisitOnceAndWhatIsForgedDoesNot() throws Exception {
    byte[] content = encrypted(WAV);
    Path whole = Files.write(folder.resolve("2024-03-01 visit.menc"), content);
    byte[] other = content.clone();
    other[content.length / 2] ^= 1;
    Path forged = Files.write(folder.resolve("forged.menc"), other);
    Path cut = Files.write(folder.resolve("cut.menc"), Arrays.copyOf(content, content.length / 2));

    Said wrong = imported(key(1), whole);
    assertThat(wrong.code()).as(wrong.text()).isEqualTo(1);
    Said first = imported(key(0), forged, whole, cut);
    assertThat(first.code()).as(first.text()).isEqualTo(1);
    assertThat(first.text()).contains("2 of 3 were not kept").doesNotContain("\tat ");

    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      Said again = imported(key(0), whole); // by the service that runs
      assertThat(again.code()).as(again.text()).isZero();
      assertThat(again.text()).contains("is there already");

      Service service = process.service();
      JsonNode visits = service.get("/api/v1/encounters").is(200).json();
      assertThat(visits.get("total").asInt()).isEqualTo(1);
      JsonNode visit = visits.get("items").get(0);
      assertThat(visit.get("label").asString()).isEqualTo("2024-03-01 visit.menc");
      JsonNode recording =
          service
              .get("/api/v1/encounters/" + visit.get("id").asString() + "/recordings")
              .is(200)
              .json()
              .get("items")
              .get(0);
      assertThat(recording.get("sha256").asString())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WAV)));
    }
  }
}
