package io.github.ambientgpt.api.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class TranscriptTest {
  private static final String TIMED =
      """
      {"language": "en", "utterances": [
        {"id": "u1", "speaker": {"label": "SPEAKER 1", "role": "unknown"}, "start": 0.0, "end": 2.0,
         "text": "any fever tonite", "words": [
           {"text": "any", "start": 0.0, "end": 0.5, "confidence": 0.9},
           {"text": "fever", "start": 0.5, "end": 1.0, "confidence": 0.8},
           {"text": "tonite", "start": 1.0, "end": 2.0, "confidence": 0.3}]},
        {"id": "u2", "speaker": {"label": "SPEAKER 2", "role": "unknown"}, "start": 2.0, "end": 3.0,
         "text": "no", "words": [{"text": "no", "start": 2.0, "end": 3.0, "confidence": 0.7}]}]}""";

  private final Service service;

  TranscriptTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  private Answer imported(String content) {
    String encounter = service.encounter("Import").header("Location");
    return service
        .post(
            encounter + "/transcripts",
            JsonMapper.shared().createObjectNode().put("content", content).toString())
        .is(201);
  }

  @Test
  void everyFormThatIsReadIsTaken() {
    for (String content :
        List.of(
            "Doctor: Any fever?\nPatient: No.",
            "1\n00:00:00,000 --> 00:00:01,000\n[doctor] Any fever?\n",
            "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Doctor>Any fever?\n",
            TIMED)) {
      Answer transcript = imported(content);
      assertThat(transcript.json().get("utterances").findValuesAsString("text").get(0))
          .containsIgnoringCase("any fever");
      assertThat(service.get(transcript.header("Location")).is(200).json())
          .isEqualTo(transcript.json());
    }
  }

  @Test
  void aTranscriptMayBeTheBodyItself() {
    String encounter = service.encounter("Import").header("Location");

    Answer text =
        service
            .post(encounter + "/transcripts")
            .body(
                "text/vtt",
                "WEBVTT\n\n00:00.000 --> 00:01.000\nHello there\n".getBytes(StandardCharsets.UTF_8))
            .send()
            .is(201);
    Answer object =
        service.post(encounter + "/transcripts", "{\"content\": %s}".formatted(TIMED)).is(201);

    assertThat(text.json().at("/utterances/0/end").asDouble()).isEqualTo(1.0);
    assertThat(object.json().at("/utterances/0/words/2/confidence").asDouble()).isEqualTo(0.3);
    assertThat(service.get(encounter + "/transcripts").json().get("total").asInt()).isEqualTo(2);
  }

  @Test
  void whatHoldsNoWordsIsRefused() {
    String transcripts = service.encounter("Import").header("Location") + "/transcripts";

    service.post(transcripts, "{\"content\": \"\"}").isProblem(422, "invalid-input");
    service.post(transcripts, "{}").isProblem(400, "invalid-request");
    service.post(transcripts, "{\"content\": {\"nothing\": 1}}").isProblem(422, "invalid-input");
    assertThat(service.get(transcripts).json().get("total").asInt()).isZero();
  }

  @Test
  void aCorrectionKeepsTimesAndConfidenceOfTheWordsThatStay() {
    Answer transcript = imported(TIMED);

    Answer edited =
        service
            .ask("PATCH", transcript.header("Location") + "/utterances/u1")
            .json("{\"text\": \"any fever tonight\"}")
            .ifMatch(transcript)
            .send()
            .is(200);

    JsonNode words = edited.json().at("/utterances/0/words");
    assertThat(words.findValuesAsString("text")).containsExactly("any", "fever", "tonight");
    assertThat(words.get(1)).isEqualTo(transcript.json().at("/utterances/0/words/1"));
    assertThat(words.get(2).has("confidence")).isFalse();
    assertThat(words.get(2).get("start").asDouble()).isEqualTo(1.0);
    assertThat(words.get(2).get("estimated").asBoolean()).isTrue();
  }

  @Test
  void whatMayBeTheNameOfADrugIsMarkedAndNothingIsChanged() {
    Answer transcript =
        imported(
            """
            {"language": "en", "recognition": {"engine": "whisper", "model": "base"},
             "utterances": [
              {"id": "u1", "speaker": {"label": "", "role": "clinician"}, "start": 0.0, "end": 2.0,
               "text": "Take amyxicillin and lisinopril."}]}""");

    JsonNode utterance = transcript.json().at("/utterances/0");
    assertThat(utterance.get("text").asString()).isEqualTo("Take amyxicillin and lisinopril.");
    assertThat(utterance.get("misheard"))
        .hasSize(1)
        .first()
        .satisfies(
            word -> {
              assertThat(word.get("begin").asInt()).isEqualTo(5);
              assertThat(word.get("end").asInt()).isEqualTo(16);
              assertThat(word.at("/perhaps/0").asString()).isEqualTo("amoxicillin");
            });

    Answer corrected =
        service
            .ask("PATCH", transcript.header("Location") + "/utterances/u1")
            .json("{\"text\": \"Take amoxicillin and lisinopril.\"}")
            .ifMatch(transcript)
            .send()
            .is(200);
    assertThat(corrected.json().at("/utterances/0/misheard")).isEmpty();
  }

  @Test
  void historyTellsWhoDidWhatAndAnOldVersionComesBack() {
    Answer transcript = imported(TIMED);
    String path = transcript.header("Location");
    Answer edited =
        service
            .ask("PATCH", path + "/utterances/u2")
            .json("{\"text\": \"no fever\"}")
            .ifMatch(transcript)
            .send()
            .is(200);
    Answer less = service.ask("DELETE", path + "/utterances/u1").ifMatch(edited).send().is(200);

    assertThat(service.get(path + "/versions/1").is(200).json().get("utterances"))
        .isEqualTo(transcript.json().get("utterances"));
    Answer back = service.post(path + "/versions/1:restore").ifMatch(less).send().is(200);
    assertThat(back.json().get("utterances")).isEqualTo(transcript.json().get("utterances"));
    assertThat(service.get(path + "/versions").json().get("items").findValuesAsString("cause"))
        .containsExactly("imported", "edited", "deleted", "restored");
    service.get(path + "/versions/9").isProblem(404, "not-found");
    service
        .ask("PATCH", path + "/utterances/u9")
        .json("{\"text\": \"x\"}")
        .ifMatch(back)
        .send()
        .isProblem(404, "not-found");
  }

  @Test
  void speakersAreNamedAndExchangedInOneCall() {
    Answer transcript = imported(TIMED);
    String speakers = transcript.header("Location") + "/speakers";

    Answer named =
        service
            .ask("PUT", speakers)
            .json(
                """
                {"speakers": [
                  {"from": {"label": "SPEAKER 1"}, "to": {"label": "Dr Osei", "role": "clinician"}},
                  {"from": {"label": "SPEAKER 2"}, "to": {"label": "", "role": "patient"}}]}""")
            .ifMatch(transcript)
            .send()
            .is(200);
    Answer exchanged =
        service
            .ask("PUT", speakers)
            .json(
                """
                {"speakers": [
                  {"from": {"label": "Dr Osei", "role": "clinician"}, "to": {"label": "", "role": "patient"}},
                  {"from": {"label": "", "role": "patient"}, "to": {"label": "Dr Osei", "role": "clinician"}}]}""")
            .ifMatch(named)
            .send()
            .is(200);

    assertThat(named.json().at("/utterances/0/speaker/role").asString()).isEqualTo("clinician");
    assertThat(exchanged.json().at("/utterances/0/speaker/role").asString()).isEqualTo("patient");
    assertThat(exchanged.json().at("/utterances/1/speaker/label").asString()).isEqualTo("Dr Osei");
    service
        .ask("PUT", speakers)
        .json("{\"speakers\": [{\"from\": {\"label\": \"Nobody\"}, \"to\": {\"label\": \"x\"}}]}")
        .ifMatch(exchanged)
        .send()
        .isProblem(400, "invalid-request");
    service
        .ask("PUT", speakers)
        .json("{\"speakers\": []}")
        .ifMatch(exchanged)
        .send()
        .isProblem(400, "invalid-request");
  }

  @Test
  void wordsOfATranscriptAreFound() {
    String encounter = service.encounter("Found by its words").header("Location");
    service
        .post(encounter + "/transcripts", "{\"content\": \"Patient: It began on the trampoline.\"}")
        .is(201);

    assertThat(
            service
                .get("/api/v1/encounters?q=trampoline%20began")
                .json()
                .get("items")
                .findValuesAsString("label"))
        .containsExactly("Found by its words");
  }

  @Test
  void aTranscriptIsExportedInEachFormat() {
    Answer timed = imported(TIMED);
    String export = timed.header("Location") + "/export?format=";

    assertThat(service.get(export + "vtt").is(200).text()).startsWith("WEBVTT");
    assertThat(service.get(export + "srt").is(200).text()).startsWith("1\n00:00:00,000");
    assertThat(service.get(export + "text").is(200).text()).contains("any fever");
    assertThat(service.get(export + "json").is(200).json().get("utterances")).hasSize(2);
    service.get(export + "healthscribe").is(200);
    service.get(export + "docx").isProblem(400, "invalid-request");
    Answer untimed = imported("Doctor: Hello.\nPatient: I cough.");
    service.get(untimed.header("Location") + "/export?format=srt").isProblem(422, "invalid-input");
  }
}
