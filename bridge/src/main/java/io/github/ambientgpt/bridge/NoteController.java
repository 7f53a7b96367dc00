package io.github.ambientgpt.bridge;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The bridge's one route, with the statuses and bodies that its clients know. */
@RestController
class NoteController {
  private final Ollama ollama;

  NoteController(Ollama ollama) {
    this.ollama = ollama;
  }

  record NoteAnswer(String note) {}

  record ErrorAnswer(String error) {}

  @PostMapping("/generate_note")
  ResponseEntity<?> generate(@RequestBody NoteRequest request) {
    if (request.prompt().isEmpty()) {
      return error(HttpStatus.BAD_REQUEST, "No prompt provided");
    }
    return ResponseEntity.ok(new NoteAnswer(ollama.generate(request)));
  }

  @ExceptionHandler
  ResponseEntity<ErrorAnswer> upstream(UpstreamException e) {
    return error(
        e.late() ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.INTERNAL_SERVER_ERROR, e.getMessage());
  }

  /** 500, as ever: a client that looks at the status expects it. */
  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    HttpMediaTypeNotSupportedException.class
  })
  ResponseEntity<ErrorAnswer> unreadable() {
    return error(HttpStatus.INTERNAL_SERVER_ERROR, "The request is not JSON with a prompt");
  }

  private static ResponseEntity<ErrorAnswer> error(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(new ErrorAnswer(message));
  }
}
