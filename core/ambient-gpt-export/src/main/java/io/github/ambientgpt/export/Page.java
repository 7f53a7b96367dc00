package io.github.ambientgpt.export;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.format.DocumentFormat;
import io.github.ambientgpt.core.format.NoteDocument;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page that core writes, as a tree: one source of what all files say. */
final class Page {
  private Page() {}

  static Document of(NoteDocument document) {
    String html = DocumentFormat.HTML.write(document);
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      // Its message may quote the note: not kept as a cause.
      throw EngineException.lasting(
          "The note could not be laid out (%s): export it as text or markdown, and report this."
              .formatted(e.getClass().getSimpleName()),
          null);
    }
  }
}
