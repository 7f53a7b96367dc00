package io.github.ambientgpt.release.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A POM as it was uploaded, with nothing inherited or interpolated. */
record Pom(Element project) {
  static Pom parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // else faults are printed as well
      return new Pom(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /** The text at a path such as {@code scm/url}; empty if there is none. */
  String text(String path) {
    Element at = project;
    for (String name : path.split("/")) {
      at = children(at, name).stream().findFirst().orElse(null);
      if (at == null) {
        return "";
      }
    }
    return at.getTextContent().strip();
  }

  /** The elements at a path such as {@code dependencies/dependency}. */
  List<Pom> all(String path) {
    List<Element> found = List.of(project);
    for (String name : path.split("/")) {
      found = found.stream().flatMap(element -> children(element, name).stream()).toList();
    }
    return found.stream().map(Pom::new).toList();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .filter(node -> node.getNodeName().equals(name))
        .forEach(node -> found.add((Element) node));
    return found;
  }
}
