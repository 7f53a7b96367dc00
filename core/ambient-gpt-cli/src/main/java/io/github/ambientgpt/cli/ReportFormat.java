package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.provider.Need;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a report about this installation is written. */
enum ReportFormat {
  TEXT,
  JSON;

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode parts(List<Installed> parts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Installed part : parts) {
      ObjectNode object = array.addObject();
      object.put("kind", part.kind());
      object.put("id", part.id());
      object.put("summary", part.summary());
      object.put("ready", part.readiness().ready());
      object.put("previewQuality", part.previewQuality());
      object.put("unasked", part.unasked());
      ArrayNode needs = object.putArray("needs");
      for (Need need : part.readiness().needs()) {
        needs
            .addObject()
            .put("what", need.what())
            .put("met", need.met())
            .put("detail", need.detail());
      }
    }
    return array;
  }

  static String write(ObjectNode report) {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(report)
            .replace("\r\n", "\n")
        + "\n";
  }
}
