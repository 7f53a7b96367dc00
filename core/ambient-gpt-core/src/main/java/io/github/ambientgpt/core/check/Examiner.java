package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.vocabulary.Abbreviation;
import java.util.ArrayList;
import java.util.List;

/**
 * Examines one statement against what was said: first where it was said, then what must agree
 * there. What disagrees makes a statement unsupported; what nobody named, or too few words in
 * common, make it uncertain or unsupported.
 */
final class Examiner {
  private static final double SUPPORTED = 0.55;
  private static final double UNCERTAIN = 0.3;

  private static final List<Comparison> MUST_AGREE =
      List.of(
          new QuantityComparison(),
          new SideComparison(),
          new NegationComparison(),
          new RhythmComparison(),
          new DateComparison(),
          new DrugComparison(),
          new PairComparison(),
          new PersonComparison(),
          new DegreeComparison(),
          new ActionComparison());

  private static final List<Comparison> SHOULD_AGREE =
      List.of(new InventionComparison(), new AspectComparison());

  private final Transcribed said;
  private final GroundSearch search;
  private final Reader reader = Reader.ofNotes(this::isSpokenOf);

  Examiner(Transcribed said) {
    this.said = said;
    this.search = new GroundSearch(said);
  }

  Finding examine(Statement statement) {
    Claim claim = new Claim(reader.read(statement.text()), said);
    Grounds grounds = search.find(claim, statement.evidence());
    List<Reason> reasons = new ArrayList<>();
    MUST_AGREE.forEach(comparison -> comparison.compare(claim, grounds, reasons::add));
    if (!reasons.isEmpty()) {
      return new Finding(Support.UNSUPPORTED, reasons, grounds.passages());
    }
    SHOULD_AGREE.forEach(comparison -> comparison.compare(claim, grounds, reasons::add));
    double share = claim.share(grounds.rest());
    if (grounds.rest().isEmpty() || share < UNCERTAIN) {
      reasons.add(new Reason(Reason.Kind.WORDING, "Nothing like this was said in the visit."));
      return new Finding(Support.UNSUPPORTED, reasons, grounds.passages());
    }
    if (share < SUPPORTED) {
      reasons.add(new Reason(Reason.Kind.WORDING, "Only some of these words were said together."));
    }
    Support support = reasons.isEmpty() ? Support.SUPPORTED : Support.UNCERTAIN;
    return new Finding(support, reasons, grounds.passagesAnd(claim.reading()::isPutRightBy));
  }

  /** "PT" is physical therapy where that was spoken of; one side or the other always is. */
  private boolean isSpokenOf(Abbreviation abbreviation) {
    Reading meaning = Reader.ofNotes(other -> false).read(abbreviation.expansion());
    return meaning.terms().isEmpty() || said.namesTogether(meaning.terms());
  }
}
