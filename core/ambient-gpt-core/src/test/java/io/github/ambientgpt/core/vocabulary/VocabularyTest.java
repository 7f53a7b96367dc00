package io.github.ambientgpt.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
    "pain in my chest,chest pain",
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
        "chest, pain free"
      })
  void otherWordsAreNoConditionSymptomOrDrug(String text) {
    assertThat(vocabulary.mentions(text))
        .extracting(mention -> mention.concept().kind())
        .doesNotContain(Kind.CONDITION, Kind.DRUG)
        .isSubsetOf(Kind.SYMPTOM, Kind.BODY_PART);
  }

  @Test
  void everyTableLoads() {
    assertThat(
            Stream.of(
                vocabulary.abbreviations(),
                vocabulary.units(),
                vocabulary.frequencies(),
                vocabulary.routes(),
                vocabulary.systems()))
        .allSatisfy(lexicon -> assertThat(lexicon.size()).isPositive());
    assertThat(vocabulary.verbs().byBase("have").orElseThrow().thirdPerson()).isEqualTo("has");
  }

  private List<Concept> concepts(String text) {
    return vocabulary.mentions(text).stream().map(Mention::concept).toList();
  }
}
