package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client does with notes again and again. */
record NoteSteps(Service service) {
  static final String VISIT =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Any fever?
      Patient: No fever.
      Doctor: Are you allergic to anything?
      Patient: I am allergic to penicillin.
      Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
      """;

  String encounter() {
    return service.encounter("Cough").header("Location");
  }

  Answer transcript(String encounter, String text) {
    return service
        .post(
            encounter + "/transcripts",
            JsonMapper.shared().createObjectNode().put("content", text).toString())
        .is(201);
  }

  Answer draft() {
    String encounter = encounter();
    transcript(encounter, VISIT);
    return service.result(service.post(encounter + "/notes").send());
  }

  static String path(Answer note) {
    return "/api/v1/notes/" + note.json().get("id").asString();
  }

  static List<JsonNode> statements(Answer note) {
    return note.json()
        .get("sections")
        .valueStream()
        .flatMap(section -> section.get("statements").valueStream())
        .toList();
  }

  static JsonNode statement(Answer note, String words) {
    return statements(note).stream()
        .filter(each -> each.get("text").asString().toLowerCase().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing says " + words + ": " + note.text()));
  }

  Answer signed(Answer note) {
    return service.post(path(note) + ":sign").json("{\"seen\": true}").ifMatch(note).send().is(200);
  }
}
