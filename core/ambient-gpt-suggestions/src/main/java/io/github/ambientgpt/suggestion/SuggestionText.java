package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.WrappedText;
import io.github.ambientgpt.core.format.MarkdownNote;
import io.github.ambientgpt.core.format.Notice;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.List;
import java.util.Locale;

/** Suggestions for people to read, as text and as Markdown. */
final class SuggestionText {
  private static final String TITLE = "Suggestions";

  private SuggestionText() {}

  static String write(Suggestions suggestions) {
    StringBuilder out = new StringBuilder(TITLE).append('\n');
    WrappedText.append(out, "", "", Suggestions.NOTICE);
    suggestions.remarks().forEach(remark -> WrappedText.append(out, "", "", remark));
    for (Kind kind : Kind.values()) {
      List<Suggestion> of = suggestions.of(kind);
      if (!of.isEmpty()) {
        String title = title(kind);
        out.append('\n').append(title).append('\n').append("-".repeat(title.length())).append('\n');
        of.forEach(suggestion -> write(out, suggestion));
      }
    }
    return out.toString();
  }

  private static void write(StringBuilder out, Suggestion suggestion) {
    WrappedText.append(out, "- ", "  ", headline(suggestion));
    for (Suggestion.Ground ground : suggestion.grounds()) {
      WrappedText.append(out, "    * ", "      ", ground.text() + " [" + links(ground) + "]");
    }
    suggestion.remarks().forEach(remark -> WrappedText.append(out, "  >> ", "     ", remark));
  }

  static String markdown(Suggestions suggestions) {
    StringBuilder out = new StringBuilder("# ").append(TITLE).append("\n\n> **");
    out.append(MarkdownNote.escape(Suggestions.NOTICE)).append("**\n");
    for (String remark : suggestions.remarks()) {
      out.append(">\n> ").append(MarkdownNote.escape(remark)).append('\n');
    }
    for (Kind kind : Kind.values()) {
      List<Suggestion> of = suggestions.of(kind);
      if (!of.isEmpty()) {
        out.append("\n## ").append(title(kind)).append("\n\n");
        of.forEach(suggestion -> markdown(out, suggestion));
      }
    }
    return out.toString();
  }

  private static void markdown(StringBuilder out, Suggestion suggestion) {
    out.append("- ").append(MarkdownNote.escape(headline(suggestion))).append('\n');
    for (Suggestion.Ground ground : suggestion.grounds()) {
      out.append("  - ").append(MarkdownNote.escape(ground.text()));
      out.append(" [").append(links(ground)).append("]\n");
    }
    for (String remark : suggestion.remarks()) {
      out.append("  - *").append(MarkdownNote.escape(remark)).append("*\n");
    }
  }

  private static String headline(Suggestion suggestion) {
    String code = suggestion.code().isEmpty() ? "" : suggestion.code() + " ";
    String standing =
        suggestion.standing() == Standing.CHECKED
            ? ""
            : " (" + SuggestionJson.lower(suggestion.standing()) + ")";
    return code + suggestion.text() + standing + " - " + source(suggestion.source());
  }

  private static String source(Suggestion.Source source) {
    return source.by().name().toLowerCase(Locale.ROOT) + ": " + source.name();
  }

  private static String links(Suggestion.Ground ground) {
    List<String> utterances =
        ground.evidence().stream().map(Evidence::utterance).distinct().toList();
    return utterances.isEmpty() ? Notice.NO_EVIDENCE : String.join(", ", utterances);
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case ICD_10_CM -> "Diagnosis codes (ICD-10-CM)";
      case VISIT_LEVEL -> "Level of the visit";
      case SOCIAL -> "Social determinants (ICD-10-CM Z55 to Z65)";
      case COMORBIDITY -> "Chronic conditions";
      case ALTERNATIVE -> "Alternative diagnoses";
      case PAYER -> "What a payer looks for";
      case CPT -> "CPT codes";
      case SNOMED -> "SNOMED CT codes";
    };
  }
}
