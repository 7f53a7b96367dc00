package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rev's {@code monologues}: elements are words and the marks and blanks between them. */
final class MonologuesJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return root.node().path("monologues").isArray();
  }

  @Override
  public Transcript read(Fields root) {
    Map<String, String> names = new HashMap<>();
    for (Fields speaker : root.objects("speakers")) {
      names.put(speaker.voice("id"), speaker.voice("name"));
    }
    ReadTurns turns = new ReadTurns(root.input());
    turns.in(TimeScale.SECONDS);
    for (Fields monologue : root.objects("monologues")) {
      StringBuilder said = new StringBuilder();
      double start = ReadTurns.UNTOLD;
      double end = ReadTurns.UNTOLD;
      for (Fields element : monologue.objects("elements")) {
        said.append(element.text("value"));
        double begins = element.seconds("ts", "timestamp");
        double ends = element.seconds("end_ts", "end_timestamp");
        start = Double.isNaN(start) ? begins : start;
        end = Double.isNaN(ends) ? end : ends;
      }
      String voice = monologue.voice("speaker");
      turns.add(monologue.path(), names.getOrDefault(voice, voice), start, end, said.toString());
    }
    return turns.transcript(Optional.empty());
  }
}
