package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.note.Drafts;
import io.github.ambientgpt.api.transcript.Recognizers;
import io.github.ambientgpt.api.transcript.StoredTranscript;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes of what was spoken one recording, one transcript and one note. Where the captions heard all
 * of it, they are the transcript; else it is made from the recording.
 */
@Component
class LiveEnding {
  private static final Logger log = LoggerFactory.getLogger(LiveEnding.class);

  /** A recognizer that is behind may need a while for its last words. */
  private static final long LAST_WORDS_SECONDS = 60;

  private final LiveStore store;
  private final Transcripts transcripts;
  private final Drafts drafts;
  private final Recognizers recognizers;
  private final Jobs jobs;
  private final LiveWork work;
  private final TransactionTemplate transactions;

  LiveEnding(
      LiveStore store,
      Transcripts transcripts,
      Drafts drafts,
      Recognizers recognizers,
      Jobs jobs,
      LiveWork work,
      TransactionTemplate transactions) {
    this.store = store;
    this.transcripts = transcripts;
    this.drafts = drafts;
    this.recognizers = recognizers;
    this.jobs = jobs;
    this.work = work;
    this.transactions = transactions;
  }

  /**
   * @param captions which heard all of it; null when nobody did
   */
  LiveStore.State end(LiveStore.State state, String sha256, User owner, @Nullable Captions captions)
      throws IOException {
    LiveStore.State ended = store.end(state, sha256);
    Optional<Transcript> heard =
        captions == null
            ? Optional.empty()
            : captions.finish(LAST_WORDS_SECONDS).filter(words -> !words.isEmpty());
    return heard.isPresent() ? keep(ended, owner, heard.get()) : made(ended, owner);
  }

  private LiveStore.State keep(LiveStore.State state, User owner, Transcript heard) {
    transactions.executeWithoutResult(
        transaction -> {
          StoredTranscript stored =
              transcripts.keep(owner, state.encounterId(), state.recordingId(), heard, false);
          store.made(state.recordingId(), stored.id(), drafts.whenPossible(owner, stored));
        });
    return store.find(state.recordingId()).orElseThrow();
  }

  /** Sees to it that a recording that ended has its transcript, or a job that makes it. */
  LiveStore.State made(LiveStore.State state, User owner) {
    if (state.transcriptId() != null || state.jobId() != null) {
      return state;
    }
    try {
      LiveWork.Input input =
          new LiveWork.Input(
              owner, state.encounterId(), state.recordingId(), recognizers.choose(null, null));
      transactions.executeWithoutResult(
          transaction -> {
            Job job = jobs.submit(owner.id(), state.encounterId(), work, input);
            store.made(state.recordingId(), null, job.id());
          });
    } catch (AmbientGptException e) {
      log.info("No transcript is made of a live recording: {}", e.getClass().getSimpleName());
    }
    return store.find(state.recordingId()).orElseThrow();
  }
}
