package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.reading.ClinicalReader;
import io.github.ambientgpt.core.reading.Quantity;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.vocabulary.Abbreviation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Examines one statement against what was said: first where it was said, then what must agree
 * there. Where the visit says otherwise, it is unsupported, and the other words are quoted; what
 * nobody said makes it uncertain; what nobody says aloud in any visit is a kind of its own.
 */
final class Examiner {
  /** What may differ from what was said when nobody says it aloud. */
  private static final Set<Reason.Kind> QUIET =
      EnumSet.of(
          Reason.Kind.WORDING,
          Reason.Kind.INVENTED,
          Reason.Kind.NUMBER,
          Reason.Kind.TIME,
          Reason.Kind.DOSE,
          Reason.Kind.SITE,
          Reason.Kind.LATERALITY);

  private static final double SUPPORTED = 0.4;

  private static final List<Comparison> COMPARISONS =
      List.of(
          new QuantityComparison(),
          new PairComparison(),
          new SideComparison(),
          new PolarityComparison(),
          new FrequencyComparison(),
          new DateComparison(),
          new ExperiencerComparison(),
          new SlotComparison(),
          new ChangeComparison(),
          new AllergyComparison(),
          new StatusComparison(),
          new CertaintyComparison(),
          new TrendComparison(),
          new SiteComparison(),
          new UnmentionedComparison(),
          new MisheardComparison());

  private final Transcribed said;
  private final GroundSearch search;
  private final Unspoken unspoken;

  Examiner(Transcribed said) {
    this.said = said;
    this.search = new GroundSearch(said);
    this.unspoken = new Unspoken(said);
  }

  /**
   * @param heading of the section that the statement stands in
   */
  Finding examine(Statement statement, String heading) {
    Contents contents =
        Contents.of(
            ClinicalReader.english().statement(statement.text(), this::isSpokenOf),
            Tokens.of(heading + " " + statement.topic()));
    Claim claim = new Claim(contents, said);
    Grounds grounds = search.find(claim, statement.evidence());
    Findings findings = new Findings(said);
    COMPARISONS.forEach(comparison -> comparison.compare(claim, grounds, findings));
    if (!findings.contradictions().isEmpty()) {
      List<Passage> passages = new ArrayList<>(grounds.passages());
      passages.addAll(findings.rivals());
      return new Finding(Support.UNSUPPORTED, findings.contradictions(), passages);
    }
    if (claim.isEmpty()) {
      return new Finding(Support.UNSPOKEN, List.of(), List.of());
    }
    double share = claim.share(grounds.rest());
    if (grounds.rest().isEmpty()) {
      findings.doubted(Reason.Kind.WORDING, "Nothing like this was said in the visit.");
    } else if (share < SUPPORTED) {
      findings.doubted(Reason.Kind.WORDING, "Only some of these words were said together.");
    }
    if (findings.doubts().isEmpty()) {
      return new Finding(Support.SUPPORTED, List.of(), resting(claim, grounds));
    }
    boolean quiet =
        !findings.isQuestioned()
            && findings.doubts().stream().map(Reason::kind).allMatch(QUIET::contains)
            && unspoken.is(claim, statement.text(), heading + " " + statement.topic());
    Support support = quiet ? Support.UNSPOKEN : Support.UNCERTAIN;
    return new Finding(support, findings.doubts(), resting(claim, grounds));
  }

  /** What it rests on; who gives a number rests on words that say that number. */
  private List<Passage> resting(Claim claim, Grounds grounds) {
    List<Passage> passages = new ArrayList<>(grounds.passagesAnd(claim.contents()::isPutRightBy));
    claim
        .contents()
        .numbers()
        .filter(number -> passages.stream().noneMatch(it -> it.contents().says(number)))
        .forEach(number -> saying(number, claim).ifPresent(i -> passages.add(said.passage(i))));
    return passages;
  }

  /** Of the passages that say a number the one that names the most of the statement. */
  private OptionalInt saying(Quantity number, Claim claim) {
    return IntStream.range(0, said.size())
        .filter(i -> said.passage(i).contents().says(number))
        .reduce((a, b) -> claim.weightIn(b, claim.all()) > claim.weightIn(a, claim.all()) ? b : a);
  }

  /** "PT" is physical therapy where that was spoken of; one side or the other always is. */
  private boolean isSpokenOf(Abbreviation abbreviation) {
    Contents meaning = Contents.of(ClinicalReader.english().statement(abbreviation.expansion()));
    return meaning.terms().isEmpty() || said.namesTogether(meaning.terms());
  }
}
