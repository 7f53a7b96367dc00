package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteContent.NoteSection;
import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes back what changed from one version of a note to another, in a third that may have changed
 * further: other statements stay as they are now, and so does one whose words were changed again.
 */
final class NoteRevert {
  private final NoteContent from;
  private final NoteContent to;
  private final NoteContent now;

  private NoteRevert(NoteContent from, NoteContent to, NoteContent now) {
    this.from = from;
    this.to = to;
    this.now = now;
  }

  /** What comes of it is not checked yet. */
  static NoteContent of(NoteContent from, NoteContent to, NoteContent now) {
    return new NoteRevert(from, to, now).content();
  }

  private NoteContent content() {
    List<NoteSection> sections = new ArrayList<>(now.sections());
    for (NoteSection old : from.sections()) {
      if (now.section(old.title()).isEmpty()) {
        putBack(
            new NoteSection(old.title(), List.of()), sections, from.sections(), NoteSection::title);
      }
    }
    return now.withWritersReverted(from, to)
        .with(
            sections.stream()
                .map(section -> new NoteSection(section.title(), statements(section)))
                .filter(section -> !section.statements().isEmpty() || isWanted(section.title()))
                .toList(),
            now.lastId());
  }

  /** Whether a section is to be there though nothing stands in it. */
  private boolean isWanted(String title) {
    boolean before = from.section(title).isPresent();
    boolean untouched = before == to.section(title).isPresent();
    return untouched ? now.section(title).isPresent() : before;
  }

  private List<NoteStatement> statements(NoteSection section) {
    String title = section.title();
    List<NoteStatement> statements = new ArrayList<>();
    for (NoteStatement there : section.statements()) {
      if (!wasAdded(there) && !isMovedBack(there.id())) {
        statements.add(restored(there));
      }
    }
    List<NoteStatement> old = of(from, title);
    for (NoteStatement was : old) {
      String id = was.id();
      Optional<NoteStatement> there = now.statement(id);
      if (there.isEmpty() && to.statement(id).isEmpty()) {
        putBack(was, statements, old, NoteStatement::id);
      } else if (there.isPresent() && isMovedBack(id)) {
        putBack(restored(there.get()), statements, old, NoteStatement::id);
      }
    }
    return inOldOrder(statements, title);
  }

  /** It came between the two versions, and nobody has put it in other words since. */
  private boolean wasAdded(NoteStatement there) {
    return from.statement(there.id()).isEmpty()
        && to.statement(there.id()).filter(then -> sameWords(then, there)).isPresent();
  }

  /** It went to another section between the two versions, and is still in that one. */
  private boolean isMovedBack(String id) {
    Optional<String> before = titleOf(from, id);
    Optional<String> after = titleOf(to, id);
    return before.isPresent()
        && after.isPresent()
        && !before.equals(after)
        && titleOf(now, id).equals(after);
  }

  private NoteStatement restored(NoteStatement there) {
    Optional<NoteStatement> before = from.statement(there.id());
    Optional<NoteStatement> after = to.statement(there.id());
    if (before.isEmpty() || after.isEmpty() || !sameWords(after.get(), there)) {
      return there;
    }
    NoteStatement was = before.get();
    NoteStatement then = after.get();
    if (sameWords(was, then)) {
      return then.settled() == there.settled() ? there.withSettled(was.settled()) : there;
    }
    return was;
  }

  /**
   * Where two versions have the same statements in another order, and the newer order still holds.
   */
  private List<NoteStatement> inOldOrder(List<NoteStatement> statements, String title) {
    Set<String> both =
        ids(statements).stream()
            .filter(ids(of(from, title))::contains)
            .filter(ids(of(to, title))::contains)
            .collect(Collectors.toSet());
    List<String> before = ids(of(from, title)).stream().filter(both::contains).toList();
    List<String> after = ids(of(to, title)).stream().filter(both::contains).toList();
    if (before.equals(after)
        || !after.equals(ids(statements).stream().filter(both::contains).toList())) {
      return statements;
    }
    Iterator<String> next = before.iterator();
    return statements.stream()
        .map(each -> both.contains(each.id()) ? find(statements, next.next()) : each)
        .toList();
  }

  private static NoteStatement find(List<NoteStatement> statements, String id) {
    return statements.get(ids(statements).indexOf(id));
  }

  private static boolean sameWords(NoteStatement one, NoteStatement other) {
    return one.topic().equals(other.topic()) && one.text().equals(other.text());
  }

  private static List<NoteStatement> of(NoteContent content, String title) {
    return content.section(title).map(NoteSection::statements).orElse(List.of());
  }

  private static Optional<String> titleOf(NoteContent content, String id) {
    return content.sections().stream()
        .filter(section -> ids(section.statements()).contains(id))
        .map(NoteSection::title)
        .findFirst();
  }

  private static List<String> ids(List<NoteStatement> statements) {
    return statements.stream().map(NoteStatement::id).toList();
  }

  /**
   * Puts one behind the nearest of its old predecessors that is there, or first.
   *
   * @param old all that stood there, in their order
   */
  private static <T> void putBack(T one, List<T> into, List<T> old, Function<T, String> name) {
    List<String> names = into.stream().map(name).toList();
    int at = -1;
    for (T before : old) {
      if (name.apply(before).equals(name.apply(one))) {
        break;
      }
      at = Math.max(at, names.indexOf(name.apply(before)));
    }
    into.add(at + 1, one);
  }
}
