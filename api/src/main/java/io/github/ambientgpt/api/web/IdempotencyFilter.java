package io.github.ambientgpt.api.web;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a POST with an Idempotency-Key to {@link Idempotency}. Not for a body that is streamed: a
 * recording is known again by its digest.
 */
@Component
@Order(100)
class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;
  private static final int LARGEST_BODY = 21 << 20;
  private static final List<String> KEPT_HEADERS = List.of("Location", "ETag", "Content-Type");

  private final Idempotency idempotency;
  private final ProblemWriter problems;

  IdempotencyFilter(Idempotency idempotency, ProblemWriter problems) {
    this.idempotency = idempotency;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return request.getHeader(HEADER) == null
        || !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/v1/")
        || (type != null && !type.startsWith("application/json") && !type.startsWith("text/plain"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    String key = request.getHeader(HEADER);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      refuse(
          response,
          ProblemType.INVALID_REQUEST,
          "Idempotency-Key has 1 to %d characters.".formatted(LONGEST_KEY));
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, ProblemType.TOO_LARGE, "This is larger than the 20 MB that are taken.");
      return;
    }
    try {
      Idempotency.Answer answer =
          idempotency.once(
              key, digest(request, body), () -> answer(request, body, response, chain));
      response.setStatus(answer.status());
      answer.headers().forEach(response::setHeader);
      response.getOutputStream().write(answer.body());
    } catch (RuntimeException e) {
      problems.write(response, Problem.of(e));
    }
  }

  private static Idempotency.Answer answer(
      HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain) {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    try {
      chain.doFilter(new Reread(request, body), kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String name : KEPT_HEADERS) {
      String value = name.equals("Content-Type") ? kept.getContentType() : kept.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new Idempotency.Answer(kept.getStatus(), headers, kept.getContentAsByteArray());
  }

  private static String digest(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String line = request.getRequestURI() + "?" + request.getQueryString() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private void refuse(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    problems.write(response, Problem.of(type, detail, List.of()));
  }

  /** The request with its body once more. */
  private static final class Reread extends HttpServletRequestWrapper {
    private final ByteArrayInputStream body;

    Reread(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new ByteArrayInputStream(body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        @Override
        public int read() {
          return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
          return body.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
          return body.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException();
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
