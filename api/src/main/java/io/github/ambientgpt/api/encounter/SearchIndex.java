package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.storage.Seal;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds visits by whole words. It keeps words only as the seal makes them, so that nobody reads
 * them in the database; who searches must be who wrote.
 */
@Component
public class SearchIndex {
  private static final int LONGEST_WORD = 60;

  private final JdbcTemplate jdbc;
  private final Seal seal;

  SearchIndex(JdbcTemplate jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * Replaces the words of one source.
   *
   * @param source the encounter itself or one of its transcripts
   */
  public void put(UUID owner, UUID encounter, UUID source, String text) {
    remove(source);
    List<Object[]> rows = new ArrayList<>();
    for (String word : words(text)) {
      rows.add(new Object[] {encounter, source, seal.term(owner, word)});
    }
    jdbc.batchUpdate("insert into search_term (encounter_id, source, term) values (?, ?, ?)", rows);
  }

  public void remove(UUID source) {
    jdbc.update("delete from search_term where source = ?", source);
  }

  /**
   * What stands for the words of a question in the index.
   *
   * @param owners whose visits are searched: the same word is another term in each one's
   * @return for each word, its terms
   */
  List<List<byte[]>> terms(List<UUID> owners, String question) {
    return words(question).stream()
        .map(word -> owners.stream().map(owner -> seal.term(owner, word)).toList())
        .toList();
  }

  private static Set<String> words(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(small);
    Set<String> words = new LinkedHashSet<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (Character.isLetterOrDigit(small.codePointAt(start)) && end - start <= LONGEST_WORD) {
        words.add(small.substring(start, end));
      }
    }
    return words;
  }
}
