package io.github.ambientgpt.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ApiTest
class ModelTest {
  private final Service service;

  ModelTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  /** A folder of its own, and a mirror that nobody runs. */
  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry properties) {
    properties.add("ambient-gpt.models-folder", () -> folder());
    properties.add("AMBIENT_GPT_MODELS_MIRROR", () -> "http://127.0.0.1:" + closedPort());
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("ambient-gpt-models").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatCanBeHadIsListedWithItsSize() {
    JsonNode model = service.get("/api/v1/models/whisper-base.en").is(200).json();

    assertThat(model.get("state").asString()).isEqualTo("available");
    assertThat(model.get("engine").asString()).isEqualTo("whisper");
    assertThat(model.get("size").asLong()).isGreaterThan(100_000_000);
    assertThat(service.get("/api/v1/models").is(200).json().get("items").findValuesAsString("id"))
        .contains("whisper-base.en");
  }

  @Test
  void aFileThatCameByAnotherWayIsImportedVerifiedAndDeleted() {
    Answer made =
        service
            .post("/api/v1/models:import?name=ggml-of-the-clinic.bin")
            .body("application/octet-stream", ggml())
            .send()
            .is(201);
    String path = made.header("Location");
    assertThat(made.json().get("state").asString()).isEqualTo("installed");

    service.result(service.post(path + ":verify").send());

    service.ask("DELETE", path).send().is(204);
    service.get(path).isProblem(422, "unknown-name");
  }

  @Test
  void whatIsNoModelIsRefusedAndNotKept() {
    service
        .post("/api/v1/models:import?name=poem.bin")
        .body("application/octet-stream", "no model at all".getBytes())
        .send()
        .isProblem(422, "invalid-input");
    assertThat(service.get("/api/v1/models").json().get("items").findValuesAsString("id"))
        .noneMatch(id -> id.contains("poem"));
  }

  @Test
  void aDownloadThatFailsSaysWhyAndWhatToDo() {
    JsonNode job = service.ended(service.post("/api/v1/models/whisper-tiny.en:pull").send()).json();

    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.at("/problem/type").asString()).endsWith(":engine-busy");
    assertThat(job.at("/problem/detail").asString()).contains("127.0.0.1");
  }

  @Test
  void anUnknownModelSaysWhichThereAre() {
    assertThat(
            service
                .post("/api/v1/models/whisper-huge:pull")
                .send()
                .isProblem(422, "unknown-name")
                .text())
        .contains("whisper-base.en");
  }

  /** The head of whisper.cpp's format and as much behind it as a file has at least. */
  private static byte[] ggml() {
    return ByteBuffer.allocate(5000).order(ByteOrder.LITTLE_ENDIAN).putInt(0x67676d6c).array();
  }
}
