package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognizes speech with OpenAI, or any server that imitates its {@code /audio/transcriptions}.
 * Settings: {@code url} ({@value #DEFAULT_URL}), {@code key}, {@code model} ({@value
 * #DEFAULT_MODEL}), and those of {@link RemoteSettings} that are for all.
 *
 * @since 0.1.0
 */
public final class OpenAiProvider extends RemoteProvider {
  static final String ID = "openai";
  static final String DEFAULT_URL = "https://api.openai.com/v1";
  static final String DEFAULT_MODEL = "whisper-1";

  public OpenAiProvider() {
    super(ID, "OpenAI's speech recognition, or a server that imitates it");
  }

  @Override
  Optional<String> url(Settings settings) {
    return settings.get(Settings.URL).or(() -> Optional.of(DEFAULT_URL));
  }

  @Override
  String howToNameTheAddress() {
    return "Say with the setting 'url' where it answers, as in " + DEFAULT_URL + ".";
  }

  /** OpenAI's own server wants one; of the others nobody knows. */
  @Override
  Optional<String> howToGetAKey(URI url) {
    return url.getHost().endsWith("openai.com")
        ? Optional.of(
            "Make a key at platform.openai.com, and give it with the setting 'key' (on the command"
                + " line: the variable AMBIENT_GPT_ASR_KEY).")
        : Optional.empty();
  }

  @Override
  Optional<HttpRequest> look(Service service) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + "/models"));
    service.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return Optional.of(request.build());
  }

  @Override
  String model(Settings settings) {
    return settings.get(Settings.MODEL).map(String::strip).orElse(DEFAULT_MODEL);
  }

  @Override
  Function<Service, Dialect> dialects(SettingsReader reader) {
    return OpenAiDialect::openAi;
  }
}
