package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A note as one page of HTML, which is XML, too. For one document. */
final class HtmlNote {
  private final NoteDocument document;
  private final Map<String, String> anchors = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  HtmlNote(NoteDocument document) {
    this.document = document;
    for (Utterance utterance : utterances()) {
      anchors.put(utterance.id(), "t" + (anchors.size() + 1));
    }
  }

  String write() {
    head();
    out.append("<body>\n<header>\n<h1>").append(Markup.line(document.title())).append("</h1>\n");
    out.append("<p class=\"status\"><strong>").append(document.notice()).append("</strong></p>\n");
    out.append("<p>").append(Markup.line(document.about())).append("</p>\n");
    out.append("<p>").append(Markup.line(document.origin())).append("</p>\n</header>\n<main>\n");
    StatementList list = new StatementList(document.checked(), this::citation);
    for (Section section : document.note().sections()) {
      out.append("<section>\n<h2>").append(Markup.line(section.title())).append("</h2>\n");
      out.append(list.write(section)).append("</section>\n");
    }
    omissions();
    out.append("</main>\n");
    document.transcript().ifPresent(this::transcript);
    return out.append("</body>\n</html>\n").toString();
  }

  private List<Utterance> utterances() {
    return document.transcript().map(Transcript::utterances).orElse(List.of());
  }

  private void head() {
    String language = Markup.escape(document.language());
    out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(language)
        .append("\" xml:lang=\"")
        .append(language)
        .append("\">\n<head>\n<meta charset=\"utf-8\" />\n<title>")
        .append(Markup.line(document.title() + ", " + document.visited()))
        .append(" (")
        .append(document.notice())
        .append(")</title>\n<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
        .append("<style>\n")
        .append(Style.SHEET.replace("NOTICE", document.notice()))
        .append("</style>\n</head>\n");
  }

  private String citation(String utterance) {
    String name = Markup.line(utterance);
    String anchor = anchors.get(utterance);
    return anchor == null
        ? name
        : "<a href=\"#" + anchor + "\" title=\"Turn " + name + "\">" + name + "</a>";
  }

  private void omissions() {
    List<String> omitted = document.note().coverage().omitted();
    if (document.draft() && !omitted.isEmpty()) {
      out.append("<p>Said in the visit, but not in this note: ")
          .append(omitted.stream().map(this::citation).collect(Collectors.joining(", ")))
          .append(".</p>\n");
    }
  }

  private void transcript(Transcript transcript) {
    out.append("<section class=\"transcript\">\n<h2>Transcript</h2>\n");
    if (transcript.recognition().previewQuality()) {
      String mark = PreviewMark.of(transcript.recognition());
      out.append("<p><strong>").append(Markup.line(mark)).append("</strong></p>\n");
    }
    for (Utterance utterance : MisheardMark.in(transcript).utterances()) {
      out.append("<p id=\"").append(anchors.get(utterance.id())).append("\"><strong>");
      out.append(Markup.line(utterance.id()));
      String label = TranscriptFormat.label(utterance.speaker());
      out.append(label.isEmpty() ? "" : " " + Markup.line(label));
      utterance
          .span()
          .ifPresent(s -> out.append(' ').append(TranscriptFormat.clock(s.start(), '.'), 0, 8));
      out.append(":</strong> ").append(Markup.line(utterance.text())).append("</p>\n");
    }
    out.append("</section>\n");
  }

  /** Read once. */
  private static final class Style {
    static final String SHEET = read();

    private static String read() {
      try (InputStream in = HtmlNote.class.getResourceAsStream("note.css")) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
