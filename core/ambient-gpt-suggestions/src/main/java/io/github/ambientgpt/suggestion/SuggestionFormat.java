package io.github.ambientgpt.suggestion;

/**
 * What suggestions can be written as; each says that they are suggestions.
 *
 * @since 0.1.0
 */
public enum SuggestionFormat {
  /** For people, 80 columns wide. */
  TEXT {
    @Override
    public String write(Suggestions suggestions) {
      return SuggestionText.write(suggestions);
    }
  },
  /** For people, with headings and lists. */
  MARKDOWN {
    @Override
    public String write(Suggestions suggestions) {
      return SuggestionText.markdown(suggestions);
    }
  },
  /** For programs; {@code docs/suggestions.md} has its shape. */
  JSON {
    @Override
    public String write(Suggestions suggestions) {
      return SuggestionJson.write(suggestions);
    }
  };

  /** Ends with a line feed; lines are parted by line feeds on every system. */
  public abstract String write(Suggestions suggestions);
}
