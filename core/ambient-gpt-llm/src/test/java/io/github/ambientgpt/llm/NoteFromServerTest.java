package io.github.ambientgpt.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Role;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.pipeline.PipelineOptions;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a transcript through a server to a note, or to the one that is written without it. */
class NoteFromServerTest {
  private static final Template SOAP = Templates.builtin().get("SOAP");
  private static final Transcript VISIT = Visits.cough();

  /** Said in the visit, and in no sentence of ours. */
  private static final String SECRET = "lisinopril";

  /** Where simplelogger.properties sends everything. */
  private static final Path LOG = Path.of("target", "tests.log");

  private static final String NOTE =
      """
      {"sections": [{"title": "Subjective", "statements": [
        {"topic": "", "text": "Denies fever.", "evidence": ["u4"]},
        {"topic": "", "text": "Reports fever.", "evidence": ["u4"]}]}]}
      """;

  private final PlayedServer server = PlayedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private Note write(Played played, Role role) {
    return write(played, role, PipelineOptions.DEFAULT);
  }

  private Note write(Played played, Role role, PipelineOptions options) {
    server.at(played.path, role);
    try (LanguageModel model = played.model(server)) {
      return NotePipeline.with(model, options).write(VISIT, SOAP, Monitor.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_model_writes_is_checked(Played played) {
    Note note =
        write(
            played,
            (question, reply) -> played.answer(reply, NOTE.lines().toList()),
            PipelineOptions.DEFAULT.withApproach(PipelineOptions.Approach.SINGLE_PROMPT));

    assertThat(note.generation().model()).isEqualTo(played.provider.id() + "/noise");
    assertThat(note.generation().fallback()).isEmpty();
    assertThat(note.statements().map(s -> s.support() == Support.SUPPORTED))
        .containsExactly(true, false);
    assertThat(played.asked(server.questions(played.path).get(0))).contains(SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_fails_gives_a_note_without_it_that_says_why(Played played) {
    Note note =
        write(
            played, (question, reply) -> reply.type("text/html").send("<html>Log in first</html>"));

    assertThat(note.generation().requested()).isEqualTo(played.provider.id() + "/noise");
    assertThat(note.generation().fallback()).contains("builtin");
    assertThat(note.generation().reason())
        .hasValueSatisfying(why -> assertThat(why).contains("shows a web page"));
    assertThat(note.statements()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void neither_the_visit_nor_the_key_reaches_a_log(Played played) throws IOException {
    List<Role> parts =
        List.of(
            (question, reply) -> played.answer(reply, NOTE.lines().toList()),
            (question, reply) -> played.answer(reply, List.of("{\"sections\": [", SECRET)),
            (question, reply) -> reply.status(400).json("{\"error\": \"" + SECRET + "\"}"),
            (question, reply) -> reply.status(401).json("{\"error\": \"" + Played.KEY + "\"}"),
            (question, reply) -> reply.type(played.type).send("{\"message\": " + SECRET + "\n\n"),
            (question, reply) -> reply.type(played.type).send("data: " + SECRET + "\n\n"),
            (question, reply) ->
                reply.type(played.type).send("data: {\"choices\": \"" + SECRET + "\"}\n\n"),
            (question, reply) ->
                reply.type(played.type).send("{\"message\": [\"" + SECRET + "\"]}\n\n"));
    write(played, parts.get(0)); // whereupon the log is there
    long before = Files.size(LOG);

    parts.forEach(part -> write(played, part));

    byte[] log = Files.readAllBytes(LOG);
    assertThat(new String(log, (int) before, log.length - (int) before, UTF_8))
        .contains("wrote no note") // so that this is the log
        .doesNotContain(SECRET)
        .doesNotContain(Played.KEY);
  }
}
