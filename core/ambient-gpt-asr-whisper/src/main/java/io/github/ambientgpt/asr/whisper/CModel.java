package io.github.ambientgpt.asr.whisper;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.github.ambientgpt.asr.whisper.Hearing.Segment;
import io.github.ambientgpt.asr.whisper.Hearing.Token;
import io.github.ambientgpt.asr.whisper.WhisperLibrary.ContextParams;
import io.github.ambientgpt.asr.whisper.WhisperLibrary.EncoderBegins;
import io.github.ambientgpt.asr.whisper.WhisperLibrary.FullParams;
import io.github.ambientgpt.asr.whisper.WhisperLibrary.TokenData;
import io.github.ambientgpt.core.speech.AudioStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model that is asked through whisper.cpp's C functions.
 *
 * <p>whisper.cpp goes on from its last timestamp until less than a second is left, and asked for
 * words where there are none it makes some up. So the encoder runs once for each call, and whoever
 * calls decides whether what is left is worth another.
 */
final class CModel implements LoadedModel {
  /** whisper.cpp refuses a second or less. */
  private static final int LEAST_SAMPLES = AudioStream.SAMPLE_RATE * 11 / 10;

  /** Steps of the encoder in a second. */
  private static final int ENCODER_RATE = 50;

  /** With fewer steps than this Whisper loses itself in repetitions. */
  private static final int LEAST_CONTEXT = 384;

  private static final int WHOLE_CONTEXT = (int) (WINDOW * ENCODER_RATE);

  /** Nobody says more in a second, times and marks included: quick talk has seven. */
  private static final int MOST_TOKENS_A_SECOND = 10;

  /** Before any second: what each text begins with. */
  private static final int FIRST_TOKENS = 16;

  private final WhisperLibrary whisper;
  private final ModelFile model;
  private final Pointer context;
  private boolean closed;

  private CModel(WhisperLibrary whisper, ModelFile model, Pointer context) {
    this.whisper = whisper;
    this.model = model;
    this.context = context;
  }

  static CModel open(WhisperLibrary whisper, ModelFile model) {
    ContextParams.ByValue params = whisper.whisper_context_default_params();
    Pointer context = whisper.whisper_init_from_file_with_params(model.path().toString(), params);
    if (context == null) {
      throw LoadedModel.unloadable(model);
    }
    return new CModel(whisper, model, context);
  }

  /** Allows the encoder's first run, and no other. */
  private static final class Once implements EncoderBegins {
    private boolean ran;

    @Override
    public byte ask(Pointer context, Pointer state, Pointer data) {
      boolean first = !ran;
      ran = true;
      return first ? WhisperLibrary.TRUE : WhisperLibrary.FALSE;
    }
  }

  @Override
  public Hearing hear(Listening how, float[] samples, int threads) {
    float[] sound =
        samples.length < LEAST_SAMPLES ? Arrays.copyOf(samples, LEAST_SAMPLES) : samples;
    Memory language = text(how.language());
    Memory prompt = how.prompt().isEmpty() ? null : text(how.prompt());
    FullParams.ByValue params =
        whisper.whisper_full_default_params(
            how.beams() > 1 ? WhisperLibrary.BEAM_SEARCH : WhisperLibrary.GREEDY);
    params.threads = threads;
    params.language = language;
    params.initialPrompt = prompt;
    params.printProgress = WhisperLibrary.FALSE;
    params.printTimestamps = WhisperLibrary.FALSE;
    params.tokenTimestamps = WhisperLibrary.TRUE;
    params.beams = how.beams();
    params.temperatureIncrement = how.retries() ? params.temperatureIncrement : 0;
    params.audioContext = how.fitted() ? fittedContext(sound.length) : 0;
    params.maxTokens = how.retries() ? 0 : mostTokens(sound.length);
    params.encoderBegins = new Once();
    if (whisper.whisper_full(context, params, sound, sound.length) != 0) {
      throw LoadedModel.failed(model);
    }
    List<Segment> segments = segments();
    double length = (double) samples.length / AudioStream.SAMPLE_RATE;
    double heard =
        segments.isEmpty() ? length : Math.min(length, segments.get(segments.size() - 1).to());
    String spoken = whisper.whisper_lang_str(whisper.whisper_full_lang_id(context));
    return new Hearing(segments, heard, noSpeech(threads), Optional.ofNullable(spoken));
  }

  private static int fittedContext(int samples) {
    int steps = (samples + AudioStream.SAMPLE_RATE / 2) / (AudioStream.SAMPLE_RATE / ENCODER_RATE);
    int even = (steps + 63) / 64 * 64; // what the arithmetic is quickest with
    return even >= WHOLE_CONTEXT ? 0 : Math.max(LEAST_CONTEXT, even);
  }

  /**
   * With one try a decoder that is caught in a loop would write 220 tokens, which takes seconds:
   * whoever listens along cannot wait for them.
   */
  private static int mostTokens(int samples) {
    return FIRST_TOKENS + MOST_TOKENS_A_SECOND * samples / AudioStream.SAMPLE_RATE;
  }

  private static Memory text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Memory memory = new Memory(bytes.length + 1L);
    memory.write(0, bytes, 0, bytes.length);
    memory.setByte(bytes.length, (byte) 0);
    return memory;
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    int end = whisper.whisper_token_eot(context);
    int count = whisper.whisper_full_n_segments(context);
    for (int i = 0; i < count; i++) {
      TokenTexts tokens = new TokenTexts();
      int size = whisper.whisper_full_n_tokens(context, i);
      for (int j = 0; j < size; j++) {
        TokenData data = whisper.whisper_full_get_token_data(context, i, j);
        if (data.id < end) { // the others are times and tasks
          Pointer text = whisper.whisper_full_get_token_text(context, i, j);
          tokens.add(
              text.getByteArray(0, (int) text.indexOf(0, (byte) 0)),
              data.t0 / 100.0,
              data.t1 / 100.0,
              data.p);
        }
      }
      List<Token> whole = tokens.whole();
      StringBuilder text = new StringBuilder();
      whole.forEach(token -> text.append(token.text()));
      segments.add(
          new Segment(
              whisper.whisper_full_get_segment_t0(context, i) / 100.0,
              whisper.whisper_full_get_segment_t1(context, i) / 100.0,
              text.toString(),
              whole));
    }
    return segments;
  }

  /**
   * The probability of Whisper's token for "no speech" at the start of what the encoder heard last,
   * as OpenAI's own program takes it.
   */
  private double noSpeech(int threads) {
    int[] start = {whisper.whisper_token_sot(context)};
    if (whisper.whisper_decode(context, start, start.length, 0, threads) != 0) {
      return Double.NaN;
    }
    float[] logits =
        whisper.whisper_get_logits(context).getFloatArray(0, whisper.whisper_n_vocab(context));
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return Math.exp(logits[whisper.whisper_token_nosp(context)] - most) / sum;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      whisper.whisper_free(context);
    }
  }
}
