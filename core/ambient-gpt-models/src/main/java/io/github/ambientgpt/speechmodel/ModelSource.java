package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.http.Backoff;
import io.github.ambientgpt.core.http.Clients;
import io.github.ambientgpt.core.http.Proxies;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where models are downloaded from, and how.
 *
 * @param mirror a folder on a server that has the catalogue's files by their names; empty for each
 *     model's publisher
 * @param client follows redirects, but never from TLS to none
 * @param patience how long a server may be silent
 * @param backoff how often is tried without a single byte more
 * @since 0.1.0
 */
public record ModelSource(
    Optional<URI> mirror, HttpClient client, Duration patience, Backoff backoff) {
  /** The environment variable that names a mirror. */
  public static final String MIRROR = "AMBIENT_GPT_MODELS_MIRROR";

  public ModelSource {
    Objects.requireNonNull(mirror, "mirror");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(backoff, "backoff");
  }

  /**
   * @param mirror a URL; empty for that which {@value #MIRROR} names, if any
   * @param environment also of the proxies, see {@link Proxies}
   * @throws InvalidInputException when one of them is no URL
   */
  public static ModelSource of(Optional<String> mirror, Map<String, String> environment) {
    return new ModelSource(
        mirror
            .or(() -> Optional.ofNullable(environment.get(MIRROR)))
            .filter(url -> !url.isBlank())
            .map(ModelSource::parse),
        Clients.following(Proxies.of(environment)),
        Duration.ofMinutes(1),
        Backoff.DEFAULT);
  }

  private static URI parse(String mirror) {
    try {
      URI url = URI.create(mirror.endsWith("/") ? mirror.strip() : mirror.strip() + "/");
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (url.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new InvalidInputException(
        "The mirror of models is not a URL: give one such as https://mirror.example/models/.");
  }

  URI url(SpeechModel model) {
    return mirror.map(folder -> folder.resolve(model.file())).orElse(model.url());
  }
}
