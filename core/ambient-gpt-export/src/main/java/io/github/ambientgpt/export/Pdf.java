package io.github.ambientgpt.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.github.ambientgpt.core.error.EngineException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.w3c.dom.Document;

/** Makes a PDF of a page. */
final class Pdf {
  private static final String FONT = "DejaVu Sans";

  static {
    // Its log names what it lays out, and a note has no place in a log.
    XRLog.setLoggingEnabled(false);
  }

  private Pdf() {}

  static byte[] write(Document page) {
    Glyphs.require(page.getDocumentElement().getTextContent());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .withW3cDocument(page, null)
          .useFont(() -> Glyphs.open("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true)
          .useFont(() -> Glyphs.open("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
          .usePdfUaAccessibility(true)
          .usePdfAConformance(PdfAConformance.PDFA_3_A)
          .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
          .withProducer("Ambient GPT Notes")
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw EngineException.lasting(
          "The PDF could not be made (%s): choose docx or html, and report this."
              .formatted(e.getClass().getSimpleName()),
          null);
    }
    return out.toByteArray();
  }
}
