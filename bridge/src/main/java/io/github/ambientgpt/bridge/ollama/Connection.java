package io.github.ambientgpt.bridge.ollama;

import java.io.IOException;
import java.io.InputStream;

/**
 * What comes from Ollama on one thread, to be broken off from another. On JDK 17 an interrupt alone
 * does not do: reading an answer's body swallows it (JDK-8294047). Thread-safe, for one use.
 */
public final class Connection {
  private InputStream body;
  private boolean broken;

  synchronized void carries(InputStream body) {
    this.body = body;
    if (broken) {
      close();
    }
  }

  /** Closes the connection now, or as soon as it is there. */
  public synchronized void breakOff() {
    broken = true;
    if (body != null) {
      close();
    }
  }

  synchronized boolean isBroken() {
    return broken;
  }

  private void close() {
    try {
      body.close();
    } catch (IOException e) {
      // it is gone, which is all that is wanted
    }
  }
}
