package io.github.ambientgpt.api.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.note.NoteContent.NoteSection;
import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import io.github.ambientgpt.api.note.NoteContent.Writer;
import io.github.ambientgpt.core.note.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoteRevertTest {
  /** Plan: s1 First. s2 Second. s3 Third. Other: s4 Fourth. */
  private static final NoteContent BEFORE =
      content(
          section("Plan", "First.", "Second.", "Third."),
          new NoteSection("Other", List.of(statement("s4", "Fourth."))));

  private static NoteContent content(NoteSection... sections) {
    Writer writer = new Writer("builtin", "builtin", null, null, null);
    return new NoteContent(
        "SOAP", null, 0, List.of(sections), List.of(), List.of(), writer, 4, null, null);
  }

  private static NoteSection section(String title, String... texts) {
    return new NoteSection(
        title,
        Stream.iterate(0, i -> i < texts.length, i -> i + 1)
            .map(i -> statement("s" + (i + 1), texts[i]))
            .toList());
  }

  private static NoteStatement statement(String id, String text) {
    return NoteStatement.of(id, Statement.unchecked("", text, List.of()), false);
  }

  private static Arguments change(String what, UnaryOperator<NoteContent> change) {
    return Arguments.of(what, change);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("an edit", note -> NoteEdits.change(note, "s2", null, "Changed.", null)),
        change("a topic", note -> NoteEdits.change(note, "s2", "Cough", null, null)),
        change("a decision", note -> NoteEdits.change(note, "s2", null, null, true)),
        change("a removal", note -> NoteEdits.remove(note, "s2")),
        change("the removal of the first", note -> NoteEdits.remove(note, "s1")),
        change(
            "two removals beside each other",
            note -> NoteEdits.remove(NoteEdits.remove(note, "s1"), "s2")),
        change("an addition", note -> NoteEdits.add(note, "Plan", "", "New.", "s1")),
        change("a section of its own", note -> NoteEdits.add(note, "New", "", "New.", null)),
        change("a split", note -> NoteEdits.split(note, "s2", 3)),
        change("a join", note -> NoteEdits.join(note, "s1", "s2")),
        change("a move to another section", note -> NoteEdits.move(note, "s2", "Other", null)),
        change("a move in its section", note -> NoteEdits.move(note, "s3", "Plan", "")),
        change(
            "a section that went", note -> note.with(note.sections().subList(1, 2), note.lastId())),
        change(
            "a section written anew",
            note ->
                note.with(
                    List.of(
                        new NoteSection("Plan", List.of(statement("s5", "First."))),
                        note.sections().get(1)),
                    5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeIsTakenBack(String what, UnaryOperator<NoteContent> change) {
    NoteContent after = change.apply(BEFORE);

    assertThat(after.sections()).isNotEqualTo(BEFORE.sections());
    assertThat(NoteRevert.of(BEFORE, after, after).sections()).isEqualTo(BEFORE.sections());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void whatWasChangedSinceInAnotherStatementStays(String what, UnaryOperator<NoteContent> change) {
    UnaryOperator<NoteContent> other =
        note ->
            NoteEdits.add(
                NoteEdits.change(note, "s4", null, "Theirs.", null), "Other", "", "Also.", null);
    NoteContent after = change.apply(BEFORE);

    NoteContent reverted = NoteRevert.of(BEFORE, after, other.apply(after));

    assertThat(reverted.section("Plan")).isEqualTo(BEFORE.section("Plan"));
    assertThat(reverted.section("Other").orElseThrow().statements())
        .extracting(NoteStatement::text)
        .containsExactly("Theirs.", "Also.");
  }

  @Test
  void aStatementThatHasOtherWordsByNowKeepsThem() {
    NoteContent mine = NoteEdits.change(BEFORE, "s1", null, "Mine.", null);
    NoteContent added = NoteEdits.add(mine, "Plan", "", "Added.", null);
    NoteContent theirs =
        NoteEdits.change(
            NoteEdits.change(added, "s1", null, "Theirs.", null),
            "s5",
            null,
            "Added, and more.",
            null);

    assertThat(NoteRevert.of(BEFORE, added, theirs)).isEqualTo(theirs);
  }

  @Test
  void whatIsTakenBackAlreadyChangesNothing() {
    NoteContent after = NoteEdits.remove(BEFORE, "s2");
    NoteContent reverted = NoteRevert.of(BEFORE, after, after);

    assertThat(NoteRevert.of(BEFORE, after, reverted)).isEqualTo(reverted);
  }

  @Test
  void noIdIsGivenTwice() {
    NoteContent after = NoteEdits.add(BEFORE, "Plan", "", "New.", null);

    assertThat(NoteRevert.of(BEFORE, after, after).lastId()).isEqualTo(5);
  }
}
