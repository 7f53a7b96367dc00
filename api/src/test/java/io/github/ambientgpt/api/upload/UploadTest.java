package io.github.ambientgpt.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ApiTest
@TestPropertySource(properties = "ambient-gpt.recordings.max-size=20MB")
class UploadTest {
  private static final byte[] WAV = SpeechSample.wav(60); // 5.8 MB: two pieces

  private final Service service;
  private String encounter;

  UploadTest(@LocalServerPort int port) {
    this.service = Service.at(port);
  }

  @BeforeEach
  void visit() {
    encounter = service.encounter("Upload").id().toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Service.Ask tus(String method, String path) {
    return service.ask(method, path).header("Tus-Resumable", "1.0.0");
  }

  private String begun(long size) {
    return tus("POST", "/api/v1/uploads")
        .header("Upload-Length", "" + size)
        .header(
            "Upload-Metadata",
            "encounterId " + base64(encounter) + ",filename " + base64("visit.wav"))
        .send()
        .is(201)
        .header("Location");
  }

  private Service.Ask patch(String path, long offset, byte[] bytes) {
    return tus("PATCH", path)
        .header("Upload-Offset", "" + offset)
        .body("application/offset+octet-stream", bytes);
  }

  private long offset(String path) {
    return Long.parseLong(tus("HEAD", path).send().is(200).header("Upload-Offset"));
  }

  private void isTheRecording(String path) throws Exception {
    Answer recording = service.get(path).is(200);
    assertThat(recording.json().get("state").asString()).isEqualTo("complete");
    assertThat(recording.json().get("name").asString()).isEqualTo("visit.wav");
    assertThat(recording.json().get("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WAV)));
    assertThat(service.get(path + "/audio").http().body()).isEqualTo(WAV);
  }

  @Test
  void theServiceSaysWhatItSpeaks() {
    Answer options = service.ask("OPTIONS", "/api/v1/uploads").send().is(204);

    assertThat(options.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(options.header("Tus-Extension")).isEqualTo("creation,termination,checksum");
    assertThat(options.header("Tus-Max-Size")).isEqualTo("" + (20 << 20));
    assertThat(options.header("Tus-Checksum-Algorithm")).contains("sha1", "sha256");
  }

  @Test
  void aClientOfTussOwnUploadsAndResumes() throws Exception {
    TusClient client = new TusClient();
    client.setUploadCreationURL(service.base().resolve("/api/v1/uploads").toURL());
    client.enableResuming(new TusURLMemoryStore());
    TusUpload upload = new TusUpload();
    upload.setSize(WAV.length);
    upload.setInputStream(new ByteArrayInputStream(WAV));
    upload.setFingerprint("visit");
    upload.setMetadata(Map.of("encounterId", encounter, "filename", "visit.wav"));
    TusUploader first = client.resumeOrCreateUpload(upload);
    first.setChunkSize(1 << 20);
    first.uploadChunk();
    first.uploadChunk();
    first.finish(false);

    upload.setInputStream(new ByteArrayInputStream(WAV));
    TusUploader second = client.resumeOrCreateUpload(upload);
    assertThat(second.getOffset()).isEqualTo(2 << 20);
    second.setChunkSize(1 << 20);
    while (second.uploadChunk() >= 0) {
      // until the end
    }
    second.finish();

    String recording =
        service.get(second.getUploadURL().getPath()).is(200).json().get("recordingId").asString();
    isTheRecording("/api/v1/recordings/" + recording);
  }

  @Test
  void theLastBytesMakeARecordingOnce() throws Exception {
    String path = begun(WAV.length);
    patch(path, 0, Arrays.copyOf(WAV, 1000)).send().is(204);

    Answer last = patch(path, 1000, Arrays.copyOfRange(WAV, 1000, WAV.length)).send().is(204);

    assertThat(last.header("Upload-Offset")).isEqualTo("" + WAV.length);
    isTheRecording(last.header("Content-Location"));
    assertThat(tus("HEAD", path).send().header("Content-Location"))
        .isEqualTo(last.header("Content-Location"));
    assertThat(service.get("/api/v1/encounters/" + encounter + "/recordings").json().get("items"))
        .hasSize(1);
  }

  @Test
  void ofAConnectionThatBreaksWhatCameBeforeIsKept() throws Exception {
    String path = begun(WAV.length);
    URI base = service.base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PATCH %s HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                  + "Content-Type: application/offset+octet-stream\r\nContent-Length: %d\r\n\r\n")
              .formatted(path, WAV.length)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(WAV, 0, 5_000_000);
      out.flush();
    }

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    long kept = offset(path);
    while (kept < 5_000_000 && System.nanoTime() < end) {
      kept = offset(path);
    }

    assertThat(kept).isEqualTo(5_000_000);
    isTheRecording(
        patch(path, kept, Arrays.copyOfRange(WAV, (int) kept, WAV.length))
            .send()
            .is(204)
            .header("Content-Location"));
  }

  @Test
  void anotherOffsetIsAConflict() {
    String path = begun(WAV.length);
    patch(path, 0, Arrays.copyOf(WAV, 1000)).send().is(204);

    patch(path, 0, Arrays.copyOf(WAV, 1000)).send().isProblem(409, "conflict");
    patch(path, 2000, Arrays.copyOf(WAV, 1000)).send().isProblem(409, "conflict");
    assertThat(offset(path)).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({"sha1, SHA-1", "sha256, SHA-256", "md5, MD5"})
  void aChecksumThatHoldsIsTaken(String name, String algorithm) throws Exception {
    String path = begun(WAV.length);
    byte[] bytes = Arrays.copyOf(WAV, 5_000_000);
    String sum =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));

    patch(path, 0, bytes).header("Upload-Checksum", name + " " + sum).send().is(204);

    assertThat(offset(path)).isEqualTo(5_000_000);
  }

  @Test
  void whatTheChecksumIsNotOfIsNotKept() {
    String path = begun(WAV.length);
    String sum = Base64.getEncoder().encodeToString(new byte[20]);

    Answer answer =
        patch(path, 0, Arrays.copyOf(WAV, 5_000_000))
            .header("Upload-Checksum", "sha1 " + sum)
            .send();

    assertThat(answer.status()).isEqualTo(460);
    assertThat(offset(path)).isZero();
    patch(path, 0, new byte[1]).header("Upload-Checksum", "crc " + sum).send().is(400);
  }

  @Test
  void anUploadThatIsGivenUpIsGone() {
    String path = begun(WAV.length);
    patch(path, 0, Arrays.copyOf(WAV, 1000)).send().is(204);

    tus("DELETE", path).send().is(204);

    assertThat(tus("HEAD", path).send().status()).isEqualTo(404);
  }

  @Test
  void whatIsNoRecordingIsRefusedAtItsFirstBytes() {
    String path = begun(100_000);

    patch(path, 0, "%PDF-1.7 a letter of many words".getBytes(StandardCharsets.UTF_8))
        .send()
        .isProblem(422, "recording-unreadable");
    assertThat(offset(path)).isZero();
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeAByteIsSent() {
    tus("POST", "/api/v1/uploads")
        .header("Upload-Length", "" + (21 << 20))
        .header("Upload-Metadata", "encounterId " + base64(encounter))
        .send()
        .isProblem(413, "too-large");
  }

  @Test
  void anotherVersionIsRefusedWithTheOneThatIsSpoken() {
    Answer answer = service.ask("POST", "/api/v1/uploads").header("Tus-Resumable", "0.2.2").send();

    answer.isProblem(412, "tus-version");
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
  }

  @Test
  void aVisitThatIsNotThereTakesNoUpload() {
    tus("POST", "/api/v1/uploads")
        .header("Upload-Length", "10")
        .header("Upload-Metadata", "encounterId " + base64(UUID.randomUUID().toString()))
        .send()
        .is(404);
    tus("POST", "/api/v1/uploads").header("Upload-Length", "10").send().is(400);
  }
}
