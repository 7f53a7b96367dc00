package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.http.Backoff;
import java.net.URI;
import java.util.Optional;

/** What a status means that is no success: each case its own sentence. */
final class Refusals {
  private Refusals() {}

  static Fault of(ServerAnswer answer, Service service) {
    int status = answer.status();
    if (answer.mentions("insufficient_quota")) {
      return Fault.lasting("The account at %s has no credit left: see to its billing.");
    }
    if (isTooLong(answer)) {
      return Fault.lasting(
          "%%s takes no recording as long as %.0f s at once: set '%s' to less."
              .formatted(service.seconds(), RemoteSettings.SECONDS));
    }
    if (isUnknownModel(answer)) {
      return Fault.lasting("%%s has no model '%s'.".formatted(service.model()));
    }
    return switch (status) {
      case 401, 403 ->
          Fault.lasting(
              service.key().isPresent()
                  ? "%s refuses the key (status " + status + "): give the right one."
                  : "%s wants a key (status " + status + "): give it with the setting 'key'.");
      case 404, 405 ->
          Fault.lasting(
              "%s recognizes no speech at this address (status "
                  + status
                  + "): correct the setting 'url'.");
      case 408, 504 ->
          Fault.again(
              "%s took too long (status " + status + "): try later, or take a smaller model.",
              Backoff.asked(answer.headers()),
              null);
      case 415 -> Fault.lasting("%s takes no WAV file (status 415): correct the setting 'url'.");
      case 429 ->
          Fault.again(
              "%s has too much to do (status 429): try later.",
              Backoff.asked(answer.headers()), null);
      default -> other(answer);
    };
  }

  private static Fault other(ServerAnswer answer) {
    int status = answer.status();
    if (status / 100 == 3) {
      return Fault.lasting(
          "%s sends on to "
              + elsewhere(answer)
              + ", which gets neither the key nor the recording: if that is right, name it in the"
              + " setting 'url'.");
    }
    if (status / 100 == 5) {
      return Fault.again(
          "%s has failed (status " + status + "): try later; its own log says why.",
          Backoff.asked(answer.headers()),
          null);
    }
    return Fault.misunderstood(
        "%s does not understand what it is asked (status "
            + status
            + "): see whether the settings 'url' and 'model' are right.");
  }

  private static boolean isTooLong(ServerAnswer answer) {
    return answer.status() == 413
        || answer.status() == 400
            && (answer.mentions("maximum content size")
                || answer.mentions("too large")
                || answer.mentions("too long")
                || answer.mentions("audio duration", "longer"));
  }

  private static boolean isUnknownModel(ServerAnswer answer) {
    return answer.status() / 100 == 4
        && (answer.mentions("model_not_found")
            || answer.mentions("deploymentnotfound")
            || answer.mentions("invalid model")
            || answer.mentions("unknown model")
            || answer.mentions("model", "not found")
            || answer.mentions("model", "does not exist"));
  }

  private static String elsewhere(ServerAnswer answer) {
    Optional<String> host =
        answer
            .headers()
            .firstValue("Location")
            .filter(it -> it.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/.*)?"))
            .map(it -> URI.create(it.replaceFirst("(//[^/]*).*", "$1")).getRawAuthority());
    return host.orElse("another address");
  }
}
