package io.github.ambientgpt.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement with a number rests on words that say that number. */
class NumberEvidenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what was said, the statement, and where its number was said
          Doctor: Your blood pressure has been elevated at home? / Patient: Yes, it was high. / Doctor: How is work? / Patient: Fine. / Doctor: Do you sleep? / Patient: I do. / Doctor: So it's 169 over 74 today. | Blood pressure is elevated at 169/74. | u7
          Doctor: You take metformin for your diabetes? / Patient: I take metformin every morning. / Doctor: Any pain? / Patient: No. / Doctor: And your cough? / Patient: It is gone. / Doctor: Your family? / Patient: All well. / Doctor: The dose is 500 mg. | Takes metformin 500 mg for diabetes. | u9
          Doctor: Did you check your temperature when you had the fever? / Patient: I had a fever and chills. / Doctor: And the cough? / Patient: Not much. / Doctor: Who is at home? / Patient: My wife. / Doctor: Is she well? / Patient: Yes. / Patient: It was 101.5 at the most. | Had fever and chills, temperature 101.5. | u9
          """)
  void aNumberIsFoundWhereItIsSaid(String said, String text, String where) {
    var transcript = TranscriptReader.parse(said.replace(" / ", "\n"), "visit.txt");
    Statement statement = Statement.unchecked("", text, List.of());
    Note note =
        Note.draft("SOAP", List.of(new Section("Notes", List.of(statement))), Generation.GIVEN);
    Statement checked =
        new Checker().check(note, transcript).statements().findFirst().orElseThrow();
    assertThat(checked.utterances()).contains(where);
  }
}
