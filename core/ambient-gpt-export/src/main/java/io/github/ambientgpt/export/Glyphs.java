package io.github.ambientgpt.export;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of the fonts that are within. What they lack would be left out of a PDF in silence,
 * and what is written from right to left would come out in the wrong order; in a note neither may
 * happen. Loaded once, for any thread.
 */
final class Glyphs {
  private static final List<CmapLookup> FONTS =
      List.of(read("DejaVuSans.ttf"), read("DejaVuSans-Bold.ttf"));

  private Glyphs() {}

  /**
   * @throws InvalidInputException when a PDF would not show all of the text
   */
  static void require(String text) {
    char[] chars = text.toCharArray();
    long lacking = text.codePoints().filter(point -> !shown(point)).count();
    if (lacking > 0 || Bidi.requiresBidi(chars, 0, chars.length)) {
      throw new InvalidInputException(
          "A PDF cannot show all letters of this note or its transcript (%s): choose docx or html, which can."
              .formatted(
                  lacking > 0
                      ? "its font lacks " + lacking + " of them"
                      : "some run from right to left"));
    }
  }

  private static boolean shown(int point) {
    return Character.isWhitespace(point)
        || FONTS.stream().allMatch(font -> font.getGlyphId(point) != 0);
  }

  static InputStream open(String name) {
    return Glyphs.class.getResourceAsStream(name);
  }

  private static CmapLookup read(String name) {
    try (InputStream in = open(name);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
