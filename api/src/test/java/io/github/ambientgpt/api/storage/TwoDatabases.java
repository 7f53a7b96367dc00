package io.github.ambientgpt.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What has to be so on either database: a whole visit, and what the database decides. */
abstract class TwoDatabases {
  private static final String VISIT =
      "{\"content\": \"Doctor: What brings you in?\\nPatient: A dry cough for two weeks.\\nDoctor: Take ibuprofen 400 milligrams twice a day.\"}";

  abstract Service service();

  @Test
  void aWholeVisitIsKept() {
    Answer encounter = service().encounter("Kept on either database");
    String path = encounter.header("Location");
    service().post(path + "/recordings").file("visit.wav", SpeechSample.wav(2)).send().is(201);
    Answer transcript = service().post(path + "/transcripts", VISIT).is(201);
    Answer note = service().result(service().post(path + "/notes").send());
    String notePath = "/api/v1/notes/" + note.json().get("id").asString();
    Answer edited =
        service()
            .post(notePath + "/statements")
            .json("{\"section\": \"Plan\", \"text\": \"Ibuprofen 400 mg twice a day.\"}")
            .ifMatch(note)
            .send()
            .is(200);
    Answer signed =
        service().post(notePath + ":sign").json("{\"seen\": true}").ifMatch(edited).send().is(200);

    JsonNode listed =
        service().get("/api/v1/encounters?q=either&state=signed").is(200).json().at("/items/0");
    assertThat(listed.at("/note/state").asString()).isEqualTo("signed");
    assertThat(listed.at("/note/signedAt").asString())
        .isEqualTo(signed.json().get("signedAt").asString());
    assertThat(listed.at("/transcript/id").asString())
        .isEqualTo(transcript.json().get("id").asString());
    assertThat(listed.at("/recordings/0/state").asString()).isEqualTo("complete");
    assertThat(service().get(notePath).is(200).json()).isEqualTo(signed.json());
    service().ask("DELETE", path).ifMatch(encounter).send().is(204);
    service().get(notePath).isProblem(404, "not-found");
  }

  @Test
  void theSameKeyAtTheSameTimeMakesOneThing() {
    String key = "key-" + Ids.next();
    List<Answer> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(
                i ->
                    service()
                        .post("/api/v1/encounters")
                        .header("Idempotency-Key", key)
                        .json("{\"label\": \"Simultaneous\"}")
                        .send())
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(service().get("/api/v1/encounters?q=simultaneous").json().get("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void ofTwoEditsOfOneVersionOneIsRefused() {
    Answer encounter = service().encounter("Contended");
    List<Integer> statuses =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(
                i ->
                    service()
                        .ask("PATCH", encounter.header("Location"))
                        .json("{\"label\": \"Contended %d\"}".formatted(i))
                        .ifMatch(encounter)
                        .send()
                        .status())
            .toList();

    assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 412, 503);
  }
}
