package io.github.ambientgpt.release;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.sonatype.central.publisher.plugin.Constants;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Maven Central's portal, asked by the API that its own plugin uploads by. */
final class CentralPortal {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String address;
  private final String token;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param address its base
   * @param token the user token's name and password, with a colon between
   */
  CentralPortal(String address, String token) {
    this.address = address;
    this.token = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * With the token of the environment; a rehearsal's portal takes any.
   *
   * @param address empty where it is the one that everybody has
   */
  static CentralPortal at(String address) {
    String name = System.getenv("CENTRAL_TOKEN_NAME");
    return new CentralPortal(
        address.isEmpty() ? Constants.CENTRAL_BASE_URL_DEFAULT_VALUE : address,
        name == null
            ? "rehearsal:rehearsal"
            : name + ":" + System.getenv("CENTRAL_TOKEN_PASSWORD"));
  }

  /**
   * Whether an artifact can be had from Maven Central.
   *
   * @throws Refusal when the portal does not answer, or lets nobody in with this token
   */
  boolean published(String group, String artifact, String version) {
    String question =
        "%s/api/v1/publisher/published?namespace=%s&name=%s&version=%s"
            .formatted(address, encoded(group), encoded(artifact), encoded(version));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(question))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      switch (answer.statusCode()) {
        case 200:
          return JsonMapper.shared().readTree(answer.body()).path("published").asBoolean(false);
        case 401, 403:
          throw new Refusal(
              "Maven Central's portal lets nobody in with this token: make another there, and put it into"
                  + " CENTRAL_TOKEN_NAME and CENTRAL_TOKEN_PASSWORD");
        default:
          throw unavailable("it answers " + answer.statusCode());
      }
    } catch (IOException e) {
      throw unavailable(e.getClass().getSimpleName());
    } catch (JacksonException e) {
      throw unavailable("it answers with no JSON");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private Refusal unavailable(String why) {
    return new Refusal(
        "Maven Central's portal at %s does not answer as it should (%s): wait, and run again"
            .formatted(address, why));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
