package io.github.ambientgpt.export;

import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The paragraphs of a page as WordprocessingML. For one page. */
final class DocxBody {
  private static final Map<String, String> STYLES =
      Map.of("h1", "Heading1", "h2", "Heading2", "li", "ListBullet");

  private static final Set<String> INLINE = Set.of("a", "strong");

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;
  private int bookmarks;

  DocxBody() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
  }

  String write(Element body) throws XMLStreamException {
    blocks(body);
    xml.flush();
    return out.toString();
  }

  private void blocks(Element parent) throws XMLStreamException {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        if (element.getTagName().equals("p") || STYLES.containsKey(element.getTagName())) {
          paragraph(element);
        } else if (!INLINE.contains(element.getTagName())) {
          blocks(element);
        }
      }
    }
  }

  private void paragraph(Element element) throws XMLStreamException {
    boolean status = element.getAttribute("class").equals("status");
    String style = status ? "Status" : STYLES.getOrDefault(element.getTagName(), "Normal");
    boolean nested = style.equals("ListBullet") && isItem(element.getParentNode().getParentNode());
    xml.writeStartElement("w:p");
    xml.writeStartElement("w:pPr");
    empty("w:pStyle", "w:val", nested ? "ListBullet2" : style);
    xml.writeEndElement();
    String id = element.getAttribute("id");
    if (!id.isEmpty()) {
      String number = String.valueOf(bookmarks++);
      empty("w:bookmarkStart", "w:id", number, "w:name", id);
      empty("w:bookmarkEnd", "w:id", number);
    }
    inline(element, "");
    xml.writeEndElement();
    blocks(element);
  }

  private static boolean isItem(Node node) {
    return node.getNodeName().equals("li");
  }

  private void inline(Element parent, String style) throws XMLStreamException {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (!(node instanceof Element element)) {
        run(node.getTextContent().replace("\n", ""), style);
      } else if (element.getTagName().equals("a")) {
        xml.writeStartElement("w:hyperlink");
        xml.writeAttribute("w:anchor", element.getAttribute("href").substring(1));
        xml.writeAttribute("w:tooltip", element.getAttribute("title"));
        inline(element, "Hyperlink");
        xml.writeEndElement();
      } else if (element.getTagName().equals("strong")) {
        inline(element, "Strong");
      }
    }
  }

  private void run(String text, String style) throws XMLStreamException {
    if (text.isEmpty()) {
      return;
    }
    xml.writeStartElement("w:r");
    if (!style.isEmpty()) {
      xml.writeStartElement("w:rPr");
      empty("w:rStyle", "w:val", style);
      xml.writeEndElement();
    }
    xml.writeStartElement("w:t");
    xml.writeAttribute("xml:space", "preserve");
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
