package io.github.ambientgpt.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {
  private static String read(String answer) throws UnusableAnswerException {
    return JsonAnswer.read(answer, root -> root).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}]}",
        "{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}]",
        "{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"},{\"b\":\"d\",},]}",
        "{a: [{'b': 'c'}, {'b': 'd'}]} // done",
        "Here: ```json\n{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}]\n``` Good luck!",
        "<think>{\"a\": 1}</think>{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}]}",
        "I take {this} and [that]: {\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}]} and {more}",
      })
  void theJsonIsFoundAndMended(String answer) throws UnusableAnswerException {
    assertThat(read(answer.replace("[that]", "{that: }")))
        .isEqualTo("{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[{\"b\":\"c\"},{\"b\":\"d",
        "{\"a\":[{\"b\":\"c\"},{\"b\":",
        "{\"a\":[{\"b\":\"c\"},{\"b\":\"d\"}",
        "{\"a\":[{\"b\":\"c\"}],",
        "[{\"b\":\"c\"}",
        "[{\"b\":\"c\"},",
      })
  void whatWasCutOffIsNeverTakenForTheWhole(String answer) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOf(UnusableAnswerException.class)
        .hasMessage("with JSON that is broken or cut off");
  }

  @Test
  void theFirstValueThatTheReaderTakesCounts() throws UnusableAnswerException {
    String read =
        JsonAnswer.read(
            "{\"thought\": 1} {\"a\": 2} {\"a\": 3}",
            root -> {
              if (!root.has("a")) {
                throw new UnusableAnswerException("with something else");
              }
              return root.toString();
            });
    assertThat(read).isEqualTo("{\"a\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "No.", "\"text\"", "<html>502</html>", "]"})
  void whatIsNoJsonIsSaid(String answer) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOf(UnusableAnswerException.class)
        .hasMessageStartingWith("with ");
  }
}
