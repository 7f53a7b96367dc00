package io.github.ambientgpt.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.error.UnknownNameException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private final Providers<String, Provider<String>> providers =
      new Providers<>(
          "recognizer",
          List.of(new Named("whisper", Readiness.of()), new Named("azure", missing())));

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> providers.get("wisper"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessage("There is no recognizer 'wisper'. There is: azure, whisper.");
  }

  @Test
  void whatIsNotReadySaysHowToGetIt() {
    assertThatThrownBy(() -> providers.create("azure", Settings.NONE))
        .isInstanceOf(NotReadyException.class)
        .hasMessage("The recognizer 'azure' is not ready. Set AZURE_KEY.");
  }

  @Test
  void whatIsReadyIsMade() {
    assertThat(providers.create("whisper", Settings.NONE)).isEqualTo("whisper");
  }

  @Test
  void twoOfOneNameAreRefused() {
    Named twin = new Named("whisper", Readiness.of());

    assertThatThrownBy(() -> new Providers<>("recognizer", List.of(twin, twin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'whisper'");
  }

  @Test
  void noneAtAllSaysSo() {
    Providers<String, Provider<String>> none = new Providers<>("language model", List.of());

    assertThatThrownBy(() -> none.get("ollama")).hasMessageContaining("none is installed");
  }

  @Test
  void settingsNeverPrintTheirValues() {
    assertThat(Settings.of(Settings.KEY, "s3cret").with(Settings.URL, "http://u:p@h"))
        .hasToString("Settings[key, url]");
  }

  private static Readiness missing() {
    return Readiness.of(Need.missing("a key", "Set AZURE_KEY."));
  }

  private record Named(String id, Readiness readiness) implements Provider<String> {
    @Override
    public String summary() {
      return id;
    }

    @Override
    public Readiness check(Settings settings) {
      return readiness;
    }

    @Override
    public String create(Settings settings) {
      return id;
    }
  }
}
