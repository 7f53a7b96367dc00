package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognizes speech with whisper.cpp's own server, {@code whisper-server}. Settings: {@code url},
 * {@code key} if something before it asks for one, and those of {@link RemoteSettings} that are for
 * all. The model is the one that the server was started with; the setting {@code model} only says
 * what transcripts call it.
 *
 * @since 0.1.0
 */
public final class WhisperServerProvider extends RemoteProvider {
  static final String ID = "whisper-server";

  public WhisperServerProvider() {
    super(ID, "whisper.cpp's server, on this machine or another");
  }

  @Override
  Optional<String> url(Settings settings) {
    return settings.get(Settings.URL);
  }

  @Override
  String howToNameTheAddress() {
    return "Start whisper.cpp's whisper-server, and say with the setting 'url' where it answers, as"
        + " in http://127.0.0.1:8080.";
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return Optional.empty();
  }

  @Override
  String model(Settings settings) {
    return settings.get(Settings.MODEL).map(String::strip).orElse("");
  }

  @Override
  Function<Service, Dialect> dialects(SettingsReader reader) {
    return WhisperServerDialect::new;
  }
}
