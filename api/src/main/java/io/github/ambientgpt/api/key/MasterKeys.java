package io.github.ambientgpt.api.key;

import java.nio.file.Path;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Which master keys are here. */
@Component
public class MasterKeys {
  private final KeyFile file;

  MasterKeys(KeyProperties properties) {
    this.file = new KeyFile(properties.file());
  }

  public boolean has(Collection<Long> ids) {
    return ids.isEmpty() || (file.exists() && file.ids().containsAll(ids));
  }

  public Path path() {
    return file.path();
  }
}
