package io.github.ambientgpt.bench;

/** How many of how many. */
record Share(int part, int whole) {
  static final Share NONE = new Share(0, 0);

  Share plus(Share other) {
    return new Share(part + other.part, whole + other.whole);
  }

  Share plus(boolean hit) {
    return plus(new Share(hit ? 1 : 0, 1));
  }

  /** 0 to 100; NaN when there is nothing to have a share of. */
  double percent() {
    return whole == 0 ? Double.NaN : 100.0 * part / whole;
  }
}
