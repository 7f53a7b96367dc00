package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/** What a kind of server wants to be asked, and how it answers. For one recording. */
interface Dialect {
  /**
   * What a server said.
   *
   * @param language BCP 47, when it says which was spoken
   * @param heard in order
   * @param rest where it stopped listening, in seconds from the start of the piece; empty when it
   *     heard all of it
   */
  record Answer(Optional<String> language, List<Heard> heard, Optional<Double> rest) {
    static Answer of(Optional<String> language, List<Heard> heard) {
      return new Answer(language, heard, Optional.empty());
    }
  }

  /**
   * Asks for the words in a piece.
   *
   * @throws InvalidInputException when the server does not know the language
   */
  HttpRequest request(AudioSegment piece, RecognitionOptions options);

  /**
   * Reads the answer.
   *
   * @throws Fault when it makes no sense
   */
  Answer read(ServerAnswer answer, AudioSegment piece) throws Fault;

  /**
   * Whether there is a simpler way to ask, once the server has refused to understand this one; from
   * then on it is asked so.
   */
  default boolean simplify() {
    return false;
  }
}
