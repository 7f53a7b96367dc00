package io.github.ambientgpt.audio;

/** A vector times a matrix, which is most of what a small network does. */
final class Rows {
  private Rows() {}

  /** To each sum what the inputs add; four at a time, which the compiler makes quick. */
  static void add(
      float[] in, int first, int inputs, float[] rows, int row, float[] sum, int to, int size) {
    int i = 0;
    for (; i + 4 <= inputs; i += 4) {
      float a = in[first + i];
      float b = in[first + i + 1];
      float c = in[first + i + 2];
      float d = in[first + i + 3];
      int at = row + i * size;
      for (int k = 0; k < size; k++) {
        sum[to + k] +=
            a * rows[at + k]
                + b * rows[at + size + k]
                + c * rows[at + 2 * size + k]
                + d * rows[at + 3 * size + k];
      }
    }
    for (; i < inputs; i++) {
      float a = in[first + i];
      int at = row + i * size;
      for (int k = 0; k < size; k++) {
        sum[to + k] += a * rows[at + k];
      }
    }
  }
}
