package io.github.ambientgpt.asr.whisper;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * The C functions of whisper.cpp 1.7.1 that whisper-jni does not reach: tokens with their
 * probabilities and times, and a stop before the encoder runs again. Structures stand here field by
 * field as in that version's {@code whisper.h}; another version may have others.
 */
interface WhisperLibrary extends Library {
  /** Of {@code whisper_sampling_strategy}. */
  int GREEDY = 0;

  /** Of {@code whisper_sampling_strategy}. */
  int BEAM_SEARCH = 1;

  /** C's {@code true}, for its {@code bool} of one byte. */
  byte TRUE = 1;

  /** C's {@code false}. */
  byte FALSE = 0;

  ContextParams.ByValue whisper_context_default_params();

  Pointer whisper_init_from_file_with_params(String path, ContextParams.ByValue params);

  void whisper_free(Pointer context);

  FullParams.ByValue whisper_full_default_params(int strategy);

  int whisper_full(Pointer context, FullParams.ByValue params, float[] samples, int count);

  int whisper_full_n_segments(Pointer context);

  long whisper_full_get_segment_t0(Pointer context, int segment);

  long whisper_full_get_segment_t1(Pointer context, int segment);

  int whisper_full_n_tokens(Pointer context, int segment);

  TokenData.ByValue whisper_full_get_token_data(Pointer context, int segment, int token);

  Pointer whisper_full_get_token_text(Pointer context, int segment, int token);

  int whisper_full_lang_id(Pointer context);

  String whisper_lang_str(int id);

  int whisper_token_eot(Pointer context);

  int whisper_token_sot(Pointer context);

  int whisper_token_nosp(Pointer context);

  int whisper_n_vocab(Pointer context);

  int whisper_decode(Pointer context, int[] tokens, int count, int past, int threads);

  Pointer whisper_get_logits(Pointer context);

  /** Asked before each run of the encoder; {@link #FALSE} stops before it. */
  interface EncoderBegins extends Callback {
    byte ask(Pointer context, Pointer state, Pointer data);
  }

  /** {@code whisper_context_params}. */
  @FieldOrder({
    "useGpu",
    "flashAttention",
    "gpuDevice",
    "dtwTokenTimestamps",
    "dtwHeadsPreset",
    "dtwTop",
    "dtwHeadsCount",
    "dtwHeads",
    "dtwMemory"
  })
  class ContextParams extends Structure {
    public byte useGpu;
    public byte flashAttention;
    public int gpuDevice;
    public byte dtwTokenTimestamps;
    public int dtwHeadsPreset;
    public int dtwTop;
    public long dtwHeadsCount;
    public Pointer dtwHeads;
    public long dtwMemory;

    /** As C passes it. */
    public static class ByValue extends ContextParams implements Structure.ByValue {}
  }

  /** {@code whisper_token_data}; times in hundredths of a second. */
  @FieldOrder({"id", "timeId", "p", "logP", "timeP", "timeSum", "t0", "t1", "dtw", "voice"})
  class TokenData extends Structure {
    public int id;
    public int timeId;
    public float p;
    public float logP;
    public float timeP;
    public float timeSum;
    public long t0;
    public long t1;
    public long dtw;
    public float voice;

    /** As C passes it. */
    public static class ByValue extends TokenData implements Structure.ByValue {}
  }

  /** {@code whisper_full_params}. */
  @FieldOrder({
    "strategy",
    "threads",
    "maxTextContext",
    "offsetMs",
    "durationMs",
    "translate",
    "noContext",
    "noTimestamps",
    "singleSegment",
    "printSpecial",
    "printProgress",
    "printRealtime",
    "printTimestamps",
    "tokenTimestamps",
    "tokenThreshold",
    "tokenSumThreshold",
    "maxLength",
    "splitOnWord",
    "maxTokens",
    "debugMode",
    "audioContext",
    "tinydiarize",
    "suppressRegex",
    "initialPrompt",
    "promptTokens",
    "promptTokenCount",
    "language",
    "detectLanguage",
    "suppressBlank",
    "suppressNonSpeechTokens",
    "temperature",
    "maxInitialTimestamp",
    "lengthPenalty",
    "temperatureIncrement",
    "entropyThreshold",
    "logProbThreshold",
    "noSpeechThreshold",
    "bestOf",
    "beams",
    "patience",
    "newSegment",
    "newSegmentData",
    "progress",
    "progressData",
    "encoderBegins",
    "encoderBeginsData",
    "abort",
    "abortData",
    "logitsFilter",
    "logitsFilterData",
    "grammarRules",
    "grammarRuleCount",
    "grammarStart",
    "grammarPenalty"
  })
  class FullParams extends Structure {
    public int strategy;
    public int threads;
    public int maxTextContext;
    public int offsetMs;
    public int durationMs;
    public byte translate;
    public byte noContext;
    public byte noTimestamps;
    public byte singleSegment;
    public byte printSpecial;
    public byte printProgress;
    public byte printRealtime;
    public byte printTimestamps;
    public byte tokenTimestamps;
    public float tokenThreshold;
    public float tokenSumThreshold;
    public int maxLength;
    public byte splitOnWord;
    public int maxTokens;
    public byte debugMode;
    public int audioContext;
    public byte tinydiarize;
    public Pointer suppressRegex;
    public Pointer initialPrompt;
    public Pointer promptTokens;
    public int promptTokenCount;
    public Pointer language;
    public byte detectLanguage;
    public byte suppressBlank;
    public byte suppressNonSpeechTokens;
    public float temperature;
    public float maxInitialTimestamp;
    public float lengthPenalty;
    public float temperatureIncrement;
    public float entropyThreshold;
    public float logProbThreshold;
    public float noSpeechThreshold;
    public int bestOf;
    public int beams;
    public float patience;
    public Pointer newSegment;
    public Pointer newSegmentData;
    public Pointer progress;
    public Pointer progressData;
    public EncoderBegins encoderBegins;
    public Pointer encoderBeginsData;
    public Pointer abort;
    public Pointer abortData;
    public Pointer logitsFilter;
    public Pointer logitsFilterData;
    public Pointer grammarRules;
    public long grammarRuleCount;
    public long grammarStart;
    public float grammarPenalty;

    /** As C passes it. */
    public static class ByValue extends FullParams implements Structure.ByValue {}
  }
}
