package io.github.ambientgpt.release.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortalTest {
  private static final ThrowAwayKey KEY = ThrowAwayKey.make();
  private static final String TOKEN =
      "UserToken " + Base64.getEncoder().encodeToString("name:password".getBytes(UTF_8));

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Portal portal;

  @BeforeEach
  void start() throws IOException {
    portal = new Portal(0, folder, new Signatures(KEY.publicKey()));
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void publishesABundleThatIsInOrder() throws Exception {
    JsonNode status = publish(new SampleBundle(KEY, "1.0"));

    assertThat(status.get("deploymentState").asString()).isEqualTo("PUBLISHED");
    assertThat(status.get("purls").toString()).isEqualTo("[\"pkg:maven/org.example/sample@1.0\"]");
    assertThat(folder.resolve("org/example/sample/1.0/sample-1.0.jar")).hasContent("classes");
  }

  @Test
  void publishesABomWithoutAnyJar() throws Exception {
    SampleBundle bom =
        new SampleBundle(KEY, "1.0")
            .pomWith("<name>", "<packaging>pom</packaging><name>")
            .without(".jar")
            .without("-sources.jar")
            .without("-javadoc.jar");

    assertThat(publish(bom).get("deploymentState").asString()).isEqualTo("PUBLISHED");
  }

  @Test
  void keepsAValidatedBundleBackUntilAPersonPublishesIt() throws Exception {
    String id = upload(new SampleBundle(KEY, "1.0").zip(), TOKEN, "USER_MANAGED").body();

    assertThat(status(id).get("deploymentState").asString()).isEqualTo("VALIDATED");
    assertThat(folder).isEmptyDirectory();
  }

  static Stream<Arguments> refusals() {
    byte[] foreign = ThrowAwayKey.make().sign("classes".getBytes(UTF_8));
    byte[] other = KEY.sign("other classes".getBytes(UTF_8));
    return Stream.of(
        refusal("Project name is missing", b -> b.pomWith("<name>Sample</name>", "")),
        refusal(
            "Project description is missing",
            b -> b.pomWith("<description>A sample.</description>", "")),
        refusal("Project url is missing", b -> b.pomWith("<url>https://example.org</url>", "")),
        refusal(
            "Project licenses/license/name is missing",
            b -> b.pomWith("<license><name>Apache-2.0</name></license>", "")),
        refusal(
            "Project developers/developer is missing",
            b -> b.pomWith("<developer><name>Someone</name></developer>", "")),
        refusal(
            "Project scm/url is missing",
            b -> b.pomWith("<scm><url>https://example.org/scm</url></scm>", "")),
        refusal("The POM cannot be read", b -> b.with(".pom", "<project>")),
        refusal(
            "The POM's coordinate is not its folder's",
            b -> b.pomWith("<artifactId>sample<", "<artifactId>simple<")),
        refusal(
            "The POM still holds ${revision}",
            b ->
                b.pomWith(
                    "<version>1.0</version></dependency>",
                    "<version>${revision}</version></dependency>")),
        refusal(
            "Dependency version information is missing: other",
            b -> b.pomWith("<version>1.0</version></dependency>", "</dependency>")),
        refusal(
            "Dependency on a SNAPSHOT: other",
            b ->
                b.pomWith(
                    "<version>1.0</version></dependency>",
                    "<version>1.0-SNAPSHOT</version></dependency>")),
        refusal("does NOT have a .pom file", b -> b.without(".pom")),
        refusal("The main jar is missing", b -> b.without(".jar")),
        refusal("Sources must be provided", b -> b.without("-sources.jar")),
        refusal("Javadocs must be provided", b -> b.without("-javadoc.jar")),
        refusal("Missing signature for file: sample-1.0.jar", b -> b.withoutOnly(".jar.asc")),
        refusal("Invalid signature for file: sample-1.0.jar", b -> b.only(".jar.asc", other)),
        refusal("Invalid signature for file: sample-1.0.jar", b -> b.only(".jar.asc", foreign)),
        refusal(
            "Invalid signature for file: sample-1.0.jar",
            b -> b.only(".jar.asc", "no signature".getBytes(UTF_8))),
        refusal("Missing md5 checksum for file: sample-1.0.jar", b -> b.withoutOnly(".jar.md5")),
        refusal("Missing sha1 checksum for file: sample-1.0.jar", b -> b.withoutOnly(".jar.sha1")),
        refusal(
            "Invalid checksum: sample-1.0.jar.md5", b -> b.only(".jar.md5", "00".getBytes(UTF_8))),
        refusal(
            "Invalid checksum: sample-1.0.jar.sha1",
            b -> b.only(".jar", "changed".getBytes(UTF_8))),
        refusal(
            "Invalid checksum: sample-1.0.jar.sha256",
            b -> b.only(".jar.sha256", "00".getBytes(UTF_8))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refuses(String fault, UnaryOperator<SampleBundle> spoil) throws Exception {
    JsonNode status = publish(spoil.apply(new SampleBundle(KEY, "1.0")));

    assertThat(status.get("deploymentState").asString()).isEqualTo("FAILED");
    assertThat(status.get("errors").get("pkg:maven/org.example/sample@1.0").toString())
        .contains(fault);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesASnapshot() throws Exception {
    JsonNode status = publish(new SampleBundle(KEY, "1.0-SNAPSHOT"));

    assertThat(status.get("errors").toString()).contains("Version cannot be a SNAPSHOT");
  }

  @Test
  void refusesACoordinateThatIsAlreadyThere() throws Exception {
    publish(new SampleBundle(KEY, "1.0"));

    JsonNode again = publish(new SampleBundle(KEY, "1.0").with(".jar", "other classes"));

    assertThat(again.get("errors").toString()).contains("already exists");
    assertThat(folder.resolve("org/example/sample/1.0/sample-1.0.jar")).hasContent("classes");
  }

  @Test
  void saysWhetherACoordinateIsPublished() throws Exception {
    publish(new SampleBundle(KEY, "1.0"));

    assertThat(get("published?namespace=org.example&name=sample&version=1.0").body())
        .isEqualTo("{\"published\":true}");
    assertThat(get("published?namespace=org.example&name=sample&version=1.1").body())
        .isEqualTo("{\"published\":false}");
  }

  @Test
  void refusesAnUploadWithoutAToken() throws Exception {
    assertThat(
            upload(new SampleBundle(KEY, "1.0").zip(), "Basic bmFtZTpwYXNzd29yZA==", "AUTOMATIC")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void refusesWhatIsNoBundle() throws Exception {
    HttpResponse<String> answer = upload("no zip".getBytes(UTF_8), TOKEN, "AUTOMATIC");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("The bundle is empty");
  }

  private static Arguments refusal(String fault, UnaryOperator<SampleBundle> spoil) {
    return Arguments.of(fault, spoil);
  }

  private JsonNode publish(SampleBundle bundle) throws Exception {
    HttpResponse<String> answer = upload(bundle.zip(), TOKEN, "AUTOMATIC");
    assertThat(answer.statusCode()).isEqualTo(201);
    return status(answer.body());
  }

  private HttpResponse<String> upload(byte[] zip, String token, String type) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        "--limit\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"b.zip\"\r\n\r\n"
            .getBytes(UTF_8));
    body.write(zip);
    body.write("\r\n--limit--\r\n".getBytes(UTF_8));
    return client.send(
        request("upload?name=sample&publishingType=" + type)
            .setHeader("Authorization", token)
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode status(String id) throws Exception {
    HttpRequest request = request("status?id=" + id).POST(BodyPublishers.noBody()).build();
    return JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.address().resolve("/api/v1/publisher/" + path))
        .header("Authorization", TOKEN);
  }
}
