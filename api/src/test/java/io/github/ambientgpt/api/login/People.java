package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People of a service in which one logs in by password. */
public final class People {
  /** Of the property {@code ambient-gpt.login.setup-code} in these tests. */
  public static final String CODE = "the-first-code-of-all";

  static final String PASSWORD = "correct horse battery";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ADMIN = "ada";

  private final Service service;
  private Service admin;

  /** Somebody, in a browser in which they are logged in. */
  public record Person(UUID id, String username, Service service) {}

  public People(Service service) {
    this.service = service;
  }

  /** The first account, which is clinician and admin. */
  public Service admin() {
    if (admin == null) {
      boolean needed = service.get("/api/v1/login").is(200).json().get("setupNeeded").asBoolean();
      admin = needed ? setUp(CODE).is(201).browser() : service.as(ADMIN, PASSWORD);
    }
    return admin;
  }

  Answer setUp(String code) {
    ObjectNode wanted =
        JSON.createObjectNode()
            .put("code", code)
            .put("username", ADMIN)
            .put("name", "Dr Ada")
            .put("password", PASSWORD);
    return service.browser().post("/api/v1/setup", wanted.toString());
  }

  Answer invite(String username, String... roles) {
    ObjectNode wanted =
        JSON.createObjectNode().put("username", username).put("name", "Dr " + username);
    for (String role : roles) {
      wanted.withArray("roles").add(role);
    }
    return admin().post("/api/v1/users", wanted.toString());
  }

  Answer redeem(String username, String code, String password) {
    ObjectNode given =
        JSON.createObjectNode()
            .put("username", username)
            .put("code", code)
            .put("password", password);
    return service.browser().post("/api/v1/password", given.toString());
  }

  /** Somebody new, of these roles. */
  public Person join(String username, String... roles) {
    Answer invitation = invite(username, roles).is(201);
    Answer came = redeem(username, invitation.json().get("code").asString(), PASSWORD).is(200);
    return new Person(
        UUID.fromString(invitation.json().at("/user/id").asString()), username, came.browser());
  }
}
