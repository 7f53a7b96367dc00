package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChangelogTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final String PROJECT = "https://forge.example/org/project";
  private static final Changelog CHANGELOG =
      new Changelog(
          """
          # Changelog

          ## Unreleased

          ### Added

          - A thing.

          ## [1.0.0] - 2026-01-01

          ### Fixed

          - The first.

          [1.0.0]: https://forge.example/org/project/commits/v1.0.0
          """);

  @Test
  void whatIsUnreleasedGetsItsVersionAndDay() {
    Changelog cut = CHANGELOG.cut("1.1.0", DAY, PROJECT);

    assertThat(cut.text()).contains("## Unreleased\n\n## [1.1.0] - 2026-11-26\n\n### Added");
    assertThat(cut.of("1.1.0")).contains("### Added\n\n- A thing.");
    assertThat(cut.of("1.0.0")).contains("### Fixed\n\n- The first.");
  }

  @Test
  void aVersionIsLinkedToItsCommits() {
    Changelog cut = CHANGELOG.cut("1.1.0", DAY, PROJECT);

    assertThat(cut.text())
        .endsWith("commits/v1.0.0\n[1.1.0]: " + PROJECT + "/compare/v1.0.0...v1.1.0\n");
    assertThat(cut.link("1.0.0")).contains(PROJECT + "/commits/v1.0.0");
  }

  @Test
  void theFirstVersionIsLinkedToAllThatThereWas() {
    Changelog cut =
        new Changelog("# Changelog\n\n## Unreleased\n\n### Added\n\n- All.\n")
            .cut("0.1.0", DAY, PROJECT);

    assertThat(cut.text()).endsWith("- All.\n\n[0.1.0]: " + PROJECT + "/commits/v0.1.0\n");
    assertThat(cut.of("0.1.0")).contains("### Added\n\n- All.");
  }

  @Test
  void aReleaseOfNothingIsRefused() {
    Changelog cut = CHANGELOG.cut("1.1.0", DAY, PROJECT);

    assertThatThrownBy(() -> cut.cut("1.2.0", DAY, PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nothing under Unreleased");
  }

  @Test
  void whatStandsInNoGroupIsRefused() {
    Changelog loose = new Changelog("## Unreleased\n\n- A thing.\n");

    assertThatThrownBy(() -> loose.cut("1.0.0", DAY, PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("stands in no group");
  }

  @Test
  void theForgesNotesAreTheChangelogsWithALink() {
    assertThat(WriteNotes.notes(CHANGELOG, "1.0.0"))
        .isEqualTo("### Fixed\n\n- The first.\n\n[Every commit](" + PROJECT + "/commits/v1.0.0)\n");
    assertThat(WriteNotes.notes(CHANGELOG, "2.0.0")).contains("CHANGELOG.md");
  }
}
