package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which stretches of speech are one person's: average-linkage clustering of what their voices are
 * like, until no two groups are alike enough.
 */
final class VoiceClusters {
  /** Nobody can tell. */
  static final int UNKNOWN = -1;

  /** Who speaks for less than this in a recording, in seconds, is no person of its own. */
  private static final double LEAST_SECONDS = 3;

  /** Nor who has less than this share of its speech. */
  private static final double LEAST_SHARE = 0.03;

  /** Nor who is heard in fewer stretches: one may be like no other by chance. */
  private static final int LEAST_STRETCHES = 3;

  /** What a shorter stretch is like depends on its words as much as on who says them. */
  private static final double LEAST_STRETCH = 0.8;

  /** A stretch is one person's when it is more like that one by this than like any other. */
  private static final double MARGIN = 0.06;

  /** So many stretches are compared, each with each; the others with what comes out. */
  private static final int MOST = 600;

  private final double samePerson;

  /**
   * @param samePerson below this product of their voices two stretches are two people's
   */
  VoiceClusters(double samePerson) {
    this.samePerson = samePerson;
  }

  private record Group(float[] sum, List<Integer> members, double seconds) {
    static Group of(int member, float[] voice, double seconds) {
      return new Group(voice.clone(), List.of(member), seconds);
    }

    Group and(Group other) {
      float[] both = sum.clone();
      for (int i = 0; i < both.length; i++) {
        both[i] += other.sum[i];
      }
      List<Integer> members = new ArrayList<>(this.members);
      members.addAll(other.members);
      return new Group(both, members, seconds + other.seconds);
    }

    /** The mean of all products of one of each: that is the product of the means. */
    double likeness(Group other) {
      return product(sum, other.sum) / members.size() / other.members.size();
    }

    double likeness(float[] voice) {
      return product(sum, voice) / Math.sqrt(product(sum, sum));
    }
  }

  /**
   * @param voices unit vectors; empty where there is none
   * @param seconds how long each stretch is
   * @return for each stretch the number of its person, from 0 in the order of their first words;
   *     {@link #UNKNOWN} for all where only one person speaks
   */
  int[] people(List<Optional<float[]>> voices, double[] seconds, Monitor monitor) {
    int[] people = new int[voices.size()];
    Arrays.fill(people, UNKNOWN);
    List<Group> groups = groups(voices, seconds, monitor);
    double all = Arrays.stream(seconds).sum();
    groups.removeIf(
        g ->
            g.members.size() < LEAST_STRETCHES
                || g.seconds < Math.max(LEAST_SECONDS, LEAST_SHARE * all));
    if (groups.size() < 2) {
      return people;
    }
    groups.sort(Comparator.comparingInt(g -> g.members.stream().min(Integer::compare).get()));
    for (int i = 0; i < people.length; i++) {
      people[i] = voices.get(i).map(voice -> person(groups, voice)).orElse(UNKNOWN);
    }
    return people;
  }

  private List<Group> groups(List<Optional<float[]>> voices, double[] seconds, Monitor monitor) {
    List<Group> groups = new ArrayList<>();
    int step = Math.max(1, (voices.size() + MOST - 1) / MOST);
    for (int i = 0; i < voices.size(); i += step) {
      int member = i;
      if (seconds[i] < LEAST_STRETCH) {
        continue;
      }
      voices.get(i).ifPresent(voice -> groups.add(Group.of(member, voice, seconds[member] * step)));
    }
    while (groups.size() > 1) {
      monitor.checkCancelled();
      int first = 0;
      int second = 0;
      double best = samePerson;
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          double likeness = groups.get(i).likeness(groups.get(j));
          if (likeness >= best) {
            best = likeness;
            first = i;
            second = j;
          }
        }
      }
      if (second == 0) {
        break;
      }
      groups.set(first, groups.get(first).and(groups.remove(second)));
    }
    return groups;
  }

  private static int person(List<Group> groups, float[] voice) {
    int best = UNKNOWN;
    double most = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < groups.size(); i++) {
      double likeness = groups.get(i).likeness(voice);
      if (likeness > most) {
        next = most;
        most = likeness;
        best = i;
      } else {
        next = Math.max(next, likeness);
      }
    }
    return most - next >= MARGIN ? best : UNKNOWN;
  }

  private static double product(float[] a, float[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return product;
  }
}
