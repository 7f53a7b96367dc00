package io.github.ambientgpt.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the settings. */
class ProvidersTest {
  private static Settings settings(Played played) {
    return Settings.of(Settings.MODEL, "m")
        .with(Settings.URL, "https://127.0.0.1")
        .with(Settings.KEY, "k");
  }

  private static void assertRefused(Played played, Settings settings, String... words) {
    assertThatThrownBy(() -> played.provider.create(settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
    assertThat(played.provider.check(settings).ready()).isFalse();
    assertThat(played.provider.check(settings).remedy()).contains(words);
  }

  @ParameterizedTest
  @EnumSource
  void a_setting_that_the_provider_does_not_know_is_named(Played played) {
    assertRefused(
        played,
        settings(played).with("tempreature", "1"),
        "'tempreature'",
        "'" + played.provider.id() + "'",
        "temperature");
  }

  @ParameterizedTest
  @EnumSource
  void what_one_provider_needs_another_does_not_take(Played played) {
    if (played != Played.AZURE) {
      assertRefused(played, settings(played).with("deployment", "d"), "'deployment'");
    } else {
      assertThat(played.provider.check(settings(played).with("deployment", "d")).ready()).isTrue();
    }
  }

  static Stream<Arguments> wrongNumbers() {
    return Stream.of(Played.values())
        .flatMap(
            played ->
                Stream.of(
                    Arguments.of(played, "context", "4k"),
                    Arguments.of(played, "context", "0"),
                    Arguments.of(played, "context", "99999999999999"),
                    Arguments.of(played, "timeout", "-1"),
                    Arguments.of(played, "timeout", "1.5"),
                    Arguments.of(played, "retries", "11"),
                    Arguments.of(played, "temperature", "hot"),
                    Arguments.of(played, "temperature", "2.1"),
                    Arguments.of(played, "temperature", "NaN"),
                    Arguments.of(played, "plain-http", "yes")));
  }

  @ParameterizedTest
  @MethodSource("wrongNumbers")
  void a_value_that_cannot_be_is_named(Played played, String name, String value) {
    assertRefused(played, settings(played).with(name, value), "'" + name + "'", "'" + value + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:11434",
        "ftp://host",
        "http://",
        "http://user:pa55@host",
        "https://host/?key=pa55",
        "http://a b",
        "nonsense"
      })
  void an_address_that_is_none_is_refused_and_not_repeated(String url) {
    for (Played played : Played.values()) {
      Settings settings = settings(played).with(Settings.URL, url);

      assertRefused(played, settings, "'url'", "http://");
      assertThat(played.provider.check(settings).remedy()).doesNotContain("pa55");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_key_does_not_travel_unencrypted_to_another_machine(Played played) {
    Settings plain = settings(played).with(Settings.URL, "http://ollama.clinic.example:80");

    assertThat(played.provider.check(plain).remedy())
        .contains("unencrypted", "ollama.clinic.example");
    assertThat(played.provider.check(plain.with("plain-http", "true")).ready()).isTrue();
    assertThat(played.provider.check(plain.with(Settings.KEY, "")).remedy())
        .doesNotContain("unencrypted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1", "http://127.0.0.1", "http://[::1]:80", "https://a.b"})
  void this_machine_and_an_encrypted_way_are_safe(String url) {
    assertThat(
            Played.OPENAI.provider.check(settings(Played.OPENAI).with(Settings.URL, url)).ready())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ollama, false",
    "openai, false",
    "azure, false",
    "bridge, true",
  })
  void only_the_bridge_needs_nothing(String id, boolean ready) {
    LanguageModelProvider provider =
        Stream.of(Played.values())
            .map(played -> played.provider)
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(provider.check(Settings.NONE).ready()).isEqualTo(ready);
    assertThat(provider.remote()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"https://api.openai.com/v1, false", "https://llm.clinic.example/v1, true"})
  void openai_wants_a_key_and_others_may_not(String url, boolean ready) {
    Settings settings = Settings.of(Settings.MODEL, "gpt-4o").with(Settings.URL, url);

    assertThat(Played.OPENAI.provider.check(settings).ready()).isEqualTo(ready);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "two words", "naïve"})
  void a_key_that_is_no_key_is_refused_and_not_repeated(String key) {
    for (Played played : Played.values()) {
      assertRefused(played, settings(played).with(Settings.KEY, key), "'key'");
      assertThat(played.provider.check(settings(played).with(Settings.KEY, key)).toString())
          .doesNotContain(key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.openai.azure.com/openai/deployments/scribe/chat/completions"})
  void azures_whole_address_is_too_much(String url) {
    assertThat(Played.AZURE.provider.check(settings(Played.AZURE).with(Settings.URL, url)).remedy())
        .contains("endpoint alone");
  }
}
