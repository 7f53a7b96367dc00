package io.github.ambientgpt.api.lambient;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * A note, or a sentence that says why there is none, and 200 for both: the predecessor's page puts
 * an invented note in the place of any other status.
 */
@Hidden // it is the predecessor's interface
@RestController
class LambientNotesController {
  private static final int LARGEST = 4 << 20;

  private final LambientNotes notes;
  private final JsonMapper json;

  record Written(String note) {
    /** Without the note. */
    @Override
    public String toString() {
      return "Written";
    }
  }

  LambientNotesController(LambientNotes notes, JsonMapper json) {
    this.notes = notes;
    this.json = json;
  }

  @PostMapping({"/notes", "/api/notes"})
  Written write(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw Refusal.of(
          List.of(
              new Refusal.Fault(
                  "string_too_long",
                  List.of("body"),
                  "The request should have at most 4 MB",
                  null)));
    }
    return new Written(notes.write(NotesRequest.read(body, json)));
  }
}
