package io.github.ambientgpt.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
  @Test
  void what_is_well_is_read_without_the_blanks_around_it() {
    SettingsReader reader =
        new SettingsReader(
            Settings.of("model", " m:7b ")
                .with("deployment", "scribe-1")
                .with("retries", " 3 ")
                .with("temperature", "0.5")
                .with("plain-http", "true")
                .with("mode", "short")
                .with("url", "https://a.example/"));

    assertThat(reader.word("model")).contains("m:7b");
    assertThat(reader.plainWord("deployment")).contains("scribe-1");
    assertThat(reader.number("retries", 0, 10, 1)).isEqualTo(3);
    assertThat(reader.decimal("temperature", 0, 2, 0)).isEqualTo(0.5);
    assertThat(reader.flag("plain-http")).isTrue();
    assertThat(reader.choice("mode", List.of("fast", "short"))).isEqualTo("short");
    assertThat(reader.address("url", "").orElseThrow().url())
        .isEqualTo(URI.create("https://a.example"));
    assertThatCode(reader::requireNoFaults).doesNotThrowAnyException();
  }

  @Test
  void what_is_not_given_is_what_it_is_otherwise() {
    SettingsReader reader = new SettingsReader(Settings.NONE);

    assertThat(reader.word("model")).isEmpty();
    assertThat(reader.number("retries", 0, 10, 1)).isEqualTo(1);
    assertThat(reader.flag("plain-http")).isFalse();
    assertThat(reader.choice("mode", List.of("fast", "short"))).isEqualTo("fast");
    assertThat(reader.address("url", "")).isEmpty();
    assertThat(reader.address("url", "http://localhost:1")).isPresent();
    assertThat(reader.faults()).isEmpty();
  }

  @Test
  void all_faults_are_told_at_once_each_of_them_once() {
    SettingsReader reader =
        new SettingsReader(
            Settings.of("modle", "m").with("retries", "11").with("mode", "slow").with("flag", "y"));
    reader.requireKnown("openai", Set.of("retries", "mode", "flag"));
    reader.number("retries", 0, 10, 1);
    reader.number("retries", 0, 10, 1);
    reader.choice("mode", List.of("fast", "short"));
    reader.flag("flag");

    assertThat(reader.faults()).hasSize(4);
    assertThatThrownBy(reader::requireNoFaults)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("'modle'", "from 0 to 10, not '11'", "fast or short", "'flag'");
  }

  @Test
  void an_address_or_a_word_that_is_none_is_named_and_not_shown() {
    SettingsReader reader =
        new SettingsReader(Settings.of("url", "http://u:s3cret@a").with("key", "s3cret key"));

    assertThat(reader.address("url", "http://localhost")).isEmpty();
    assertThat(reader.word("key")).isEmpty();
    assertThat(reader.faults()).hasSize(2).noneMatch(fault -> fault.message().contains("s3cret"));
  }

  @Test
  void what_a_person_gives_before_it_is_clear_who_will_listen_is_no_fault() {
    SettingsReader reader =
        new SettingsReader(Settings.of(Settings.KEY, "secret").with("foo", "bar"));

    reader.requireKnown("sphinx", Set.of());

    assertThat(reader.faults())
        .containsExactly(
            new SettingFault(
                "foo", "The provider 'sphinx' does not know the setting 'foo'. It has none."));
  }
}
