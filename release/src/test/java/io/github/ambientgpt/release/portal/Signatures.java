package io.github.ambientgpt.release.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Verifies detached signatures against known keys, as Central does against the public key servers.
 */
final class Signatures {
  private final PGPPublicKeyRingCollection keys;

  /**
   * @param publicKeys armored
   */
  Signatures(byte[] publicKeys) throws IOException {
    try (InputStream stream = PGPUtil.getDecoderStream(new ByteArrayInputStream(publicKeys))) {
      keys = new PGPPublicKeyRingCollection(stream, new BcKeyFingerprintCalculator());
    } catch (PGPException e) {
      throw new IOException(e);
    }
  }

  boolean verify(byte[] content, byte[] armored) {
    try (InputStream stream = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))) {
      if (!(new BcPGPObjectFactory(stream).nextObject() instanceof PGPSignatureList found)
          || found.isEmpty()) {
        return false;
      }
      PGPSignature signature = found.get(0);
      PGPPublicKey key = keys.getPublicKey(signature.getKeyID());
      if (key == null) {
        return false;
      }
      signature.init(new BcPGPContentVerifierBuilderProvider(), key);
      signature.update(content);
      return signature.verify();
    } catch (IOException | PGPException e) {
      return false;
    }
  }
}
