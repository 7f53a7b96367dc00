package io.github.ambientgpt.api;

import java.io.IOException;

/**
 * The program as a test starts it: it ends when the test's own process does, however that ended.
 * The pipe to it is its standard input, which the system closes.
 */
final class EndsWithItsParent {
  private EndsWithItsParent() {}

  public static void main(String[] arguments) {
    Thread watch = new Thread(EndsWithItsParent::watch, "parent");
    watch.setDaemon(true);
    watch.start();
    ApiApplication.main(arguments);
  }

  private static void watch() {
    try {
      while (System.in.read() >= 0) {
        // nothing is said to it
      }
    } catch (IOException e) {
      // it is gone
    }
    Runtime.getRuntime().halt(143);
  }
}
