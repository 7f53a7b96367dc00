package io.github.ambientgpt.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.spring.AmbientGptAutoConfiguration;
import io.github.ambientgpt.spring.ConfigurationFault;
import io.github.ambientgpt.spring.ConfigurationFaultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/** What each property of the service is told when it is set wrong. */
class ConfigurationTest {
  /** Property, value, a word of what is wrong, a word of what to set. */
  private static final String FAULTS =
      """
      ambient-gpt.lambient.enabled            | maybe           | no 'maybe'               | auto or true or false
      ambient-gpt.lambient.live-sessions      | 0               | It is 0                  | 1 or more
      ambient-gpt.live.lag-seconds            | 4000            | It is 4000               | 1 to 3600
      ambient-gpt.live.recognizer             | voks            | no 'voks'                | vosk or whisper
      ambient-gpt.live.sessions               | many            | It is 'many'             | a whole number
      ambient-gpt.login.idle                  | soon            | It is 'soon'             | such as 30s, 15m or 12h
      ambient-gpt.login.longest               | 3s              | It is PT3S               | 1m or more
      ambient-gpt.login.mode                  | none            | It is 'none'             | local or password or oidc
      ambient-gpt.login.oidc.roles.doctor     | gps             | It is 'doctor'           | clinician
      ambient-gpt.login.setup-code            | s3cret          | guessed                  | 12 characters
      ambient-gpt.recordings.decoder-cpu      | 10ms            | PT0.01S                  | 1s or more
      ambient-gpt.recordings.decoder-memory   | 64MB            | 67108864B                | 128MB or more
      ambient-gpt.recordings.max-duration     | 12 hours        | It is '12 hours'         | such as 30s, 15m or 12h
      ambient-gpt.recordings.max-size         | 4 gigabytes     | It is '4 gigabytes'      | such as 512MB or 4GB
      ambient-gpt.retention.audio             | 3h              | PT3H                     | 1d or more
      ambient-gpt.retention.transcript        | -30d            | PT-720H                  | 1d or more
      ambient-gpt.retention.unsigned-note     | never           | It is 'never'            | such as 30s, 15m or 12h
      ambient-gpt.signing.policy              | lax             | It is 'lax'              | strict or warn
      ambient-gpt.speech.at-once              | -1              | It is -1                 | 0 or more
      ambient-gpt.speech.idle                 | 0s              | PT0S                     | 1s or more
      ambient-gpt.speech.max-size             | 0               | 0B                       | 1KB or more
      ambient-gpt.speech.patience             | 0s              | PT0S                     | 1s or more
      ambient-gpt.storage.database.connections| 0               | It is 0                  | 1 to 1000
      ambient-gpt.storage.database.url        | mysql://s3cret@db| no address of a PostgreSQL | such as jdbc:postgresql""";

  /** Whatever is set is right, as far as can be known before something is opened. */
  private static final Set<String> ANY_TEXT =
      Set.of(
          "ambient-gpt.lambient.endpoint-hosts",
          "ambient-gpt.login.name",
          "ambient-gpt.login.oidc.audience",
          "ambient-gpt.login.oidc.client-secret",
          "ambient-gpt.login.oidc.groups-claim",
          "ambient-gpt.login.oidc.name-claim",
          "ambient-gpt.login.oidc.scopes",
          "ambient-gpt.login.oidc.username-claim",
          "ambient-gpt.metrics.token",
          "ambient-gpt.storage.database.password",
          "ambient-gpt.storage.database.username",
          "ambient-gpt.storage.s3.region");

  /** Wrong only beside another, or for what is on the disk: see the tests by themselves. */
  private static final Set<String> BESIDE_ANOTHER =
      Set.of(
          "ambient-gpt.keys.file",
          "ambient-gpt.login.oidc.client-id",
          "ambient-gpt.login.oidc.issuer",
          "ambient-gpt.storage.folder",
          "ambient-gpt.storage.s3.access-key",
          "ambient-gpt.storage.s3.bucket",
          "ambient-gpt.storage.s3.endpoint",
          "ambient-gpt.storage.s3.secret-key");

  private final WebApplicationContextRunner runner =
      new WebApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(AmbientGptAutoConfiguration.class))
          .withPropertyValues("server.address=127.0.0.1");

  @TempDir Path folder;

  /** What is told of these. */
  private List<ConfigurationFault> told(String... properties) {
    ConfigurationFault[][] told = {{}};
    runner
        .withPropertyValues("ambient-gpt.keys.file=" + folder.resolve("master-key.json"))
        .withPropertyValues(properties)
        .run(
            context -> {
              if (context.getStartupFailure() != null) {
                assertThat(context).getFailure().isInstanceOf(ConfigurationFaultsException.class);
                told[0] =
                    ((ConfigurationFaultsException) context.getStartupFailure())
                        .faults()
                        .toArray(ConfigurationFault[]::new);
              }
            });
    return List.of(told[0]);
  }

  private static Stream<String[]> rows() {
    return FAULTS.lines().map(line -> line.split(" *\\| *"));
  }

  @Test
  void allFaultsAreToldAtOnceEachWithItsPropertyWhyAndWhatToSet() {
    List<ConfigurationFault> told =
        told(rows().map(row -> row[0] + "=" + row[1]).toArray(String[]::new));

    assertThat(told).hasSize((int) rows().count());
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(told)
                    .as(row[0])
                    .filteredOn(fault -> row[0].startsWith(name(fault)))
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.why()).contains(row[2]).endsWith(".");
                          assertThat(fault.remedy()).contains(row[3]).endsWith(".");
                          assertThat(fault.toString()).doesNotContain("s3cret");
                        }));
  }

  /** A property that is new needs a row, or a place among those that take any text. */
  @Test
  void everyPropertyOfTheServiceIsLookedAt() throws IOException {
    List<String> looked = rows().map(row -> row[0]).toList();
    Path own = Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json");
    assertThat(
            JsonMapper.shared()
                .readTree(Files.readString(own))
                .path("properties")
                .valueStream()
                .map(property -> property.path("name").asString()))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(
                        ANY_TEXT.contains(name)
                            || BESIDE_ANOTHER.contains(name)
                            || looked.stream().anyMatch(row -> row.startsWith(name)))
                    .as(name)
                    .isTrue());
  }

  /** Behind it stands where it was set. */
  private static String name(ConfigurationFault fault) {
    return fault.property().replaceFirst(" \\(.*", "");
  }

  private static void names(List<ConfigurationFault> told, String... properties) {
    assertThat(told).extracting(ConfigurationTest::name).containsExactlyInAnyOrder(properties);
  }

  @Test
  void aLoginThatLetsInNobodyOrEverybodyIsAFault() {
    names(
        told("ambient-gpt.login.mode=oidc"),
        "ambient-gpt.login.oidc.issuer",
        "ambient-gpt.login.oidc.client-id",
        "ambient-gpt.login.oidc.roles");
    names(
        told(
            "ambient-gpt.login.mode=oidc",
            "ambient-gpt.login.oidc.issuer=login.example.org",
            "ambient-gpt.login.oidc.client-id=notes",
            "ambient-gpt.login.oidc.roles.clinician=doctors"),
        "ambient-gpt.login.oidc.issuer");
    names(told("server.address=0.0.0.0"), "server.address");
    names(told("server.address="), "server.address");
    names(told("server.address=0.0.0.0", "ambient-gpt.login.mode=password"));
    names(
        told("ambient-gpt.login.idle=13h", "ambient-gpt.login.longest=12h"),
        "ambient-gpt.login.idle");
  }

  @Test
  void aPlaceWhereNothingCanBeKeptIsAFault() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    names(told("ambient-gpt.storage.folder=" + file), "ambient-gpt.storage.folder");
    names(
        told("ambient-gpt.storage.folder=" + file.resolve("below")), "ambient-gpt.storage.folder");
    names(told("ambient-gpt.storage.folder=" + folder.resolve("later").resolve("made")));
    names(
        told(
            "ambient-gpt.storage.folder=" + file,
            "ambient-gpt.storage.database.url=jdbc:postgresql://db/ambient",
            "ambient-gpt.storage.s3.bucket=b"));
    names(told("ambient-gpt.keys.file=" + folder), "ambient-gpt.keys.file");
    names(told("ambient-gpt.keys.file=" + file.resolve("key")), "ambient-gpt.keys.file");
  }

  @Test
  void whatIsSetByHalvesIsAFault() {
    names(
        told("ambient-gpt.storage.s3.endpoint=https://s3.example.org"),
        "ambient-gpt.storage.s3.bucket");
    names(
        told(
            "ambient-gpt.storage.s3.bucket=b",
            "ambient-gpt.storage.s3.endpoint=ftp://s3.example.org"),
        "ambient-gpt.storage.s3.endpoint");
    names(
        told("ambient-gpt.storage.s3.bucket=b", "ambient-gpt.storage.s3.access-key=k"),
        "ambient-gpt.storage.s3.secret-key");
    names(
        told("ambient-gpt.storage.s3.bucket=b", "ambient-gpt.storage.s3.secret-key=k"),
        "ambient-gpt.storage.s3.access-key");
    names(told("ambient-gpt.storage.s3.bucket=b"));
  }

  @Test
  void aMirrorOfModelsThatIsNoServerIsAFault() {
    for (String wrong : List.of("mirror.example/models", "ftp://mirror.example/", "http://a b/")) {
      names(told("AMBIENT_GPT_MODELS_MIRROR=" + wrong), "AMBIENT_GPT_MODELS_MIRROR");
    }
    names(told("AMBIENT_GPT_MODELS_MIRROR=https://mirror.example/models"));
    names(told("AMBIENT_GPT_MODELS_MIRROR="));
  }

  @Test
  void theSwitchOfThePredecessorsVariablesIsToldWithAllOthers() {
    names(
        told("ambient-gpt.predecessor-variables=perhaps", "ambient-gpt.live.sessions=0"),
        "ambient-gpt.predecessor-variables",
        "ambient-gpt.live.sessions");
  }
}
