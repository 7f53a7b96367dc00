package org.example.scribe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A program that writes a note by quoting one turn of the visit, and one that nobody said. */
final class Quoting {
  private Quoting() {}

  public static void main(String... arguments) throws IOException {
    String question = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    var turn = Pattern.compile("(u\\d+) \\[patient\\] (.+)").matcher(question);
    String quoted =
        turn.find()
            ? """
            {"text": "%s", "evidence": ["%s"]},\
            """
                .formatted(turn.group(2), turn.group(1))
            : "";
    System.out.println(
        """
        {"sections": [{"title": "Subjective", "statements": [
        %s{"text": "The patient is a retired pilot with gout.", "evidence": ["u1"]}]}]}\
        """
            .formatted(quoted));
  }
}
