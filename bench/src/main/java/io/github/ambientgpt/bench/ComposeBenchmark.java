package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Corpus.Split;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.compose.ComposeStage;
import io.github.ambientgpt.core.compose.ExtractStage;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the note of a visit of 1,200 words takes. Public, as JMH asks. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ComposeBenchmark {
  private static final int WORDS = 1200;

  /** The folder of the data sets. */
  @Param("")
  public String data;

  private final NotePipeline pipeline = NotePipeline.builtin();
  private final Template template = Templates.builtin().get(AciMeasure.SOAP);
  private Transcript transcript;

  /** Takes the visit of the validation split whose length is nearest. */
  @Setup
  public void read() throws IOException {
    transcript =
        new Corpus(Path.of(data))
            .visits(Split.VALID).stream()
                .min(Comparator.comparingInt(visit -> Math.abs(visit.words() - WORDS)))
                .orElseThrow()
                .transcript();
  }

  /** Clean, extract and write: the composer alone. */
  @Benchmark
  public Note compose() {
    var conversation = new CleanStage().run(transcript, Monitor.NONE);
    var facts = new ExtractStage(transcript).run(conversation, Monitor.NONE);
    return new ComposeStage(template).run(facts, Monitor.NONE);
  }

  /** The same with the review. */
  @Benchmark
  public Note note() {
    return pipeline.write(transcript, template, Monitor.NONE);
  }
}
