package io.github.ambientgpt.api.storage;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Clinical text and records as the bytes of a column. */
@Component
public class SealedColumns {
  private final Seal seal;
  private final JsonMapper json;

  SealedColumns(Seal seal, JsonMapper json) {
    this.seal = seal;
    this.json = json;
  }

  public byte[] text(Seal.Context context, String text) {
    return seal.seal(context, text.getBytes(StandardCharsets.UTF_8));
  }

  public String text(Seal.Context context, byte[] column) {
    return new String(seal.open(context, column), StandardCharsets.UTF_8);
  }

  public byte[] record(Seal.Context context, Object record) {
    return seal.seal(context, json.writeValueAsBytes(record));
  }

  public <T> T record(Seal.Context context, byte[] column, Class<T> type) {
    return json.readValue(seal.open(context, column), type);
  }
}
