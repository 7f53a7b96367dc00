package io.github.ambientgpt.suggestion;

/**
 * The check digit of SNOMED CT identifiers, by Verhoeff's method over the dihedral group of order
 * ten.
 */
final class CheckDigit {
  private CheckDigit() {}

  /**
   * @param digits the last of them is the check digit
   */
  static boolean isRight(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      check = product(check, permuted(digit, i % 8));
    }
    return check == 0;
  }

  /** Rotations are 0 to 4, reflections 5 to 9. */
  private static int product(int a, int b) {
    int turned = a < 5 ? a + b % 5 : a - b % 5;
    boolean turn = a < 5 == b < 5; // two reflections are a turn
    return Math.floorMod(turned, 5) + (turn ? 0 : 5);
  }

  private static int permuted(int digit, int times) {
    int permuted = digit;
    for (int i = 0; i < times; i++) {
      permuted = "1576283094".charAt(permuted) - '0';
    }
    return permuted;
  }
}
