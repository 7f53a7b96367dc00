package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/**
 * {@code POST …/audio/transcriptions} as OpenAI has it. It is asked for {@code verbose_json} with
 * times, which not every model and server can: one that refuses is asked for plain JSON.
 */
final class OpenAiDialect implements Dialect {
  private final Service service;
  private final URI url;
  private final String keyHeader;
  private final String keyPrefix;
  private boolean verbose;

  private OpenAiDialect(Service service, URI url, String keyHeader, String keyPrefix) {
    this.service = service;
    this.url = url;
    this.keyHeader = keyHeader;
    this.keyPrefix = keyPrefix;
    this.verbose = !service.model().startsWith("gpt-"); // those know no times
  }

  static OpenAiDialect openAi(Service service) {
    URI url = URI.create(service.url() + "/audio/transcriptions");
    return new OpenAiDialect(service, url, "Authorization", "Bearer ");
  }

  /**
   * @param version of Azure's API
   */
  static OpenAiDialect azure(Service service, String version) {
    URI url =
        URI.create(
            "%s/openai/deployments/%s/audio/transcriptions?api-version=%s"
                .formatted(service.url(), service.model(), version));
    return new OpenAiDialect(service, url, "api-key", "");
  }

  @Override
  public HttpRequest request(AudioSegment piece, RecognitionOptions options) {
    Multipart form =
        new Multipart()
            .wav("file", Wav.of(piece.samples()))
            .field("model", service.model())
            .field("temperature", "0")
            .field("response_format", verbose ? "verbose_json" : "json");
    if (verbose) {
      form.field("timestamp_granularities[]", "segment");
      form.field("timestamp_granularities[]", "word");
    }
    options
        .language()
        .ifPresent(tag -> form.field("language", Locale.forLanguageTag(tag).getLanguage()));
    if (!options.prompt().isBlank()) {
      form.field("prompt", options.prompt());
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "application/json");
    service.key().ifPresent(key -> request.header(keyHeader, keyPrefix + key));
    return form.post(request).build();
  }

  @Override
  public Answer read(ServerAnswer answer, AudioSegment piece) throws Fault {
    return VerboseJson.read(answer, piece);
  }

  @Override
  public boolean simplify() {
    boolean can = verbose;
    verbose = false;
    return can;
  }
}
