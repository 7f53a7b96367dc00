package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the workflow of a release hands on to the forge, so that it has to find out nothing itself.
 *
 * @param steps of the release, in order
 * @param sboms files that say what is in an image, by the image's name
 * @param tagged when the tag was pushed, if anybody knows
 */
record ForgeFiles(List<Step> steps, Map<String, List<String>> sboms, Optional<Instant> tagged) {
  private static final JsonMapper JSON = JsonMapper.shared();

  ForgeFiles {
    steps = List.copyOf(steps);
    sboms = Map.copyOf(sboms);
  }

  /** A name that an image or the chart has, without a tag, and the digest there. */
  record Subject(String name, String digest) {
    String pinned() {
      return name + "@" + digest;
    }
  }

  /**
   * {@code digests.txt} to sign, {@code sboms.txt} to attest (a file and what it is of, a line
   * each), {@code summary.md} to show, and {@code outputs.txt} for the jobs that follow.
   */
  void write(Path folder, String table) {
    try {
      List<Subject> subjects = subjects();
      Files.write(folder.resolve("digests.txt"), subjects.stream().map(Subject::pinned).toList());
      Files.write(folder.resolve("sboms.txt"), attested());
      Files.writeString(
          folder.resolve("summary.md"),
          "```\n" + table + "```\n" + String.join("\n", available()) + "\n");
      Files.write(
          folder.resolve("outputs.txt"),
          List.of(
              "subjects="
                  + JSON.writeValueAsString(
                      subjects.stream().map(ForgeFiles::forAttestation).toList()),
              "central="
                  + published().stream().anyMatch(published -> published.kind().equals("jar")),
              "latest=" + isLatest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not a hot-fix of an older line, whose images leave that name where it is. */
  private boolean isLatest() {
    return published().stream()
        .flatMap(published -> published.where().stream())
        .anyMatch(where -> where.endsWith(":latest"));
  }

  private List<Published> published() {
    return steps.stream().flatMap(step -> step.published().stream()).toList();
  }

  /** Of images and the chart. */
  List<Subject> subjects() {
    return published().stream()
        .filter(published -> !published.kind().equals("jar"))
        .flatMap(ForgeFiles::subjects)
        .distinct()
        .toList();
  }

  private static Stream<Subject> subjects(Published published) {
    return published.where().stream()
        .map(where -> where.replaceFirst("^oci://", "").replaceFirst(":[^:/]*$", ""))
        .map(name -> new Subject(name, published.digest()));
  }

  /** Docker Hub's name in attestations is another than in commands. */
  private static Subject forAttestation(Subject subject) {
    return new Subject(
        subject.name().replaceFirst("^docker\\.io/", "index.docker.io/"), subject.digest());
  }

  List<String> attested() {
    return published().stream()
        .flatMap(
            published ->
                sboms.getOrDefault(published.name(), List.of()).stream()
                    .flatMap(
                        file -> subjects(published).map(subject -> file + " " + subject.pinned())))
        .distinct()
        .toList();
  }

  /** How long after the tag each could be had; Maven Central's own wait has its own line. */
  List<String> available() {
    if (tagged.isEmpty()) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(List.of("", "| what | seconds after the tag |", "|---|---|"));
    Instant before = tagged.get();
    for (Step step : steps) {
      if (step.name().equals(AwaitCentral.STEP)) {
        lines.add(line("Maven Central's own wait", before, step.at()));
      }
      for (Published published : step.published()) {
        lines.add(
            line(
                published.kind() + " " + published.name() + ", " + published.where().get(0),
                tagged.get(),
                step.at()));
      }
      before = step.at();
    }
    return lines;
  }

  private static String line(String what, Instant from, Instant to) {
    return String.format(
        Locale.ROOT, "| %s | %.0f |", what, Duration.between(from, to).toMillis() / 1000.0);
  }
}
