package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/**
 * {@code POST /inference} of whisper.cpp's own server. Its model is the one it was started with.
 * Without a language it takes English for granted, so it is told to find out.
 */
final class WhisperServerDialect implements Dialect {
  private static final String ANY = "auto";

  private final Service service;
  private final URI url;

  WhisperServerDialect(Service service) {
    this.service = service;
    this.url = URI.create(service.url() + "/inference");
  }

  @Override
  public HttpRequest request(AudioSegment piece, RecognitionOptions options) {
    Multipart form =
        new Multipart()
            .wav("file", Wav.of(piece.samples()))
            .field("temperature", "0")
            .field("response_format", "verbose_json")
            .field("no_language_probabilities", "true")
            .field(
                "language",
                options
                    .language()
                    .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                    .orElse(ANY));
    if (!options.prompt().isBlank()) {
      form.field("prompt", options.prompt());
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    service.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return form.post(request).build();
  }

  @Override
  public Answer read(ServerAnswer answer, AudioSegment piece) throws Fault {
    if (answer.text().contains("\"error\"") && answer.json().path("error").isString()) {
      throw Fault.lasting("%s could not read the recording: its own log says why.");
    }
    return VerboseJson.read(answer, piece);
  }
}
