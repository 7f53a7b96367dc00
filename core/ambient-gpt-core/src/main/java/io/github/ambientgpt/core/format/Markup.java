package io.github.ambientgpt.core.format;

/** Text as the content or an attribute of HTML and XML. */
final class Markup {
  private static final int REPLACEMENT = '\ufffd';

  private Markup() {}

  /** What XML has no way to say (control characters, halves of a surrogate pair) is replaced. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  /** The same, with every run of white space as one space. */
  static String line(String text) {
    return escape(text.strip().replaceAll("\\s+", " "));
  }

  /** One line without markup, for formats that have none and the same limits. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .forEach(point -> out.appendCodePoint(allowed(point) ? point : REPLACEMENT));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(allowed(point) ? point : REPLACEMENT);
    }
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point >= 0x20 && point < 0x7f
        || point >= 0xa0 && point <= 0xd7ff
        || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000;
  }
}
