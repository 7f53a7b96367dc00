package io.github.ambientgpt.core.format;

/**
 * Gathers words to turns: one ends where the voice changes; where no voice is told, at the end of a
 * sentence or in a pause. For one input.
 */
final class SpokenWords {
  private static final double PAUSE = 1.0;

  private final ReadTurns turns;
  private final StringBuilder text = new StringBuilder();
  private String speaker = "";
  private String place = "";
  private double start = ReadTurns.UNTOLD;
  private double end = ReadTurns.UNTOLD;

  /**
   * @param turns they go there; in seconds
   */
  SpokenWords(ReadTurns turns) {
    this.turns = turns;
  }

  /**
   * @param voice empty when the program does not say
   * @param start {@link ReadTurns#UNTOLD} when it does not say; so the end
   */
  void word(String place, String voice, double start, double end, String word) {
    boolean pause = voice.isEmpty() && start - this.end > PAUSE;
    if (text.isEmpty() || pause || !voice.equals(speaker) || voice.isEmpty() && sentenceEnds()) {
      finish();
      this.place = place;
      this.speaker = voice;
      this.start = start;
    }
    text.append(text.isEmpty() || word.startsWith(" ") ? "" : " ").append(word);
    if (!Double.isNaN(end)) {
      this.end = end;
    }
  }

  /** A mark that belongs to the word before. */
  void mark(String mark) {
    text.append(mark);
  }

  void finish() {
    turns.add(place, speaker, start, end, text.toString());
    text.setLength(0);
    end = ReadTurns.UNTOLD;
  }

  private boolean sentenceEnds() {
    int last = text.length() - 1;
    while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last >= 0 && ".?!".indexOf(text.charAt(last)) >= 0;
  }
}
