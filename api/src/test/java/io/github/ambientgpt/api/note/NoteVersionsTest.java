package io.github.ambientgpt.api.note;

import static io.github.ambientgpt.api.note.NoteSteps.path;
import static io.github.ambientgpt.api.note.NoteSteps.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a note was, what changed, and how that is taken back. */
@ApiTest
class NoteVersionsTest {
  private final Service service;
  private final NoteSteps notes;

  NoteVersionsTest(@LocalServerPort int port) {
    service = Service.at(port);
    notes = new NoteSteps(service);
  }

  @Test
  void versionsTellWhatChanged() {
    Answer note = notes.draft();
    String id = statement(note, "cough").get("id").asString();
    service
        .ask("PATCH", path(note) + "/statements/" + id)
        .json("{\"text\": \"Dry cough for two weeks, worse at night.\"}")
        .ifMatch(note)
        .send()
        .is(200);

    Answer versions = service.get(path(note) + "/versions").is(200);
    Answer diff = service.get(path(note) + "/diff?from=1&to=2").is(200);

    assertThat(versions.json().get("items").findValuesAsString("cause"))
        .containsExactly("drafted", "edited");
    assertThat(diff.json().at("/changes/0/kind").asString()).isEqualTo("changed");
    assertThat(diff.json().at("/changes/0/statementId").asString()).isEqualTo(id);
    assertThat(diff.json().at("/changes/0/words").findValuesAsString("kind")).contains("added");
    assertThat(service.get(path(note) + "/versions/1").is(200).json().get("sections"))
        .isEqualTo(note.json().get("sections"));
    service.get(path(note) + "/versions/9").isProblem(404, "not-found");
  }

  @Test
  void whatChangedBetweenTwoVersionsIsTakenBackInOneRequest() {
    Answer note = notes.draft();
    String cough = statement(note, "cough").get("id").asString();
    String ibuprofen = statement(note, "ibuprofen").get("id").asString();
    String statements = path(note) + "/statements/";
    Answer removed = service.ask("DELETE", statements + cough).ifMatch(note).send().is(200);
    Answer edited =
        service
            .ask("PATCH", statements + ibuprofen)
            .json("{\"text\": \"Ibuprofen 600 mg twice a day.\"}")
            .ifMatch(removed)
            .send()
            .is(200);

    Answer reverted = revert(edited, 1, 2).is(200);

    assertThat(statement(reverted, "cough")).isEqualTo(statement(note, "cough"));
    assertThat(statement(reverted, "ibuprofen")).isEqualTo(statement(edited, "ibuprofen"));
    revert(edited, 2, 3).isProblem(412, "edit-conflict");
    assertThat(revert(reverted, 2, 3).is(200).json().get("sections"))
        .isEqualTo(note.json().get("sections"));
    assertThat(
            service.get(path(note) + "/versions").json().get("items").findValuesAsString("cause"))
        .containsExactly("drafted", "edited", "edited", "reverted", "reverted");
  }

  @Test
  void onlyVersionsThatThereAreAreTakenBackAndOnlyOfADraft() {
    Answer note = notes.draft();

    revert(note, 1, 2).isProblem(404, "not-found");
    revert(note, 1, 1).isProblem(400, "invalid-request");
    service
        .post(path(note) + ":revert")
        .json("{\"to\": 1}")
        .ifMatch(note)
        .send()
        .isProblem(400, "invalid-request");
    service
        .post(path(note) + ":revert", "{\"from\": 1, \"to\": 2}")
        .isProblem(428, "precondition-required");
    Answer edited =
        service
            .ask(
                "DELETE",
                path(note) + "/statements/" + statement(note, "cough").get("id").asString())
            .ifMatch(note)
            .send()
            .is(200);
    revert(notes.signed(edited), 1, 2).isProblem(409, "note-signed");
  }

  private Answer revert(Answer note, int from, int to) {
    return service
        .post(path(note) + ":revert")
        .json("{\"from\": %d, \"to\": %d}".formatted(from, to))
        .ifMatch(note)
        .send();
  }
}
