package io.github.ambientgpt.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Postgres;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.login.People;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two processes write the log of one database, each with many clients. */
class AuditReplicasTest {
  private static final int LINES = 80;
  private static final int CLIENTS = 8;

  @Test
  void theyMakeOneChainWithALineForEachThingThatWasDone(@TempDir Path folder) throws Exception {
    List<String> properties = new ArrayList<>(Postgres.properties());
    properties.add("ambient-gpt.login.mode=password");
    properties.add("ambient-gpt.login.setup-code=" + People.CODE);
    try (ServiceProcess first = ServiceProcess.start(folder, properties);
        ServiceProcess second = ServiceProcess.start(folder, properties)) {
      People people = new People(first.service());
      Service auditor = people.join("auditor", "auditor").service();
      Service otherAuditor = second.service().as("auditor", People.PASSWORD);
      List<Service> clinicians = List.of(people.admin(), new People(second.service()).admin());

      makeTokens(clinicians);

      for (Service each : List.of(auditor, otherAuditor)) {
        JsonNode found = each.post("/api/v1/audit-lines:verify").send().is(200).json();
        assertThat(found.get("faults")).isEmpty();
        assertThat(each.get("/api/v1/audit-lines?action=token.create").is(200).json().get("total"))
            .hasToString(Integer.toString(LINES));
      }
    }
  }

  /** At once, by turns at the one and the other. */
  private static void makeTokens(List<Service> services) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Object>> all = new ArrayList<>();
      for (int i = 0; i < LINES; i++) {
        Service service = services.get(i % services.size());
        String wanted = "{\"name\": \"Token %d\", \"scopes\": [\"read\"]}".formatted(i);
        all.add(() -> service.post("/api/v1/tokens", wanted).is(201));
      }
      for (Future<Object> each : clients.invokeAll(all)) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }
}
