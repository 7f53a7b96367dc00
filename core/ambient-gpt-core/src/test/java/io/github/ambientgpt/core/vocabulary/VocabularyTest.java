package io.github.ambientgpt.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  private final Vocabulary vocabulary = Vocabulary.english();

  @Test
  void mentionsAreInOrderAndSayWhereTheyAre() {
    String text = "I take Lasix 40 mg for swollen legs, and my knees hurt.";

    List<Mention> mentions = vocabulary.mentions(text);

    assertThat(mentions)
        .extracting(mention -> mention.concept().id())
        .containsExactly(
            "drug:furosemide", "symptom:leg-swelling", "body-part:knee", "symptom:pain");
    assertThat(mentions)
        .extracting(mention -> text.substring(mention.beginChar(), mention.endChar()))
        .containsExactly("Lasix", "swollen legs", "knees", "hurt");
  }

  @ParameterizedTest
  @CsvSource({
    "short of breath,shortness of breath",
    "high blood pressure,HTN",
    "sugar diabetes,diabetes",
    "type 2 diabetes,T2DM",
    "heart attack,myocardial infarctions",
    "Crohn's disease,crohns",
    "Tylenol,acetaminophen",
    "Neurontin,gabapentin",
    "Mounjaro,tirzepatide",
    "Percocet,oxycodone/acetaminophen",
    "NSAIDs,anti-inflammatory",
    "EKG,ECG",
    "hemoglobin A1c,a one c",
    "x-ray,x ray",
    "belly,abdomen",
    "pain in her chest,chest pain",
    "pain in the tummy,abdominal pain",
    "M R I,magnetic resonance imaging",
    "lower extremity edema,swelling in your legs",
    "drinks alcohol,wine",
    "took out my gallbladder,cholecystectomy",
  })
  void twoNamesOfOneThingAreTheSameConcept(String one, String other) {
    assertThat(concepts(one)).hasSize(1).isEqualTo(concepts(other));
  }

  @ParameterizedTest
  @CsvSource({
    "lisinopril,losartan",
    "hydroxyzine,hydralazine",
    "type 1 diabetes,type 2 diabetes",
    "hypertension,hypotension",
    "hyperthyroidism,hypothyroidism",
    "Norco,Percocet",
    "dizziness,vertigo"
  })
  void namesThatLookAlikeAreDifferentConcepts(String one, String other) {
    assertThat(concepts(one)).hasSize(1).doesNotContainAnyElementsOf(concepts(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'll be back then, as I said.",
        "A little water or milk.",
        "She sobs.",
        "Okay, thank you so much, have a good day!",
        "I'll come back in the fall.",
        "He went back to his weight lifting.",
        "Drink plenty of water.",
        "Mrs. Walker, on the other hand, states the rest is fine.",
        "She's got the discharge papers, Mr. Adam, okay?"
      })
  void otherWordsAreNothingClinical(String text) {
    assertThat(vocabulary.mentions(text)).isEmpty();
  }

  @Test
  void aTermDoesNotRunOverACommaOrTheEndOfASentence() {
    assertThat(concepts("his chest, pain free"))
        .doesNotContainAnyElementsOf(concepts("chest pain"));
    assertThat(concepts("His chest. Pain free."))
        .doesNotContainAnyElementsOf(concepts("chest pain"));
  }

  @Test
  void capitalsTellAnAbbreviationFromAWord() {
    assertThat(concepts("SOB on exertion")).isNotEmpty();
    assertThat(concepts("She began to sob.")).isEmpty();
    assertThat(concepts("Ms. Hill has MS.")).hasSize(1);
  }

  @Test
  void aTermAloneHasItsConcept() {
    assertThat(vocabulary.concept("Norco").orElseThrow())
        .isEqualTo(new Concept(ConceptKind.DRUG, "hydrocodone/acetaminophen"));
    assertThat(vocabulary.concept("come back")).isEmpty();
    assertThat(vocabulary.concept("gibberish")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "type 2 diabetes,diabetes",
    "Lasix,water pill",
    "lisinopril,blood pressure medication",
    "big toe,foot",
    "depressed,depression",
    "HTN,high blood pressure"
  })
  void aNarrowConceptIsABroadOneButNotTheReverse(String narrow, String broad) {
    Concept one = vocabulary.concept(narrow).orElseThrow();
    Concept other = vocabulary.concept(broad).orElseThrow();

    assertThat(vocabulary.isA(one, other)).isTrue();
    assertThat(vocabulary.isA(other, one)).isEqualTo(one.equals(other));
  }

  private List<Concept> concepts(String text) {
    return vocabulary.mentions(text).stream().map(Mention::concept).toList();
  }
}
