package io.github.ambientgpt.audio;

/** Floats of 16 bits; JDK 17 has no call for them. */
final class HalfFloat {
  private HalfFloat() {}

  static float single(short half) {
    int exponent = half >> 10 & 0x1f;
    int fraction = half & 0x3ff;
    float value =
        exponent == 0
            ? fraction * 0x1p-24f
            : Float.intBitsToFloat(exponent - 15 + 127 << 23 | fraction << 13);
    return half < 0 ? -value : value;
  }
}
