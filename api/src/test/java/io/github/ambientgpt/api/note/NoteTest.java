package io.github.ambientgpt.api.note;

import static io.github.ambientgpt.api.note.NoteSteps.VISIT;
import static io.github.ambientgpt.api.note.NoteSteps.path;
import static io.github.ambientgpt.api.note.NoteSteps.statement;
import static io.github.ambientgpt.api.note.NoteSteps.statements;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ApiTest
class NoteTest {
  private final Service service;
  private final NoteSteps notes;

  NoteTest(@LocalServerPort int port) {
    service = Service.at(port);
    notes = new NoteSteps(service);
  }

  private static String section(Answer note, String statementId) {
    return note.json()
        .get("sections")
        .valueStream()
        .filter(s -> s.get("statements").findValuesAsString("id").contains(statementId))
        .map(s -> s.get("title").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDraftSaysWhatWasSaidAndWhere() {
    Answer note = notes.draft();

    JsonNode cough = statement(note, "cough");
    assertThat(cough.get("support").asString()).isEqualTo("supported");
    assertThat(cough.get("evidence").findValuesAsString("text")).anyMatch(t -> t.contains("cough"));
    assertThat(note.json().get("state").asString()).isEqualTo("draft");
    assertThat(note.json().at("/writer/model").asString()).isEqualTo("builtin");
    Answer evidence = service.get(path(note) + "/evidence").is(200);
    assertThat(evidence.json().get("items")).hasSameSizeAs(statements(note));
    Answer coverage = service.get(path(note) + "/coverage").is(200);
    assertThat(coverage.json().get("share").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void anEditIsCheckedAtOnceAndItsIdStays() {
    Answer note = notes.draft();
    JsonNode dose = statement(note, "ibuprofen");
    String path = path(note) + "/statements/" + dose.get("id").asString();

    Answer edited =
        service
            .ask("PATCH", path)
            .json("{\"text\": \"Ibuprofen 800 milligrams twice a day for five days.\"}")
            .ifMatch(note)
            .send()
            .is(200);

    JsonNode now = statement(edited, "800");
    assertThat(now.get("id")).isEqualTo(dose.get("id"));
    assertThat(now.get("support").asString()).isEqualTo("unsupported");
    assertThat(now.get("reasons")).isNotEmpty();
    assertThat(edited.json().get("version").asInt()).isEqualTo(2);
  }

  @Test
  void anEditThatIsSentAgainIsNoConflictWithOneself() {
    Answer note = notes.draft();
    String path = path(note) + "/statements/" + statement(note, "cough").get("id").asString();
    String change = UUID.randomUUID().toString();

    Answer first =
        service
            .ask("PATCH", path)
            .header("Change-Id", change)
            .json("{\"text\": \"Dry cough for two weeks.\"}")
            .ifMatch(note)
            .send()
            .is(200);
    Answer again =
        service
            .ask("PATCH", path)
            .header("Change-Id", change)
            .json("{\"text\": \"Dry cough for two weeks.\"}")
            .ifMatch(note)
            .send()
            .is(200);

    assertThat(again.etag()).isEqualTo(first.etag());
    service
        .ask("PATCH", path)
        .json("{\"text\": \"Wet cough.\"}")
        .ifMatch(note)
        .send()
        .isProblem(412, "edit-conflict");
    service
        .ask("PATCH", path)
        .json("{\"text\": \"Wet cough.\"}")
        .send()
        .isProblem(428, "precondition-required");
  }

  @Test
  void statementsAreAddedSplitJoinedMovedAndRemoved() {
    Answer note = notes.draft();
    String statements = path(note) + "/statements";

    Answer added =
        service
            .post(statements)
            .json(
                "{\"section\": \"Plan\", \"text\": \"Rest at home. Drink enough.\", \"after\": \"\"}")
            .ifMatch(note)
            .send()
            .is(200);
    String id = statement(added, "rest at home").get("id").asString();
    Answer split =
        service
            .post(statements + "/" + id + ":split")
            .json("{\"at\": 13}")
            .ifMatch(added)
            .send()
            .is(200);
    String second = statement(split, "drink enough").get("id").asString();
    assertThat(statement(split, "rest at home").get("id").asString()).isEqualTo(id);
    assertThat(second).isNotEqualTo(id);
    Answer moved =
        service
            .post(statements + "/" + second + ":move")
            .json("{\"section\": \"Subjective\"}")
            .ifMatch(split)
            .send()
            .is(200);
    assertThat(section(moved, second)).isEqualTo("Subjective");
    Answer joined =
        service
            .post(statements + "/" + id + ":join")
            .json("{\"with\": \"%s\"}".formatted(second))
            .ifMatch(moved)
            .send()
            .is(200);
    assertThat(statement(joined, "rest at home").get("text").asString())
        .isEqualTo("Rest at home. Drink enough.");
    Answer removed = service.ask("DELETE", statements + "/" + id).ifMatch(joined).send().is(200);
    assertThat(statements(removed)).hasSameSizeAs(statements(note));
    service
        .post(statements + "/" + id + ":split")
        .json("{\"at\": 1}")
        .ifMatch(removed)
        .send()
        .isProblem(404, "not-found");
    service
        .post(statements + "/s1:split")
        .json("{\"at\": 0}")
        .ifMatch(removed)
        .send()
        .isProblem(400, "invalid-request");
    service
        .post(statements + "/s1:move")
        .json("{\"section\": \"Plan\", \"after\": \"s99\"}")
        .ifMatch(removed)
        .send()
        .isProblem(400, "invalid-request");
  }

  @Test
  void whatTheVisitDoesNotSayKeepsANoteFromBeingSignedUntilItIsSettled() {
    Answer note = notes.draft();
    Answer edited =
        service
            .post(path(note) + "/statements")
            .json("{\"section\": \"Plan\", \"text\": \"Start warfarin 5 mg daily.\"}")
            .ifMatch(note)
            .send()
            .is(200);
    String id = statement(edited, "warfarin").get("id").asString();

    Answer review = service.get(path(note) + "/signing").is(200);
    assertThat(review.json().get("refused").findValuesAsString("statementId")).contains(id);
    Answer refused =
        service
            .post(path(note) + ":sign")
            .json("{\"seen\": true}")
            .ifMatch(edited)
            .send()
            .isProblem(409, "conflict");
    assertThat(refused.json().get("errors").findValuesAsString("field"))
        .contains("statements." + id);
    Answer settled =
        service
            .ask("PATCH", path(note) + "/statements/" + id)
            .json("{\"settled\": true}")
            .ifMatch(edited)
            .send()
            .is(200);
    Answer signed =
        service.post(path(note) + ":sign").json("{\"seen\": true}").ifMatch(settled).send().is(200);

    assertThat(signed.json().get("state").asString()).isEqualTo("signed");
    assertThat(signed.json().get("signedBy").asString()).isEqualTo("Local clinician");
  }

  @Test
  void aSignedNoteChangesOnlyByAnAmendmentThatSaysWhy() {
    Answer signed = notes.signed(notes.draft());
    String path = path(signed);
    String statement = path + "/statements/" + statement(signed, "cough").get("id").asString();

    service
        .ask("PATCH", statement)
        .json("{\"text\": \"x\"}")
        .ifMatch(signed)
        .send()
        .isProblem(409, "note-signed");
    service.ask("DELETE", path).ifMatch(signed).send().isProblem(409, "note-signed");
    service
        .post(path + ":amend")
        .json("{\"reason\": \" \"}")
        .ifMatch(signed)
        .send()
        .isProblem(400, "invalid-request");
    Answer amended =
        service
            .post(path + ":amend")
            .json("{\"reason\": \"The duration was wrong\"}")
            .ifMatch(signed)
            .send()
            .is(200);
    assertThat(amended.json().get("state").asString()).isEqualTo("draft");
    assertThat(amended.json().at("/amendment/version").asInt()).isEqualTo(2);
    Answer edited =
        service
            .ask("PATCH", statement)
            .json("{\"text\": \"Dry cough for two weeks.\"}")
            .ifMatch(amended)
            .send()
            .is(200);
    Answer again = notes.signed(edited);

    assertThat(again.json().at("/amendment/reason").asString()).isEqualTo("The duration was wrong");
    assertThat(service.get(path + "/versions/2").json().get("state").asString())
        .isEqualTo("signed");
  }

  @Test
  void anAmendmentThatIsDroppedLeavesWhatWasSigned() {
    Answer signed = notes.signed(notes.draft());
    String path = path(signed);
    Answer amended =
        service.post(path + ":amend").json("{\"reason\": \"r\"}").ifMatch(signed).send().is(200);
    String statement = path + "/statements/" + statement(signed, "cough").get("id").asString();
    Answer edited = service.ask("DELETE", statement).ifMatch(amended).send().is(200);

    Answer dropped = service.ask("DELETE", path + "/amendment").ifMatch(edited).send().is(200);

    assertThat(dropped.json().get("state").asString()).isEqualTo("signed");
    assertThat(dropped.json().get("sections")).isEqualTo(signed.json().get("sections"));
    service.ask("DELETE", path + "/amendment").ifMatch(dropped).send().isProblem(409, "conflict");
  }

  @Test
  void aCorrectedTranscriptHasItsDraftsCheckedAgainAndLeavesSignedNotesAlone() {
    String encounter = notes.encounter();
    Answer transcript = notes.transcript(encounter, VISIT);
    Answer draft = service.result(service.post(encounter + "/notes").send());
    Answer signed = notes.signed(service.result(service.post(encounter + "/notes").send()));
    String id = statement(draft, "ibuprofen").get("id").asString();

    service
        .ask("PATCH", transcript.header("Location") + "/utterances/u7")
        .json(
            "{\"text\": \"Your lungs are clear. Take ibuprofen 200 milligrams twice a day for five days.\"}")
        .ifMatch(transcript)
        .send()
        .is(200);

    Answer now = service.get(path(draft)).is(200);
    assertThat(now.json().get("transcriptVersion").asInt()).isEqualTo(2);
    assertThat(statement(now, "ibuprofen").get("id").asString()).isEqualTo(id);
    assertThat(statement(now, "ibuprofen").get("support").asString()).isEqualTo("unsupported");
    Answer still = service.get(path(signed)).is(200);
    assertThat(still.json()).isEqualTo(signed.json());
  }

  @Test
  void aSectionIsWrittenAnewAndTheOthersStay() {
    Answer note = notes.draft();
    String id = statement(note, "cough").get("id").asString();
    String subjective = section(note, id);
    Answer without =
        service.ask("DELETE", path(note) + "/statements/" + id).ifMatch(note).send().is(200);

    Answer again =
        service.result(
            service
                .post(path(note) + ":regenerate")
                .json("{\"section\": \"%s\"}".formatted(subjective))
                .ifMatch(without)
                .send());

    assertThat(statement(again, "cough").get("id").asString()).isNotEqualTo(id);
    assertThat(statement(again, "ibuprofen").get("id"))
        .isEqualTo(statement(note, "ibuprofen").get("id"));
    Answer refused =
        service
            .post(path(note) + ":regenerate")
            .json("{\"section\": \"Nowhere\"}")
            .ifMatch(again)
            .send()
            .isProblem(400, "invalid-request");
    assertThat(refused.text()).contains("Subjective");
  }

  @Test
  void aSectionThatIsWrittenAnewIsShownAndOnlyThenTaken() {
    Answer note = notes.draft();
    String cough = statement(note, "cough").get("id").asString();
    String section = section(note, cough);
    Answer without =
        service.ask("DELETE", path(note) + "/statements/" + cough).ifMatch(note).send().is(200);
    Answer asked =
        service
            .post(path(note) + ":regenerate")
            .json("{\"section\": \"%s\", \"preview\": true}".formatted(section))
            .ifMatch(without)
            .send()
            .is(202);

    JsonNode shown = service.result(asked).json();

    assertThat(shown.at("/before/statements").findValuesAsString("id")).doesNotContain(cough);
    assertThat(shown.at("/written/statements").findValuesAsString("text"))
        .anyMatch(text -> text.contains("cough"));
    assertThat(service.get(path(note)).json()).isEqualTo(without.json());
    take(note, asked, note).isProblem(412, "edit-conflict");
    Answer taken = take(note, asked, without).is(200);
    assertThat(statement(taken, "cough").get("support").asString()).isEqualTo("supported");
    assertThat(statement(taken, "ibuprofen").get("id"))
        .isEqualTo(statement(note, "ibuprofen").get("id"));
  }

  @Test
  void onlyAPreviewOfTheNoteIsTaken() {
    Answer note = notes.draft();
    Answer other = notes.draft();
    Answer asked =
        service
            .post(path(note) + ":regenerate")
            .json("{\"section\": \"Plan\", \"preview\": true}")
            .ifMatch(note)
            .send()
            .is(202);
    service.result(asked);

    take(other, asked, other).isProblem(400, "invalid-request");
  }

  private Answer take(Answer note, Answer preview, Answer tag) {
    return service
        .post(path(note) + ":take-section")
        .json("{\"job\": \"%s\"}".formatted(preview.id()))
        .ifMatch(tag)
        .send();
  }

  @Test
  void aTextIsComparedWithATranscriptWithoutAnyNote() {
    Answer transcript = notes.transcript(notes.encounter(), VISIT);
    String check = transcript.header("Location") + ":check";

    Answer right = service.post(check, "{\"text\": \"Ibuprofen 400 mg twice a day.\"}").is(200);
    Answer wrong = service.post(check, "{\"text\": \"Ibuprofen 600 mg twice a day.\"}").is(200);

    assertThat(right.json().get("support").asString()).isEqualTo("supported");
    assertThat(wrong.json().get("support").asString()).isEqualTo("unsupported");
  }

  @Test
  void aStatementIsComposedForATurnThatWasLeftOut() {
    Answer note = notes.draft();
    Answer less =
        service
            .ask(
                "DELETE",
                path(note) + "/statements/" + statement(note, "penicillin").get("id").asString())
            .ifMatch(note)
            .send()
            .is(200);

    Answer proposals = service.post(path(note) + ":compose", "{\"utteranceId\": \"u6\"}").is(200);

    assertThat(less.json().at("/coverage/omitted").valueStream().map(JsonNode::asString))
        .contains("u6");
    assertThat(proposals.json().get("items").findValuesAsString("text"))
        .anyMatch(text -> text.toLowerCase().contains("penicillin"));
    assertThat(service.get(path(note)).json()).isEqualTo(less.json());
    service.post(path(note) + ":compose", "{\"utteranceId\": \"u99\"}").isProblem(404, "not-found");
  }

  @Test
  void everyExportSaysDraftUntilTheNoteIsSigned() {
    Answer note = notes.draft();
    for (String format : List.of("markdown", "text", "html")) {
      assertThat(service.get(path(note) + "/export?format=" + format).is(200).text())
          .containsIgnoringCase("draft");
    }
    assertThat(service.get(path(note) + "/export?format=fhir").is(200).text())
        .contains("preliminary");
    for (String format : List.of("json", "docx", "pdf", "healthscribe")) {
      Answer export = service.get(path(note) + "/export?format=" + format).is(200);
      assertThat(export.http().body()).isNotEmpty();
      assertThat(export.header("Content-Disposition")).contains("DRAFT");
    }
    assertThat(
            new String(
                service.get(path(note) + "/export?format=pdf").http().body(),
                0,
                5,
                StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    Answer signed = notes.signed(note);
    Answer export = service.get(path(note) + "/export?format=markdown").is(200);
    assertThat(export.header("Content-Disposition")).doesNotContain("DRAFT");
    assertThat(
            service
                .get(path(note) + "/export?format=markdown&version=1")
                .header("Content-Disposition"))
        .contains("DRAFT");
    assertThat(signed.json().get("version").asInt()).isEqualTo(2);
    service.get(path(note) + "/export?format=odt").isProblem(400, "invalid-request");
  }

  @Test
  void suggestionsAndDocumentsAreMadeFromANote() {
    Answer note = notes.draft();

    assertThat(
            service
                .get(path(note) + "/suggestions?patient=established&minutes=20")
                .is(200)
                .json()
                .isEmpty())
        .isFalse();
    for (String kind : List.of("patient-summary", "after-visit")) {
      Answer document = service.get(path(note) + "/documents/" + kind).is(200);
      assertThat(document.json().get("sections")).isNotEmpty();
      assertThat(
              service.get(path(note) + "/documents/" + kind + "/export?format=html").is(200).text())
          .containsIgnoringCase("draft");
    }
    service.get(path(note) + "/documents/poem").isProblem(400, "invalid-request");
    service.get(path(note) + "/suggestions?patient=old").isProblem(400, "invalid-request");
  }

  @Test
  void whatCannotBeWrittenIsRefusedBeforeAJobIsTaken() {
    String encounter = notes.encounter();

    service.post(encounter + "/notes").send().isProblem(409, "conflict");
    notes.transcript(encounter, VISIT);
    service.post(encounter + "/notes", "{\"template\": \"sope\"}").isProblem(422, "unknown-name");
    service
        .post(encounter + "/notes", "{\"languageModel\": \"gpt\"}")
        .isProblem(422, "unknown-name");
    service.post(encounter + "/notes", "{\"length\": \"huge\"}").isProblem(400, "invalid-request");
    service
        .post(encounter + "/notes", "{\"transcriptId\": \"%s\"}".formatted(UUID.randomUUID()))
        .isProblem(404, "not-found");
  }

  @Test
  void aJobThatFailsSaysWhatToDo() {
    String encounter = notes.encounter();
    notes.transcript(encounter, "Patient: Hello there.\nDoctor: Goodbye.");

    JsonNode job = service.ended(service.post(encounter + "/notes").send()).json();

    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.at("/problem/detail").asString()).contains("Nothing was said");
    assertThat(job.at("/problem/type").asString())
        .isEqualTo("urn:ambient-gpt:problem:invalid-input");
  }

  @Test
  void theSampleVisitHasATranscriptAndADraft() {
    Answer sample = service.post("/api/v1/encounters:sample").send().is(201);
    String path = sample.header("Location");

    assertThat(service.get(path + "/transcripts").is(200).json().get("items")).hasSize(1);
    JsonNode note = service.get(path + "/notes").is(200).json().at("/items/0");
    assertThat(note.get("template").asString()).isEqualTo("SOAP");
    assertThat(note.get("toSettle").asInt()).isZero();
  }
}
