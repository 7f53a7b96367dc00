package io.github.ambientgpt.export;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.format.NoteDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes a Word document of a page: the parts beside this class, with what is of this note put in
 * place of the names in braces. For one document.
 */
final class Docx {
  /** A part of the package, and the file beside this class that it is made of. */
  private record Part(String name, String file) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("[Content_Types].xml", "content-types.xml"),
          new Part("_rels/.rels", "package.rels"),
          new Part("docProps/core.xml", "core.xml"),
          new Part("word/document.xml", "document.xml"),
          new Part("word/_rels/document.xml.rels", "document.xml.rels"),
          new Part("word/styles.xml", "styles.xml"),
          new Part("word/numbering.xml", "numbering.xml"),
          new Part("word/settings.xml", "settings.xml"),
          new Part("word/header1.xml", "header1.xml"),
          new Part("word/footer1.xml", "footer1.xml"));

  /** The first that a zip can say: the same note makes the same bytes. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Document page;
  private final NoteDocument document;

  Docx(Document page, NoteDocument document) {
    this.page = page;
    this.document = document;
  }

  byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Part part : PARTS) {
        ZipEntry entry = new ZipEntry(part.name());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(filled(part.file()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException | XMLStreamException e) {
      throw EngineException.lasting(
          "The Word document could not be made (%s): choose html, and report this."
              .formatted(e.getClass().getSimpleName()),
          null);
    }
    return out.toByteArray();
  }

  private String filled(String file) throws IOException, XMLStreamException {
    String template;
    try (InputStream in = Docx.class.getResourceAsStream("docx/" + file)) {
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (file.equals("document.xml")) {
      return template.replace("{body}", new DocxBody().write(body()));
    }
    return template
        .replace("{title}", escaped(text("title")))
        .replace("{notice}", escaped(text("strong")))
        .replace("{language}", page.getDocumentElement().getAttribute("lang"))
        .replace("{written}", document.written().toString());
  }

  private Element body() {
    return (Element) page.getElementsByTagName("body").item(0);
  }

  /** Of the first such element: the first strong words are those of the notice. */
  private String text(String tag) {
    return page.getElementsByTagName(tag).item(0).getTextContent();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
