package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.encounter.Encounter;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentFormatTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.5Z");

  private static final Transcript TRANSCRIPT =
      TranscriptReader.parse(
          "[doctor] any cough ?\n[patient] <b>three</b> weeks & \"worse\"\n[doctor] take it\n",
          "v");

  private static final Note NOTE =
      new Note(
          "Progress Note",
          List.of(
              new Section(
                  "Subjective",
                  List.of(
                      new Statement(
                          "",
                          "A cough for < 3 weeks & \u0007 more.",
                          Support.SUPPORTED,
                          List.of(),
                          List.of(new Evidence("u2", 0, 5), new Evidence("u9", 0, 2))),
                      new Statement(
                          "Lungs",
                          "Fever <script>alert(1)</script>",
                          Support.UNSUPPORTED,
                          List.of(new Reason(Reason.Kind.INVENTED, "Nobody said \"fever\".")),
                          List.of()))),
              new Section("Vital Signs and More", List.of())),
          new Coverage(List.of("u2", "u3"), List.of("u3")),
          Generation.of("builtin"),
          Note.Status.DRAFT);

  private static final NoteDocument DRAFT =
      NoteDocument.of(NOTE, NOON)
          .withTranscript(TRANSCRIPT)
          .withVisited(LocalDate.of(2026, 11, 20));

  private static final NoteDocument SIGNED =
      NoteDocument.of(
          new Encounter(
              new UUID(0, 1),
              "Dr. O'Hara",
              "Room 3",
              LocalDate.of(2026, 11, 20),
              Optional.empty(),
              List.of(),
              Optional.of(TRANSCRIPT),
              List.of()),
          new Note(
              NOTE.template(),
              NOTE.sections(),
              NOTE.coverage(),
              NOTE.generation(),
              Note.Status.SIGNED),
          NOON);

  @ParameterizedTest
  @EnumSource
  void everyDraftSaysSoAndNoSignedNoteDoes(DocumentFormat format) {
    assertThat(format.write(DRAFT)).contains("DRAFT, not signed");
    assertThat(format.write(SIGNED)).doesNotContain("DRAFT").contains("Signed");
  }

  @ParameterizedTest
  @EnumSource
  void theSameDocumentMakesTheSameBytes(DocumentFormat format) {
    assertThat(format.write(DRAFT)).isEqualTo(format.write(DRAFT)).doesNotContain("\r");
    NoteDocument later = NoteDocument.of(NOTE, NOON.plusSeconds(1));
    assertThat(later.id()).isNotEqualTo(DRAFT.id());
  }

  @Test
  void htmlIsWellFormedAndNothingInItIsMarkupOfSomebodyElse() throws Exception {
    String html = DocumentFormat.HTML.write(DRAFT);
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;b&gt;three&lt;/b&gt; weeks &amp; &quot;worse&quot;")
        .contains("more.")
        .doesNotContain("\u0007", "<script", "http-equiv=\"refresh\"", " src=");
    Document page = parse(html);
    assertThat(page.getElementsByTagName("h1").getLength()).isOne();
    assertThat(texts(page, "h2"))
        .containsExactly("Subjective", "Vital Signs and More", "Transcript");
    assertThat(html).contains("<li><strong>Lungs</strong>\n<ul>\n<li>Fever &lt;");
  }

  @Test
  void evidenceLinksToTheTurnBelow() throws Exception {
    Document page = parse(DocumentFormat.HTML.write(DRAFT));
    List<String> links = new ArrayList<>();
    for (Element link : elements(page, "a")) {
      links.add(link.getAttribute("href").substring(1));
    }
    List<String> anchors = new ArrayList<>();
    for (Element paragraph : elements(page, "p")) {
      anchors.add(paragraph.getAttribute("id"));
    }
    assertThat(links).isNotEmpty().isSubsetOf(anchors);
    assertThat(DocumentFormat.HTML.write(DRAFT))
        .contains("[<a href=\"#t2\" title=\"Turn u2\">u2</a>, u9]")
        .contains("[no evidence] <strong>(UNSUPPORTED: Nobody said &quot;fever&quot;.)</strong>")
        .contains("<p>Said in the visit, but not in this note: <a href=\"#t3\"")
        .contains("<strong>u2 patient:</strong>");
  }

  @Test
  void withoutATranscriptThereAreNoLinks() {
    String html = DocumentFormat.HTML.write(NoteDocument.of(NOTE, NOON));
    assertThat(html).contains("[u2, u9]").doesNotContain("<a ", "Transcript</h2>");
  }

  @Test
  void aNoteThatNobodyCheckedSaysItOnceAndDoubtsNoStatement() {
    Note given = NoteReader.parse("# Plan\n\nRest. Fluids.\n", "note");
    String html = DocumentFormat.HTML.write(NoteDocument.of(given, NOON));
    assertThat(html)
        .contains("Not checked against what was said.")
        .doesNotContain("UNSUPPORTED", "no evidence");
  }

  @Test
  void aSignedNoteNamesClinicianAndVisit() {
    assertThat(DocumentFormat.HTML.write(SIGNED))
        .contains("Visit of 2026-11-20, Dr. O&#39;Hara, Room 3.")
        .doesNotContain("but not in this note");
    JsonNode bundle = JsonMapper.shared().readTree(DocumentFormat.FHIR.write(SIGNED));
    JsonNode composition = resource(bundle, "Composition");
    assertThat(composition.path("status").stringValue()).isEqualTo("final");
    assertThat(composition.path("attester").size()).isOne();
    assertThat(composition.path("author").size()).isEqualTo(2);
    assertThat(resource(bundle, "Practitioner").path("name").path(0).path("text").stringValue())
        .isEqualTo("Dr. O'Hara");
  }

  @Test
  void fhirHasCompositionDocumentsAndProvenance() {
    JsonNode bundle = JsonMapper.shared().readTree(DocumentFormat.FHIR.write(DRAFT));
    assertThat(bundle.path("type").stringValue()).isEqualTo("document");
    assertThat(bundle.path("timestamp").stringValue()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(types(bundle))
        .containsExactly(
            "Composition",
            "Patient",
            "Device",
            "DocumentReference",
            "DocumentReference",
            "Provenance");
    JsonNode composition = resource(bundle, "Composition");
    assertThat(composition.path("status").stringValue()).isEqualTo("preliminary");
    assertThat(composition.path("title").stringValue())
        .isEqualTo("Progress Note (DRAFT, not signed)");
    assertThat(composition.at("/type/coding/0/code").stringValue()).isEqualTo("11506-3");
    assertThat(composition.at("/section/0/code/coding/0/code").stringValue()).isEqualTo("61150-9");
    assertThat(composition.path("section").path(1).has("code")).isFalse();
    assertThat(composition.at("/section/0/text/div").stringValue())
        .contains("A cough for &lt; 3 weeks &amp;", "[u2, u9]", "(UNSUPPORTED: Nobody said");
    JsonNode provenance = resource(bundle, "Provenance");
    assertThat(provenance.path("entity").size()).isEqualTo(2);
    assertThat(provenance.at("/entity/0/what/identifier/value").stringValue()).isEqualTo("u2");
    assertThat(provenance.at("/agent/0/type/coding/0/code").stringValue()).isEqualTo("author");
  }

  @Test
  void everyFhirReferenceMeetsAnEntry() {
    for (NoteDocument document : List.of(DRAFT, SIGNED, NoteDocument.of(NOTE, NOON))) {
      JsonNode bundle = JsonMapper.shared().readTree(DocumentFormat.FHIR.write(document));
      List<String> urls = new ArrayList<>();
      bundle.path("entry").forEach(entry -> urls.add(entry.path("fullUrl").stringValue()));
      assertThat(urls).doesNotHaveDuplicates();
      List<String> references =
          bundle.findValues("reference").stream().map(JsonNode::stringValue).distinct().toList();
      assertThat(references).isNotEmpty().isSubsetOf(urls);
    }
  }

  @Test
  void theLanguageIsTheVisits() {
    Transcript german = new Transcript("de-CH", Recognition.TYPED, TRANSCRIPT.utterances());
    assertThat(DocumentFormat.HTML.write(DRAFT.withTranscript(german))).contains(" lang=\"de-CH\"");
    Transcript odd = new Transcript("\"><b>", Recognition.TYPED, TRANSCRIPT.utterances());
    assertThat(DocumentFormat.HTML.write(DRAFT.withTranscript(odd))).contains(" lang=\"en\"");
  }

  @Test
  void aDocumentDoesNotPrintItsWords() {
    assertThat(SIGNED.toString()).doesNotContain("cough", "Room", "Hara");
  }

  private static List<String> types(JsonNode bundle) {
    List<String> types = new ArrayList<>();
    bundle
        .path("entry")
        .forEach(entry -> types.add(entry.at("/resource/resourceType").stringValue()));
    return types;
  }

  private static JsonNode resource(JsonNode bundle, String type) {
    return bundle.path("entry").path(types(bundle).indexOf(type)).path("resource");
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
