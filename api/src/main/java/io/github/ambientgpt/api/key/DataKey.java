package io.github.ambientgpt.api.key;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** A key, with what seals by it: that is made once, since it takes longer than to seal a column. */
final class DataKey {
  private final KeysetHandle keyset;
  private final Configuration tink;
  private volatile @Nullable Object primitive;

  DataKey(KeysetHandle keyset, Configuration tink) {
    this.keyset = keyset;
    this.tink = tink;
  }

  /**
   * @param type the one that keys of this kind are for
   */
  <P> P primitive(Class<P> type) throws GeneralSecurityException {
    Object made = primitive;
    if (made == null) {
      made = keyset.getPrimitive(tink, type);
      primitive = made;
    }
    return type.cast(made);
  }
}
