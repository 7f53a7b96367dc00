package io.github.ambientgpt.speechmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
  private static final byte[] GGML = Served.ggml(5000);
  private static final byte[] ZIP = Served.zip(Served.vosk("vosk-model-test/"));
  private static final SpeechModel WHISPER = Served.model("ggml-test.bin", GGML);
  private static final SpeechModel VOSK = Served.model("vosk-model-test.zip", ZIP);

  @TempDir Path temp;
  private Path folder;
  private ModelStore store;

  @BeforeEach
  void emptyFolder() {
    folder = temp.resolve("models");
    store = new ModelStore(folder, Served.catalogue(WHISPER, VOSK));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(temp.resolve(name), content);
  }

  private InstalledModel importFile(Path file, String as) {
    return store.importFile(file, Optional.ofNullable(as), Monitor.NONE);
  }

  private Path pull(SpeechModel model, byte[] content) {
    try (ScriptedServer server = ScriptedServer.playing(Served.whole(content))) {
      return store.pull(model, Served.source(server, 1), Monitor.NONE);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFolderThatIsNotThereHasNoModels() {
    assertThat(store.installed()).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void anArchiveBecomesAFolderWithChecksumsBesideIt() throws IOException {
    Path path = pull(VOSK, ZIP);

    assertThat(path).isEqualTo(folder.resolve("vosk-model-test"));
    assertThat(path.resolve("am/final.mdl")).hasContent("acoustic");
    assertThat(files()).containsExactly("vosk-model-test", "vosk-model-test.sha256");
    assertThat(folder.resolve("vosk-model-test.sha256"))
        .content()
        .containsPattern("(?m)^[0-9a-f]{64}  vosk-model-test/am/final.mdl$");
    assertThat(store.installed())
        .extracting(InstalledModel::id, InstalledModel::engine, InstalledModel::entry)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("vosk-model-test", "vosk", Optional.of(VOSK)));
  }

  @Test
  void anArchiveWithoutATopFolderIsTakenToo() {
    byte[] flat = Served.zip(Served.vosk(""));
    SpeechModel model = Served.model("vosk-model-flat.zip", flat);
    assertThat(pull(model, flat).resolve("conf/mfcc.conf")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vosk-model-test/../../evil",
        "../evil",
        "/evil",
        "vosk-model-test//evil",
        "vosk-model-test/./evil",
        "vosk-model-test\\..\\..\\evil",
        "C:/evil"
      })
  void anArchiveWhoseFilesWouldLandElsewhereIsRefused(String name) throws IOException {
    Map<String, String> files = new java.util.TreeMap<>(Served.vosk("vosk-model-test/"));
    files.put(name, "evil");
    byte[] zip = Served.zip(files);

    assertThatThrownBy(() -> pull(Served.model("vosk-model-test.zip", zip), zip))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("outside of its folder");
    assertThat(temp.resolve("evil")).doesNotExist();
    assertThat(store.installed()).isEmpty();
    assertThat(folder.resolve(".vosk-model-test.unpacking")).doesNotExist();
  }

  @Test
  void anArchiveThatGrowsBeyondMeasureIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("vosk-model-test/am/final.mdl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 32; i++) {
        zip.write(zeros);
      }
    }
    byte[] bomb = bytes.toByteArray();

    assertThatThrownBy(() -> pull(Served.model("vosk-model-test.zip", bomb), bomb))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("grow beyond measure");
    assertThat(store.installed()).isEmpty();
  }

  @Test
  void anArchiveThatIsBrokenOrHoldsNoModelIsRefused() {
    byte[] other = Served.zip(Map.of("readme.txt", "hello"));
    assertThatThrownBy(() -> pull(Served.model("vosk-model-x.zip", other), other))
        .hasMessageContaining("holds no Vosk model");
    byte[] cut = Arrays.copyOf(ZIP, ZIP.length - 30);
    assertThatThrownBy(() -> pull(Served.model("vosk-model-y.zip", cut), cut))
        .hasMessageContaining("is no zip file, or is cut short");
    byte[] garbled = ZIP.clone();
    Arrays.fill(garbled, 60, 75, (byte) 0x55);
    assertThatThrownBy(() -> pull(Served.model("vosk-model-z.zip", garbled), garbled))
        .isInstanceOf(InvalidInputException.class);
    assertThat(store.installed()).isEmpty();
  }

  @Test
  void aModelOfTheCatalogueIsRecognisedByItsContent() throws IOException {
    Path usb = file("from the usb stick.dat", GGML);

    InstalledModel model = importFile(usb, null);

    assertThat(model.id()).isEqualTo("whisper-test");
    assertThat(model.path()).isEqualTo(folder.resolve("ggml-test.bin")).hasBinaryContent(GGML);
    assertThat(usb).exists();
    assertThat(files()).containsExactly("ggml-test.bin");
    assertThat(importFile(file("v.zip", ZIP), "vosk-model-test").path()).isDirectory();
  }

  @Test
  void anUnknownModelNeedsANameAndGetsIt() throws IOException {
    byte[] tuned = Served.ggml(777);
    Path file = file("tuned.bin", tuned);

    assertThatThrownBy(() -> importFile(file, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no model of the catalogue (its SHA-256 is ")
        .hasMessageContaining("--as NAME");
    assertThat(importFile(file, "cardiology").id()).isEqualTo("whisper-cardiology");
    assertThat(folder.resolve("ggml-cardiology.bin")).hasBinaryContent(tuned);
    byte[] zip = Served.zip(Served.vosk("something/"));
    assertThat(importFile(file("s.zip", zip), "vosk-model-cardiology").path())
        .isEqualTo(folder.resolve("vosk-model-cardiology"))
        .isDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clinic.en",
        "clinic.en.bin",
        "whisper-clinic.en",
        "ggml-clinic.en",
        "ggml-clinic.en.bin"
      })
  void aModelHasOneNameHoweverItsFileIsCalled(String name) throws IOException {
    InstalledModel model = importFile(file("tuned.bin", Served.ggml(777)), name);

    assertThat(model.id()).isEqualTo("whisper-clinic.en");
    assertThat(model.path()).isEqualTo(folder.resolve("ggml-clinic.en.bin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test",
        "test.bin",
        "ggml-test",
        "ggml-test.bin",
        "whisper-test",
        "vosk-model-test"
      })
  void anotherFileDoesNotTakeThePlaceOfAModelOfTheCatalogue(String name) throws IOException {
    Path file = file("other.bin", Served.ggml(777));

    assertThatThrownBy(() -> importFile(file, name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name + " is not ")
        .hasMessageContaining("SHA-256 is not that of the catalogue");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileThatIsNotWhatItIsCalledIsRefused() throws IOException {
    byte[] cut = Arrays.copyOf(GGML, 4000);
    assertThatThrownBy(() -> importFile(file("cut.bin", cut), "whisper-test"))
        .hasMessageContaining("is not whisper-test: its SHA-256");
    assertThatThrownBy(() -> importFile(file("song.mp3", new byte[] {'I', 'D', '3'}), "song"))
        .hasMessageContaining("is neither a Whisper model in ggml format nor the zip file");
    assertThatThrownBy(() -> importFile(file("empty", new byte[0]), "empty"))
        .hasMessageContaining("is neither");
    assertThatThrownBy(() -> importFile(temp.resolve("nowhere"), "x"))
        .hasMessageContaining("cannot be read");
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/tmp/evil", "a/b", "a\\b", ".hidden", "", "con:", "x."})
  void aNameThatLeadsOutOfTheFolderIsRefused(String name) throws IOException {
    Path file = file("tuned.bin", Served.ggml(777));
    assertThatThrownBy(() -> importFile(file, name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be the name of a model");
    assertThatThrownBy(() -> store.remove(name)).isInstanceOf(UnknownNameException.class);
  }

  @Test
  void anImportNeverTakesAnothersPlace() throws IOException {
    importFile(file("a.bin", Served.ggml(777)), "mine");
    assertThatThrownBy(() -> importFile(file("b.bin", Served.ggml(888)), "mine"))
        .hasMessageContaining("There is a model ggml-mine.bin already");
    assertThat(folder.resolve("ggml-mine.bin")).hasSize(777);
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    Path file = file("a.bin", Served.ggml(777));
    assertThatThrownBy(
            () -> store.importFile(file, Optional.of("mine"), RecordingMonitor.cancelledAfter(0)))
        .isInstanceOf(CancelledException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void verifyComparesWithTheCatalogue() throws IOException {
    Path path = pull(WHISPER, GGML);
    assertThat(verify("whisper-test").state()).isEqualTo(Verification.State.INTACT);

    byte[] changed = GGML.clone();
    changed[4000]++;
    Files.write(path, changed);
    assertThat(verify("whisper-test"))
        .isEqualTo(
            new Verification(Verification.State.CHANGED, List.of("ggml-test.bin was changed")));
  }

  @Test
  void verifyComparesAFolderFileByFile() throws IOException {
    Path path = pull(VOSK, ZIP);
    assertThat(verify("vosk-model-test").state()).isEqualTo(Verification.State.INTACT);

    Files.writeString(path.resolve("am/final.mdl"), "changed");
    Files.writeString(path.resolve("am/more"), "added");
    Files.delete(path.resolve("graph/Gr.fst"));
    assertThat(verify("vosk-model-test").changed())
        .containsExactly(
            "vosk-model-test/am/final.mdl was changed",
            "vosk-model-test/am/more was added",
            "vosk-model-test/graph/Gr.fst is missing");
  }

  @Test
  void verifySaysWhenThereIsNothingToCompareWith() throws IOException {
    importFile(file("a.bin", Served.ggml(777)), "mine");
    assertThat(verify("whisper-mine").state()).isEqualTo(Verification.State.INTACT);
    Files.write(folder.resolve("ggml-copied.bin"), Served.ggml(10));
    assertThat(verify("whisper-copied").state()).isEqualTo(Verification.State.UNKNOWN);
  }

  private Verification verify(String id) {
    return store.verify(store.find(id).orElseThrow(), Monitor.NONE);
  }

  @Test
  void removeTakesAllThatBelongsToAModelAndNothingElse() throws IOException {
    pull(VOSK, ZIP);
    pull(WHISPER, GGML);
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(store.remove("vosk-model-test")).isEqualTo(folder.resolve("vosk-model-test"));
    assertThat(files()).containsExactly("ggml-test.bin", "notes.txt");
    store.remove("ggml-test.bin");
    assertThat(files()).containsExactly("notes.txt");
    assertThatThrownBy(() -> store.remove("notes.txt"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("notes.txt");
  }

  @Test
  void removeTakesWhatIsLeftOfADownload() throws IOException {
    try (ScriptedServer server = ScriptedServer.playing(Served.breakingOff(GGML, 3000))) {
      assertThatThrownBy(() -> store.pull(WHISPER, Served.source(server, 1), Monitor.NONE))
          .hasMessageContaining("are kept");
    }
    store.remove("whisper-test");
    assertThat(files()).isEmpty();
  }

  @Test
  void removingALinkLeavesWhatItLinksTo() throws IOException {
    Path elsewhere = Files.createDirectories(temp.resolve("shared/am"));
    Files.writeString(elsewhere.resolve("final.mdl"), "shared");
    Files.createDirectories(folder);
    try {
      Files.createSymbolicLink(folder.resolve("vosk-linked"), temp.resolve("shared"));
    } catch (IOException | UnsupportedOperationException e) {
      org.junit.jupiter.api.Assumptions.abort("This system makes no symbolic links");
    }
    store.remove("vosk-linked");
    assertThat(folder.resolve("vosk-linked")).doesNotExist();
    assertThat(elsewhere.resolve("final.mdl")).exists();
  }
}
