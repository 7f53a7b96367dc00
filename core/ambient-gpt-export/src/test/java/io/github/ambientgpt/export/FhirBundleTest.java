package io.github.ambientgpt.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import io.github.ambientgpt.core.encounter.Encounter;
import io.github.ambientgpt.core.format.DocumentFormat;
import io.github.ambientgpt.core.format.NoteDocument;
import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Core's FHIR documents before a validator that is too big for core's own tests; no network. */
class FhirBundleTest {
  private static FhirValidator validator;

  @BeforeAll
  static void loadValidator() {
    FhirContext context = FhirContext.forR4();
    ValidationSupportChain support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new InMemoryTerminologyServerValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context));
    validator = context.newValidator();
    validator.registerValidatorModule(new FhirInstanceValidator(support));
  }

  static Stream<String> templates() {
    return Templates.builtin().all().stream().map(Template::name);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aNoteOfEachTemplateIsValid(String template) {
    assertValid(DocumentFormat.FHIR.write(Visit.builtin(template)));
  }

  @ParameterizedTest
  @EnumSource
  void doubtEmptinessAndSpecialCharactersAreValid(Note.Status status) {
    NoteDocument document = NoteDocument.of(Visit.awkward(status), Visit.WRITTEN);
    assertValid(DocumentFormat.FHIR.write(document));
    assertValid(DocumentFormat.FHIR.write(document.withTranscript(Visit.TRANSCRIPT)));
  }

  @Test
  void aSignedNoteOfAnEncounterIsValid() {
    Encounter encounter =
        new Encounter(
            UUID.fromString("5c1c7c6e-9f58-4d3f-9d8a-0d2f3c1b2a10"),
            "Dr. <O'Hara> & Co",
            "Room 3",
            LocalDate.of(2026, 11, 20),
            Optional.empty(),
            List.of(),
            Optional.of(Visit.TRANSCRIPT),
            List.of());
    assertValid(
        DocumentFormat.FHIR.write(
            NoteDocument.of(encounter, Visit.awkward(Note.Status.SIGNED), Visit.WRITTEN)));
  }

  @Test
  void aNoteThatAnotherProgramWroteIsValid() {
    Note given = NoteReader.parse("# Plan\n\nRest & fluids.\n", "note");
    assertValid(DocumentFormat.FHIR.write(NoteDocument.of(given, Visit.WRITTEN)));
  }

  @Test
  void aNoteWithoutAnySectionIsValid() {
    Note nothing = Note.draft("SOAP", List.of(), Generation.of("builtin"));
    assertValid(DocumentFormat.FHIR.write(NoteDocument.of(nothing, Visit.WRITTEN)));
  }

  /** Else the tests above could not fail. */
  @Test
  void theValidatorSeesWhatIsWrong() {
    String bundle = DocumentFormat.FHIR.write(Visit.builtin("SOAP"));
    assertThat(errors(bundle.replace("\"preliminary\"", "\"nearly\""))).isNotEmpty();
    assertThat(errors(bundle.replaceFirst("\"timestamp\" : \"[^\"]*\",", ""))).isNotEmpty();
    assertThat(errors(bundle.replaceFirst("<ul>", "<script>").replaceFirst("</ul>", "</script>")))
        .isNotEmpty();
  }

  private static void assertValid(String bundle) {
    assertThat(errors(bundle)).isEmpty();
  }

  private static List<String> errors(String bundle) {
    return validator.validateWithResult(bundle).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0)
        .filter(message -> !lacksLoinc(message))
        .map(
            message ->
                message.getSeverity()
                    + " "
                    + message.getLocationString()
                    + " "
                    + message.getMessage())
        .toList();
  }

  /** Its table may not be shipped; the codes themselves are few and looked at by eye. */
  private static boolean lacksLoinc(SingleValidationMessage message) {
    return message.getSeverity() == ResultSeverityEnum.WARNING
        && message.getMessage().contains("http://loinc.org");
  }
}
