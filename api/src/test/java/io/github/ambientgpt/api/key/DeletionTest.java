package io.github.ambientgpt.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class DeletionTest {
  private final Service service;
  private final JdbcClient jdbc;

  DeletionTest(JdbcClient jdbc, @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.service = Service.at(port);
  }

  private long keys(UUID encounter) {
    return jdbc.sql("select count(*) from data_key where owner = ?")
        .param(encounter)
        .query(Long.class)
        .single();
  }

  @Test
  void aVisitThatIsDeletedTakesItsKeyWithIt() {
    Answer visit = service.encounter("To go");
    Answer other = service.encounter("To stay");
    String path = visit.header("Location");
    service.post(path + "/recordings").file("visit.wav", SpeechSample.wav(1)).send().is(201);
    assertThat(keys(visit.id())).isPositive();

    service.ask("DELETE", path).ifMatch(service.get(path)).send().is(204);
    assertThat(keys(visit.id())).isZero();
    assertThat(keys(other.id())).isPositive();
  }
}
