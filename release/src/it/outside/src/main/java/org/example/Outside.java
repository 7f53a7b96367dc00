package org.example;

import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;

/** Writes a note with what was published. */
class Outside {
  public static void main(String[] none) {
    var transcript = TranscriptReader.parse("Patient: I have a dry cough.", "The example");
    var note = NotePipeline.builtin().write(transcript, Templates.builtin().get("SOAP"), Monitor.NONE);
    System.out.print(NoteFormat.TEXT.write(note));
  }
}
