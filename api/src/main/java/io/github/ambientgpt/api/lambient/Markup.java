package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/** HTML into text, and into HTML that a page may show: the predecessor's page shows it as it is. */
final class Markup {
  /** Made when somebody first asks: few use these routes, and all wait for the start. */
  private static final class Allowed {
    static final PolicyFactory NOTHING = new HtmlPolicyBuilder().toFactory();

    /** Shape, and no attributes at all. */
    static final PolicyFactory SHAPE =
        new HtmlPolicyBuilder()
            .allowElements(
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "p",
                "br",
                "hr",
                "ul",
                "ol",
                "li",
                "b",
                "strong",
                "i",
                "em",
                "u",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "blockquote",
                "pre")
            .toFactory();
  }

  /** The text without its tags. */
  String plain(String html) {
    return HtmlUtils.htmlUnescape(Allowed.NOTHING.sanitize(html.replace("<br>", "\n")));
  }

  /** What a language model wrote, without whatever could run. */
  String safe(String html) {
    return Allowed.SHAPE.sanitize(html);
  }

  /** A note under headings. */
  String note(Note note) {
    StringBuilder html = new StringBuilder();
    for (Section section : note.sections()) {
      html.append("<h4>").append(HtmlUtils.htmlEscape(section.title())).append("</h4>\n");
      for (Statement statement : section.statements()) {
        html.append("<p>").append(HtmlUtils.htmlEscape(statement.text())).append("</p>\n");
      }
    }
    return html.toString();
  }
}
