package io.github.ambientgpt.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What every provider promises. Extend one of the subclasses, not this.
 *
 * @param <T> what it makes
 * @since 0.1.0
 */
public abstract class ProviderContract<T extends AutoCloseable> {
  private static final String SECRET = "s3cret-that-must-not-be-shown";

  private final Class<? extends Provider<T>> kind;

  ProviderContract(Class<? extends Provider<T>> kind) {
    this.kind = kind;
  }

  protected abstract Provider<T> provider();

  /** Settings with which the provider is ready; skip the test when this machine cannot be. */
  protected abstract Settings ready();

  /** Settings with which it lacks something; empty when it never lacks anything. */
  protected abstract Optional<Settings> lacking();

  @Test
  void isFoundByTheServiceLoaderUnderItsId() {
    assertThat(ServiceLoader.load(kind))
        .extracting(Provider::id)
        .as("put the class's name into META-INF/services/%s", kind.getName())
        .contains(provider().id());
  }

  @Test
  void hasAnIdOfLowerCaseLettersDigitsAndHyphens() {
    assertThat(provider().id()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void sumsItselfUpInOneLine() {
    assertThat(provider().summary()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void checksTheSameTwiceAndCheaply() {
    Settings settings = lacking().orElse(Settings.NONE);
    Readiness first = provider().check(settings);
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 20; i++) {
            assertThat(provider().check(settings)).isEqualTo(first);
          }
        });
  }

  @Test
  void saysHowToGetWhatItLacks() {
    Readiness readiness = provider().check(lacking().orElse(Settings.NONE));

    assertThat(readiness.ready()).isEqualTo(lacking().isEmpty());
    assertThat(readiness.needs())
        .filteredOn(need -> !need.met())
        .extracting(Need::detail)
        .as("a remedy is a sentence")
        .allMatch(remedy -> remedy.strip().matches("(?s)\\p{Lu}.{10,}[.]"));
  }

  @Test
  void refusesToCreateWhenItLacksSomething() {
    lacking()
        .ifPresent(
            settings ->
                assertThatThrownBy(() -> provider().create(settings))
                    .isInstanceOf(NotReadyException.class)
                    .message()
                    .isNotBlank());
  }

  @Test
  void createsWhenItIsReady() throws Exception {
    Settings settings = ready();

    assertThat(provider().check(settings).ready()).as(provider().check(settings).remedy()).isTrue();
    T made = provider().create(settings);
    assertThat(made).isNotNull();
    made.close();
  }

  @Test
  void findsNoFaultWithSettingsThatItIsReadyWith() {
    assertThat(provider().faults(ready())).isEmpty();
  }

  @Test
  void findsFaultOnlyWithSettingsThatItWasGivenAndShowsNoSecret() {
    Settings settings = ready().with(Settings.KEY, SECRET).with("no-such-setting", SECRET);

    assertThat(provider().faults(settings))
        .extracting(SettingFault::setting)
        .isSubsetOf(settings.values().keySet());
    assertThat(provider().faults(settings).toString()).doesNotContain(SECRET);
  }

  @Test
  void showsNoSecret() {
    Settings settings = lacking().orElse(Settings.NONE).with(Settings.KEY, SECRET);

    assertThat(provider().check(settings).toString()).doesNotContain(SECRET);
    assertThat(provider().toString()).doesNotContain(SECRET);
  }
}
