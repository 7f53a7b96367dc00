package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words are planted in a whole visit, and in requests that are wrong, and hunted in all that the
 * service writes beside it, at level DEBUG.
 */
class PlantedWordsTest {
  private static final String PATIENT = "Zebulon Quixwood";
  private static final List<String> WORDS =
      List.of("Zebulon", "Quixwood", "xanthelasma", "zopiclone", "Vexington");

  private final List<Answer> answers = new ArrayList<>();

  @Test
  void nothingThatAPatientSaysIsInLogsFiguresHeadersOrProblems(@TempDir Path folder) {
    try (ServiceProcess process =
        ServiceProcess.start(
            folder, List.of("logging.level.root=debug", "spring.main.banner-mode=off"))) {
      Service service = process.service();
      visit(service);
      wrong(service);
      String figures = service.get("/actuator/prometheus").is(200).text();
      String log = process.log();

      assertThat(log).contains("DEBUG"); // else nothing was hunted
      for (String word : WORDS) {
        assertThat(lines(log, word)).as("The log holds '%s'", word).isEmpty();
        assertThat(lines(figures, word)).as("The figures hold '%s'", word).isEmpty();
        assertThat(answers)
            .allSatisfy(
                answer -> {
                  HttpHeaders headers = answer.http().headers();
                  assertThat(headers.map().toString()).doesNotContainIgnoringCase(word);
                  if (answer.status() >= 400) {
                    assertThat(answer.text()).doesNotContainIgnoringCase(word);
                  }
                });
      }
    }
  }

  private static List<String> lines(String text, String word) {
    return text.lines()
        .filter(line -> line.toLowerCase().contains(word.toLowerCase()))
        .limit(5)
        .toList();
  }

  private Answer kept(Answer answer) {
    answers.add(answer);
    return answer;
  }

  private void visit(Service service) {
    Answer encounter = kept(service.encounter(PATIENT + " of Vexington"));
    String path = "/api/v1/encounters/" + encounter.id();
    String said =
        """
        Doctor: What brings you in, Zebulon?
        Patient: I have had xanthelasma for two weeks and I take zopiclone 7.5 milligrams at night.
        Doctor: I am going to prescribe zopiclone 3.75 milligrams at night.
        """;
    Answer transcript =
        kept(
            service
                .post(path + "/transcripts")
                .body("text/plain", said.getBytes(StandardCharsets.UTF_8))
                .send()
                .is(201));
    Answer note =
        kept(
            service.result(
                service.post(
                    path + "/notes", "{\"transcriptId\":\"%s\"}".formatted(transcript.id()))));
    kept(service.get("/api/v1/encounters?q=xanthelasma"));
    String notes = "/api/v1/notes/" + note.id();
    kept(
        service
            .post(notes + "/statements")
            .ifMatch(note)
            .json("{\"section\":\"Plan\",\"text\":\"Stop the zopiclone of Mr Quixwood.\"}")
            .send()
            .is(200));
    for (String format : List.of("markdown", "text", "html", "pdf", "docx", "fhir")) {
      kept(service.get(notes + "/export?format=" + format)).is(200);
    }
    kept(service.get(notes + "/suggestions"));
    kept(service.get("/api/v1/transcripts/" + transcript.id() + "/export?format=vtt"));
    kept(
        service.post(
            "/api/v1/notes:preview", "{\"transcript\": \"Patient: I have xanthelasma.\"}"));
    kept(service.ask("DELETE", path).ifMatch(service.get(path)).send());
  }

  private void wrong(Service service) {
    String label = "{\"label\": \"%s\"".formatted(PATIENT);
    kept(service.post("/api/v1/encounters", label)).is(400);
    kept(service.post("/api/v1/encounters", label + ", \"xanthelasma\": 1}")).is(400);
    kept(service.post("/api/v1/encounters", label + ", \"visitedOn\": \"zopiclone\"}")).is(400);
    kept(service.post("/api/v1/encounters", "{\"label\": {\"Quixwood\": \"zopiclone\"}}")).is(400);
    kept(service.post("/api/v1/encounters", "{\"label\": \"%s\"}".formatted("Zebulon ".repeat(90))))
        .is(400);
    kept(service.get("/api/v1/encounters?sort=zopiclone&q=Vexington")).is(400);
    kept(service.get("/api/v1/encounters/xanthelasma")).is(400);
    kept(
        service
            .ask("POST", "/api/v1/encounters")
            .header("Idempotency-Key", "zopiclone")
            .header("Cookie", "note=xanthelasma")
            .body("text/xanthelasma", PATIENT.getBytes(StandardCharsets.UTF_8))
            .send());
  }
}
