package io.github.ambientgpt.release.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;

/** A key that signs one rehearsal and is worth nothing after it. */
public final class ThrowAwayKey {
  private final PGPSecretKey secret;
  private final PGPPrivateKey open;

  private ThrowAwayKey(PGPSecretKey secret, PGPPrivateKey open) {
    this.secret = secret;
    this.open = open;
  }

  static ThrowAwayKey make() {
    try {
      Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
      generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
      PGPKeyPair pair =
          new BcPGPKeyPair(
              PublicKeyPacket.VERSION_4,
              PublicKeyAlgorithmTags.EDDSA_LEGACY,
              generator.generateKeyPair(),
              new Date());
      PGPSecretKey secret =
          new PGPSecretKey(
              PGPSignature.POSITIVE_CERTIFICATION,
              pair,
              "Rehearsal, worth nothing <rehearsal@localhost>",
              new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1),
              null,
              null,
              new BcPGPContentSignerBuilder(
                  PublicKeyAlgorithmTags.EDDSA_LEGACY, HashAlgorithmTags.SHA512),
              null); // no passphrase
      return new ThrowAwayKey(secret, pair.getPrivateKey());
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The private key, armored. */
  byte[] secretKey() {
    return armored(secret::encode);
  }

  /** The public key, armored. */
  byte[] publicKey() {
    return armored(secret.getPublicKey()::encode);
  }

  /** A detached signature, armored. */
  byte[] sign(byte[] content) {
    try {
      PGPPublicKey publicKey = secret.getPublicKey();
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), HashAlgorithmTags.SHA512),
              publicKey);
      generator.init(PGPSignature.BINARY_DOCUMENT, open);
      generator.update(content);
      return armored(generator.generate()::encode);
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Encoding {
    void to(ArmoredOutputStream stream) throws IOException;
  }

  private static byte[] armored(Encoding encoding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArmoredOutputStream armor = ArmoredOutputStream.builder().build(bytes)) {
      encoding.to(armor);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes {@code key.asc} and {@code public.asc}.
   *
   * @param arguments the folder
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    ThrowAwayKey key = make();
    Files.write(folder.resolve("key.asc"), key.secretKey());
    Files.write(folder.resolve("public.asc"), key.publicKey());
  }
}
