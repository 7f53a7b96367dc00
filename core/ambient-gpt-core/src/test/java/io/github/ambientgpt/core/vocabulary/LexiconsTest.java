package io.github.ambientgpt.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconsTest {
  private final Vocabulary vocabulary = Vocabulary.english();

  @ParameterizedTest
  @CsvSource({
    "40mg,mg",
    "40 milligrams,mg",
    "50 mcg,mcg",
    "50 micrograms,mcg",
    "128 mmHg,mmHg",
    "98 %,%",
    "98 percent,%",
    "101.2 degrees Fahrenheit,°F",
    "101.2 °F,°F",
    "130 mg/dL,mg/dL",
    "130 milligrams per deciliter,mg/dL",
    "72 beats per minute,bpm",
    "five pounds,lb",
    "two packs per day,pack/d"
  })
  void aUnitIsFoundInItsWrittenAndSpokenForms(String text, String symbol) {
    assertThat(vocabulary.units().find(text))
        .extracting(match -> match.value().symbol())
        .containsExactly(symbol);
  }

  @Test
  void unitsOfOneDimensionConvert() {
    Unit gram = vocabulary.units().get("gram").orElseThrow();
    Unit milligram = vocabulary.units().get("mg").orElseThrow();

    assertThat(milligram.dimension()).isEqualTo(gram.dimension());
    assertThat(1000 * milligram.factor()).isCloseTo(gram.factor(), within(1e-12));
    assertThat(vocabulary.units().get("ml").orElseThrow().dimension())
        .isNotEqualTo(gram.dimension());
  }

  @ParameterizedTest
  @CsvSource({
    "twice a day,2",
    "b.i.d.,2",
    "BID,2",
    "two times daily,2",
    "q12h,2",
    "once daily,1",
    "q.d.,1",
    "every six hours,4",
    "every other day,0.5"
  })
  void theSameFrequencyInOtherWordsIsAsOften(String text, double perDay) {
    assertThat(vocabulary.frequencies().get(text).orElseThrow().perDay()).hasValue(perDay);
  }

  @Test
  void asNeededSaysNotHowOften() {
    assertThat(vocabulary.frequencies().get("p.r.n.").orElseThrow())
        .isEqualTo(vocabulary.frequencies().get("as needed").orElseThrow())
        .satisfies(frequency -> assertThat(frequency.perDay()).isEmpty());
  }

  @Test
  void aRouteIsFoundByItsWords() {
    assertThat(vocabulary.routes().get("by mouth")).isEqualTo(vocabulary.routes().get("p.o."));
  }

  @ParameterizedTest
  @CsvSource({
    "Lungs are clear to auscultation,RESPIRATORY",
    "no murmurs,CARDIOVASCULAR",
    "the abdomen is soft,GASTROINTESTINAL",
    "Mood is good,PSYCHIATRIC",
    "pupils are equal,EYES",
    "fever,CONSTITUTIONAL"
  })
  void aWordOfAnExaminationBringsUpItsSystem(String text, BodySystem system) {
    assertThat(vocabulary.systems().find(text))
        .extracting(Match::value)
        .isNotEmpty()
        .containsOnly(system);
  }

  @Test
  void anAbbreviationHasItsExpansionAndSaysWhetherItIsAmbiguous() {
    Lexicon<Abbreviation> abbreviations = vocabulary.abbreviations();

    assertThat(abbreviations.get("htn")).hasValue(new Abbreviation("HTN", "hypertension", false));
    assertThat(abbreviations.find("PE and O R").stream().map(Match::value))
        .extracting(Abbreviation::letters, Abbreviation::ambiguous)
        .containsExactly(tuple("PE", true), tuple("OR", true));
    assertThat(abbreviations.find("She's here, it can or ca n't be; she has hives")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "have,has,had,had,having",
    "be,is,was,been,being",
    "feel,feels,felt,felt,feeling",
    "stop,stops,stopped,stopped,stopping",
    "try,tries,tried,tried,trying",
    "cough,coughs,coughed,coughed,coughing",
    "take,takes,took,taken,taking",
    "travel,travels,traveled,traveled,traveling",
    "go,goes,went,gone,going"
  })
  void aVerbHasItsForms(String base, String third, String past, String participle, String ing) {
    Verb verb = vocabulary.verbs().byBase(base).orElseThrow();

    assertThat(List.of(verb.thirdPerson(), verb.past(), verb.participle(), verb.progressive()))
        .containsExactly(third, past, participle, ing);
    assertThat(vocabulary.verbs().byForm(past)).hasValue(verb);
  }

  @Test
  void aNounIsNoVerbAndACommonNounIsMarked() {
    assertThat(vocabulary.verbs().byBase("lisinopril")).isEmpty();
    assertThat(vocabulary.verbs().byBase("limp").orElseThrow().oftenNoun()).isTrue();
    assertThat(vocabulary.verbs().byBase("Go").orElseThrow().oftenNoun()).isFalse();
    assertThat(vocabulary.verbs().byForm("found").orElseThrow().base()).isEqualTo("find");
  }
}
