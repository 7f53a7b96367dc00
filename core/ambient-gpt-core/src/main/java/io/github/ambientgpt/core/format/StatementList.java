package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The statements of a section as HTML that FHIR's narratives allow, too. Those of a topic stand in
 * a list within it, so that it is plain where the topic ends.
 *
 * @param checked whether anybody compared them with what was said
 * @param citation makes the markup of an utterance's id
 */
record StatementList(boolean checked, UnaryOperator<String> citation) {
  String write(Section section) {
    if (section.statements().isEmpty()) {
      return "<p>No statement.</p>\n";
    }
    StringBuilder out = new StringBuilder("<ul>\n");
    for (NoteDocument.Topic topic : NoteDocument.Topic.of(section)) {
      String items = topic.statements().stream().map(this::item).collect(Collectors.joining());
      if (topic.name().isEmpty()) {
        out.append(items);
      } else {
        out.append("<li><strong>").append(Markup.line(topic.name())).append("</strong>\n<ul>\n");
        out.append(items).append("</ul>\n</li>\n");
      }
    }
    return out.append("</ul>\n").toString();
  }

  private String item(Statement statement) {
    return "<li>"
        + Markup.line(statement.text())
        + evidence(statement)
        + doubt(statement)
        + "</li>\n";
  }

  private String evidence(Statement statement) {
    List<String> utterances = statement.utterances();
    if (utterances.isEmpty()) {
      return checked ? " [" + Notice.NO_EVIDENCE + "]" : "";
    }
    return utterances.stream().map(citation).collect(Collectors.joining(", ", " [", "]"));
  }

  private String doubt(Statement statement) {
    if (!checked || statement.support() == Support.SUPPORTED) {
      return "";
    }
    String why =
        statement.reasons().stream()
            .map(reason -> Markup.line(reason.message()))
            .collect(Collectors.joining(" "));
    String word = Notice.of(statement.support());
    return " <strong>(" + word + (why.isEmpty() ? "" : ": " + why) + ")</strong>";
  }
}
