package io.github.ambientgpt.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A job whose process dies each time is given up; one that somebody retries begins anew. */
@ApiTest
class InterruptedJobTest {
  private static final int MOST = 5;

  private final UUID id = Ids.next();
  private final JobStore store;
  private final JobRunner runner;
  private final Encounters encounters;
  private final Service service;

  InterruptedJobTest(
      JobStore store, JobRunner runner, Encounters encounters, @LocalServerPort int port) {
    this.store = store;
    this.runner = runner;
    this.encounters = encounters;
    this.service = Service.at(port);
  }

  /** Of a kind that nobody does: once begun it fails, for that reason. */
  @BeforeEach
  void takeIn() {
    UUID encounter = UUID.fromString(service.encounter("Job").is(201).json().get("id").asString());
    store.insert(id, encounters.owner(encounter), encounter, "unknown", new byte[] {1});
  }

  /** Somebody begins it and dies. */
  private void die(int times) {
    for (int i = 0; i < times; i++) {
      store.start(id).orElseThrow();
    }
  }

  private String problem() {
    runner.run(id, () -> false);
    return store.find(id).orElseThrow().problemType();
  }

  @Test
  void fiveDeathsAreEnough() {
    die(MOST);

    assertThat(problem()).isEqualTo(ProblemType.INTERRUPTED.name());
  }

  @Test
  void fourAreNot() {
    die(MOST - 1);

    assertThat(problem()).isEqualTo(ProblemType.NOT_READY.name());
  }

  @Test
  void whoeverRetriesItHasItDone() {
    die(MOST);
    problem();
    store.again(id);

    assertThat(problem()).isEqualTo(ProblemType.NOT_READY.name());
  }

  @Test
  void shutdownsAndRetriesAreNoDeaths() {
    for (int i = 0; i < 2 * MOST; i++) {
      store.handOver(id, store.start(id).orElseThrow().attempt());
      problem();
      store.again(id);
    }

    assertThat(problem()).isEqualTo(ProblemType.NOT_READY.name());
  }
}
