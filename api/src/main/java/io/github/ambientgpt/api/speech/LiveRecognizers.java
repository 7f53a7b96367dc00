package io.github.ambientgpt.api.speech;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hears people while they speak. All sessions of an engine share one model; the model of the last
 * session stays open for the next. For any thread; how many sessions there may be, its users say.
 */
@Component
public class LiveRecognizers implements DisposableBean {
  private final Providers<StreamingRecognizer, StreamingRecognizerProvider> providers;
  private final Map<SpeechEngine, Shared> open = new HashMap<>();

  private static final class Shared {
    final StreamingRecognizer recognizer;
    int sessions;

    Shared(StreamingRecognizer recognizer) {
      this.recognizer = recognizer;
    }
  }

  LiveRecognizers(Providers<StreamingRecognizer, StreamingRecognizerProvider> providers) {
    this.providers = providers;
  }

  /**
   * May take seconds, when the model has to be loaded.
   *
   * @return for one thread; to be closed
   * @throws NotReadyException when the engine lacks something
   */
  public StreamingRecognizer.Session open(
      SpeechEngine engine, RecognitionOptions options, StreamingRecognizer.Listener listener) {
    Shared shared = share(engine);
    try {
      return new Counted(shared, shared.recognizer.open(options, listener));
    } catch (RuntimeException e) {
      leave(shared);
      throw e;
    }
  }

  private synchronized Shared share(SpeechEngine engine) {
    Shared shared = open.get(engine);
    if (shared == null) {
      closeUnused();
      shared = new Shared(providers.create(engine.id(), engine.settings()));
      open.put(engine, shared);
    }
    shared.sessions++;
    return shared;
  }

  /** Another model is wanted: those that nobody hears with make room. */
  private void closeUnused() {
    for (Iterator<Shared> all = open.values().iterator(); all.hasNext(); ) {
      Shared each = all.next();
      if (each.sessions == 0) {
        all.remove();
        each.recognizer.close();
      }
    }
  }

  private synchronized void leave(Shared shared) {
    shared.sessions--;
  }

  @Override
  public synchronized void destroy() {
    open.values().forEach(each -> each.recognizer.close());
    open.clear();
  }

  private final class Counted implements StreamingRecognizer.Session {
    private final Shared shared;
    private final StreamingRecognizer.Session session;
    private boolean closed;

    Counted(Shared shared, StreamingRecognizer.Session session) {
      this.shared = shared;
      this.session = session;
    }

    @Override
    public void accept(float[] samples, int offset, int length) {
      session.accept(samples, offset, length);
    }

    @Override
    public Transcript finish() {
      return session.finish();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        session.close();
        leave(shared);
      }
    }
  }
}
