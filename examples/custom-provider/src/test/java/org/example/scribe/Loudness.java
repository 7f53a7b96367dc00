package org.example.scribe;

import java.io.IOException;

/** A program that hears no words, only whether there is anything to hear. */
final class Loudness {
  private Loudness() {}

  public static void main(String... arguments) throws IOException {
    byte[] wav = System.in.readAllBytes();
    int loudest = 0;
    for (int i = 45; i < wav.length; i += 2) {
      loudest = Math.max(loudest, Math.abs(wav[i]));
    }
    System.out.println(loudest > 2 ? "something was said" : "");
  }
}
