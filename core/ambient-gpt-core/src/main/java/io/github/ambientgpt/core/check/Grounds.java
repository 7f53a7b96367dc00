package io.github.ambientgpt.core.check;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a statement was said. Passages go by their number.
 *
 * @param best the passage that names the most of it
 * @param rest the passages that it rests on
 * @param near those and their neighbours: speech spreads one thought over several clauses
 */
record Grounds(Transcribed said, OptionalInt best, BitSet rest, BitSet near) {
  private static final int NEIGHBOURS = 2;

  static Grounds of(Transcribed said, OptionalInt best, BitSet rest) {
    return new Grounds(said, best, rest, withNeighbours(said, rest, NEIGHBOURS));
  }

  private static BitSet withNeighbours(Transcribed said, BitSet passages, int neighbours) {
    BitSet near = new BitSet();
    passages.stream()
        .forEach(
            i -> near.set(Math.max(0, i - neighbours), Math.min(said.size(), i + neighbours + 1)));
    return near;
  }

  /** The passages that it rests on, and so many before and after each. */
  BitSet around(int neighbours) {
    return withNeighbours(said, rest, neighbours);
  }

  List<Passage> passages() {
    return rest.stream().mapToObj(said::passage).toList();
  }

  /** The same, and whichever others of the whole visit belong to them. */
  List<Passage> passagesAnd(Predicate<Contents> others) {
    BitSet all = (BitSet) rest.clone();
    said.denyingASide().stream()
        .filter(i -> others.test(said.passage(i).contents()))
        .forEach(all::set);
    return all.stream().mapToObj(said::passage).toList();
  }

  /** What some passages say of one sort. */
  <T> List<T> heard(BitSet passages, Function<Contents, Stream<T>> what) {
    return passages.stream().boxed().flatMap(i -> what.apply(said.passage(i).contents())).toList();
  }

  /** What some passages and their neighbours say of one sort. */
  <T> List<T> near(BitSet passages, Function<Contents, Stream<T>> what) {
    return heard(withNeighbours(said, passages, NEIGHBOURS), what);
  }

  <T> List<T> heardNear(Function<Contents, Stream<T>> what) {
    return heard(near, what);
  }

  <T> List<T> heardAnywhere(Function<Contents, Stream<T>> what) {
    BitSet all = new BitSet();
    all.set(0, said.size());
    return heard(all, what);
  }

  Optional<Contents> bestContents() {
    return best.stream().mapToObj(i -> said.passage(i).contents()).findFirst();
  }

  /** The best passage alone; none when there is none. */
  BitSet bestAlone() {
    BitSet alone = new BitSet();
    best.ifPresent(alone::set);
    return alone;
  }

  BitSet everywhere() {
    BitSet all = new BitSet();
    all.set(0, said.size());
    return all;
  }

  /** The first of some passages whose contents fit; empty for none. */
  OptionalInt first(BitSet passages, Predicate<Contents> fits) {
    return passages.stream().filter(i -> fits.test(said.passage(i).contents())).findFirst();
  }
}
