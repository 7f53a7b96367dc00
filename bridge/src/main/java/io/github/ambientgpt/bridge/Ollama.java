package io.github.ambientgpt.bridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Ollama's generate route. */
@Component
class Ollama {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final RestClient client;

  Ollama(RestClient.Builder builder, BridgeSettings settings) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(settings.timeout());
    client = builder.baseUrl(settings.ollamaUrl().toString()).requestFactory(requests).build();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Question(
      String model, String prompt, String system, boolean stream, String format) {}

  private record Answer(String response) {}

  /**
   * What the model answers.
   *
   * @throws UpstreamException when it does not
   */
  String generate(NoteRequest request) {
    Question question =
        new Question(
            ModelNames.ollama(request.model()),
            request.prompt(),
            request.systemPrompt(),
            false,
            request.json() ? "json" : null);
    try {
      Answer answer =
          client.post().uri("/api/generate").body(question).retrieve().body(Answer.class);
      if (answer == null || answer.response() == null) {
        throw UpstreamException.failed("Ollama gave an answer without a response");
      }
      return answer.response();
    } catch (RestClientResponseException e) {
      throw UpstreamException.failed("Ollama API error: " + e.getStatusCode().value());
    } catch (ResourceAccessException e) {
      throw e.getCause() instanceof HttpTimeoutException
          ? UpstreamException.late("Ollama API timeout - model may be taking too long")
          : UpstreamException.failed("Ollama cannot be reached: start it, or set OLLAMA_URL");
    } catch (
        RestClientException e) { // what came is not what Ollama sends; its text may be clinical
      throw UpstreamException.failed("Ollama gave an answer that cannot be read");
    }
  }
}
