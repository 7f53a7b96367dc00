package io.github.ambientgpt.api.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.login.People;
import io.github.ambientgpt.api.login.People.Person;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** One list of one's own visits and of those that others shared. */
@ApiTest
@TestPropertySource(
    properties = {
      "ambient-gpt.login.mode=password",
      "ambient-gpt.login.setup-code=" + People.CODE,
      "ambient-gpt.login.idle=57m" // a service of its own: it counts who guesses
    })
class SharedVisitsTest {
  private final People people;

  SharedVisitsTest(@LocalServerPort int port) {
    people = new People(Service.at(port));
  }

  private static String visit(Service service, String label, int day) {
    return service
        .post(
            "/api/v1/encounters",
            "{\"label\": \"%s\", \"visitedOn\": \"2020-03-%02d\"}".formatted(label, day))
        .is(201)
        .header("Location");
  }

  private static void share(Service owner, String visit, UUID with) {
    owner.ask("PUT", visit + "/shares/" + with).json("{\"mayEdit\":false}").send().is(204);
  }

  private static JsonNode list(Service service, String query) {
    return service.get("/api/v1/encounters?" + query).is(200).json();
  }

  @Test
  void ownAndSharedOnesStandInOneOrderOnAllPages() {
    Person reader = people.join("reader", "clinician");
    Person giver = people.join("giver", "clinician");
    for (int day = 1; day <= 5; day += 2) {
      visit(reader.service(), "Mixed own %d".formatted(day), day);
      share(
          giver.service(),
          visit(giver.service(), "Mixed given %d".formatted(day + 1), day + 1),
          reader.id());
    }
    visit(giver.service(), "Mixed kept", 7);
    Service service = reader.service();

    assertThat(list(service, "size=4").get("items").findValuesAsString("label"))
        .containsExactly("Mixed given 6", "Mixed own 5", "Mixed given 4", "Mixed own 3");
    assertThat(list(service, "size=4&page=1").get("items").findValuesAsString("label"))
        .containsExactly("Mixed given 2", "Mixed own 1");
    assertThat(list(service, "size=4&page=2").get("items")).isEmpty();
    assertThat(list(service, "size=2&sort=visitedOn").get("items").findValuesAsString("label"))
        .containsExactly("Mixed own 1", "Mixed given 2");
    assertThat(list(service, "q=mixed&from=2020-03-02&to=2020-03-04").get("items"))
        .extracting(item -> item.get("label").asString())
        .containsExactly("Mixed given 4", "Mixed own 3", "Mixed given 2");
    assertThat(list(service, "q=given").get("total").asInt()).isEqualTo(3);
    assertThat(list(service, "size=1").get("total").asInt()).isEqualTo(6);
    assertThat(list(giver.service(), "q=mixed").get("total").asInt()).isEqualTo(4);
  }

  @Test
  void whoeverHasNoVisitsFindsNoneAndOnlyWhatIsShared() {
    Person newcomer = people.join("newcomer", "clinician");
    Person giver = people.join("generous", "clinician");
    assertThat(list(newcomer.service(), "q=anything").get("total").asInt()).isZero();
    assertThat(list(newcomer.service(), "").get("total").asInt()).isZero();

    share(giver.service(), visit(giver.service(), "Alone", 1), newcomer.id());

    JsonNode found = list(newcomer.service(), "q=alone");
    assertThat(found.get("total").asInt()).isEqualTo(1);
    assertThat(found.at("/items/0/owner/name").asString()).isEqualTo("Dr generous");
  }
}
