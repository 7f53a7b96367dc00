package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The folder of models of speech: Whisper's as files {@code ggml-*.bin}, Vosk's as folders. A model
 * in it is whole and was verified: until then it has another name. For any thread; several
 * processes may share the folder.
 *
 * @since 0.1.0
 */
public final class ModelStore {
  private static final String UNPACKING = ".unpacking";
  private static final String IMPORTING = ".importing";

  private final Path folder;
  private final ModelCatalogue catalogue;

  /**
   * @param folder need not be there yet
   */
  public ModelStore(Path folder, ModelCatalogue catalogue) {
    this.folder = folder.toAbsolutePath().normalize();
    this.catalogue = catalogue;
  }

  public Path folder() {
    return folder;
  }

  /** What is there, sorted by id; nothing but models. */
  public List<InstalledModel> installed() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<InstalledModel> models = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(path -> model(path).ifPresent(models::add));
    } catch (IOException e) {
      throw Disk.cannotRead(folder, e);
    }
    models.sort(Comparator.comparing(InstalledModel::id));
    return List.copyOf(models);
  }

  private Optional<InstalledModel> model(Path path) {
    String name = path.getFileName().toString();
    if (Files.isRegularFile(path)) {
      return ModelNames.idOfFile(name)
          .map(
              id -> new InstalledModel(id, ModelNames.WHISPER, path, Disk.size(path), entry(name)));
    }
    boolean vosk =
        !name.startsWith(".")
            && (Files.isRegularFile(path.resolve("am").resolve("final.mdl"))
                || Files.isRegularFile(path.resolve("final.mdl")));
    return vosk
        ? Optional.of(new InstalledModel(name, ModelNames.VOSK, path, Disk.size(path), entry(name)))
        : Optional.empty();
  }

  private Optional<SpeechModel> entry(String installedName) {
    return catalogue.all().stream()
        .filter(model -> model.installedName().equals(installedName))
        .findFirst();
  }

  /** The installed model with this id, or whose file or folder has this name. */
  public Optional<InstalledModel> find(String name) {
    return installed().stream()
        .filter(
            model -> name.equals(model.id()) || name.equals(model.path().getFileName().toString()))
        .findFirst();
  }

  /** How much of a model has been downloaded, in bytes, when it has been begun but not finished. */
  public OptionalLong begun(SpeechModel model) {
    long size = PartFile.of(folder, model.file()).size();
    return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
  }

  /**
   * Downloads a model, unless it is there already. Reports the stages {@code download}, {@code
   * verify} and {@code unpack}.
   *
   * @return where it lies
   * @throws CancelledException when the monitor says so; what arrived is kept
   * @throws EngineException when the download breaks off or brings something else, when there is no
   *     room, or when somebody else is at it
   */
  public Path pull(SpeechModel model, ModelSource source, Monitor monitor) {
    Disk.makeFolder(folder);
    Path target = folder.resolve(model.installedName());
    return ModelLock.holding(
        folder,
        model.installedName(),
        () -> {
          if (!Files.exists(target)) {
            PartFile part = PartFile.of(folder, model.file());
            Disk.requireRoom(folder, room(model, part));
            new Download(source, model, part).run(monitor);
            verify(model, part, source, monitor);
            install(model, part.path(), target, monitor);
            part.discard();
          }
          return target;
        });
  }

  /** An archive is there twice for a moment, and unpacked it is up to twice as large. */
  private static long room(SpeechModel model, PartFile part) {
    long missing = Math.max(0, model.size() - part.size());
    return model.isArchive() ? missing + 2 * model.size() : missing;
  }

  private static void verify(
      SpeechModel model, PartFile part, ModelSource source, Monitor monitor) {
    if (part.size() != model.size() || !Digest.of(part.path(), monitor).equals(model.sha256())) {
      part.discard();
      throw EngineException.lasting(
          ("What %s sent is not %s: its SHA-256 is not that of the catalogue, and it was removed."
                  + " Pull it again, or from another mirror.")
              .formatted(source.url(model).getHost(), model.id()),
          null);
    }
  }

  private void install(SpeechModel model, Path whole, Path target, Monitor monitor) {
    if (model.isArchive()) {
      unpack(whole, target, monitor);
    } else {
      Disk.move(whole, target);
    }
  }

  private void unpack(Path zip, Path target, Monitor monitor) {
    Path unpacking = folder.resolve("." + target.getFileName() + UNPACKING);
    Disk.delete(unpacking); // of a process that died
    try (ModelArchive archive = ModelArchive.open(zip)) {
      Disk.requireRoom(folder, archive.size());
      Path whole = unpacking.resolve(target.getFileName());
      archive.unpack(whole, monitor);
      Checksums.of(whole, monitor).write(target);
      Disk.move(whole, target);
    } finally {
      Disk.delete(unpacking);
    }
  }

  /**
   * Takes a file that came by another way, for networks that reach no server. The file itself stays
   * where it is. Reports the stage {@code import}.
   *
   * @param file a Whisper model in ggml format, or the zip file of a Vosk model
   * @param as what to call a model that the catalogue does not have; for one that it has, its id
   * @throws InvalidInputException when the file is no model, or not that model, or unknown and
   *     without a name, or when there is one of its name
   * @throws CancelledException when the monitor says so; nothing is kept
   */
  public InstalledModel importFile(Path file, Optional<String> as, Monitor monitor) {
    as.ifPresent(ModelNames::require);
    Disk.makeFolder(folder);
    PartFile copy = PartFile.of(folder, IMPORTING);
    return ModelLock.holding(
        folder,
        IMPORTING,
        () -> {
          try {
            return install(file, copy, as, monitor);
          } finally {
            copy.discard();
          }
        });
  }

  private InstalledModel install(Path file, PartFile copy, Optional<String> as, Monitor monitor) {
    String digest = copy(file, copy, monitor);
    Optional<SpeechModel> known = catalogue.bySha256(digest);
    Path target = folder.resolve(target(file, digest, known, as, copy.path()));
    if (Files.exists(target)) {
      throw new InvalidInputException(
          "There is a model %s already: remove it first.".formatted(target.getFileName()));
    }
    if (isArchive(copy.path())) {
      unpack(copy.path(), target, monitor);
    } else {
      Disk.move(copy.path(), target);
      if (known.isEmpty()) {
        Checksums.single(target, digest).write(target);
      }
    }
    return model(target).orElseThrow();
  }

  private String target(
      Path file, String digest, Optional<SpeechModel> known, Optional<String> as, Path copy) {
    String given = as.orElse(file.toString());
    Optional<SpeechModel> wanted = as.flatMap(this::ofCatalogue);
    if (wanted.isPresent() && !wanted.equals(known)) {
      throw new InvalidInputException(
          ("%s is not %s: its SHA-256 is not that of the catalogue. Get it again, or call it"
                  + " otherwise if it is meant to be another model.")
              .formatted(given, wanted.get().id()));
    }
    if (known.isPresent()) {
      return known.get().installedName();
    }
    if (as.isEmpty()) {
      throw new InvalidInputException(
          ("%s is no model of the catalogue (its SHA-256 is %s). If you trust it, say what to call"
                  + " it (on the command line: --as NAME).")
              .formatted(file, digest));
    }
    if (isArchive(copy)) {
      return as.get();
    }
    if (!isGgml(copy)) {
      throw new InvalidInputException(
          "%s is neither a Whisper model in ggml format nor the zip file of a Vosk model."
              .formatted(given));
    }
    return ModelNames.fileOfWhisper(as.get());
  }

  /** The model whose place a file of this name would take, whichever of its names it is. */
  private Optional<SpeechModel> ofCatalogue(String name) {
    return catalogue.find(name).or(() -> catalogue.find(ModelNames.fileOfWhisper(name)));
  }

  private String copy(Path file, PartFile copy, Monitor monitor) {
    MessageDigest digest = Digest.begin();
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      Disk.requireRoom(folder, size);
      try (PartFile.Writer writer = copy.writeFrom(0)) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          monitor.checkCancelled();
          digest.update(buffer, 0, count);
          writer.write(ByteBuffer.wrap(buffer, 0, count));
          monitor.report("import", Math.min(1, (double) writer.position() / Math.max(1, size)));
        }
      }
    } catch (IOException e) {
      throw Disk.cannotRead(file, e);
    }
    return Digest.end(digest);
  }

  private static boolean isArchive(Path file) {
    return startsWith(file, 'P', 'K', 3, 4);
  }

  /** As whisper.cpp's files begin; the recognizer reads on before it trusts one. */
  private static boolean isGgml(Path file) {
    return startsWith(file, 'l', 'm', 'g', 'g');
  }

  private static boolean startsWith(Path file, int... bytes) {
    try (InputStream in = Files.newInputStream(file)) {
      for (int wanted : bytes) {
        if (in.read() != wanted) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw Disk.cannotRead(file, e);
    }
  }

  /**
   * Removes a model, or what was downloaded of one.
   *
   * @param name its id, or that of its file or folder; never a path
   * @return what was removed
   * @throws UnknownNameException when there is none of that name in the folder
   */
  public Path remove(String name) {
    Optional<Path> model = find(name).map(InstalledModel::path);
    Optional<PartFile> part =
        catalogue
            .find(name)
            .map(known -> PartFile.of(folder, known.file()))
            .filter(begun -> begun.size() > 0);
    if (model.isEmpty() && part.isEmpty()) {
      throw new UnknownNameException(
          "installed model", name, installed().stream().map(InstalledModel::id).toList());
    }
    String locked =
        catalogue
            .find(name)
            .map(SpeechModel::installedName)
            .orElseGet(() -> model.orElseThrow().getFileName().toString());
    return ModelLock.holding(
        folder,
        locked,
        () -> {
          part.ifPresent(PartFile::discard);
          model.ifPresent(Disk::delete);
          model.map(Checksums::path).ifPresent(Disk::delete);
          return model.orElseGet(() -> part.orElseThrow().path());
        });
  }

  /**
   * Computes a model's digests anew and compares them. Reports the stage {@code verify}.
   *
   * @throws CancelledException when the monitor says so
   */
  public Verification verify(InstalledModel model, Monitor monitor) {
    Checksums now = Checksums.of(model.path(), monitor);
    Optional<Checksums> then =
        model
            .entry()
            .filter(entry -> !entry.isArchive())
            .map(entry -> Checksums.single(model.path(), entry.sha256()))
            .or(() -> Checksums.read(model.path()));
    if (then.isEmpty()) {
      return new Verification(Verification.State.UNKNOWN, List.of());
    }
    List<String> changed = now.differences(then.get());
    return new Verification(
        changed.isEmpty() ? Verification.State.INTACT : Verification.State.CHANGED, changed);
  }
}
