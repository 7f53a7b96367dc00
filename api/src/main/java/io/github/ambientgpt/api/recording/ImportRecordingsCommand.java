package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.encounter.NewEncounter;
import io.github.ambientgpt.api.login.OnBehalf;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.LoginProperties;
import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.audio.menc.RecordingKey;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recordings that Lambient, the predecessor, encrypted become visits of a clinician, one each. What
 * is there already is passed over, so that the command is said again after it was interrupted.
 */
@Component
class ImportRecordingsCommand implements Command {
  private static final int LONGEST_LABEL = 200;

  private final Encounters encounters;
  private final Recordings recordings;
  private final Accounts accounts;
  private final LoginProperties login;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  ImportRecordingsCommand(
      Encounters encounters,
      Recordings recordings,
      Accounts accounts,
      LoginProperties login,
      AuditLog audit,
      TransactionTemplate transactions) {
    this.encounters = encounters;
    this.recordings = recordings;
    this.accounts = accounts;
    this.login = login;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "import-recordings";
  }

  @Override
  public String usage() {
    return "import-recordings --key=FILE [--for=USERNAME] FILE…   keeps recordings that Lambient encrypted, a visit each";
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) throws Exception {
    arguments.requireOnly(Integer.MAX_VALUE, "key", "for");
    arguments.word(0, "which recordings: " + usage());
    Path keyFile =
        arguments
            .option("key")
            .filter(name -> !name.isBlank())
            .map(arguments.folder()::resolve)
            .orElseThrow(
                () ->
                    CommandFailure.usage(
                        "Say --key=FILE: encryption_key.bin in the predecessor's folder keys."));
    User clinician = clinician(arguments.option("for"));
    RecordingKey key = read(keyFile);
    int failed = 0;
    for (int i = 0; i < arguments.words().size(); i++) {
      Path file = arguments.path(i, "which recordings");
      try {
        out.println(file + ": " + keep(clinician, file, key));
      } catch (InvalidInputException e) {
        out.println(e.getMessage());
        failed++;
      }
    }
    if (failed > 0) {
      throw CommandFailure.failed(
          failed + " of " + arguments.words().size() + " were not kept; the others were.");
    }
  }

  private User clinician(Optional<String> username) {
    if (username.isEmpty()) {
      if (login.mode() == LoginProperties.Mode.LOCAL) {
        return new User(Accounts.FIRST, login.name());
      }
      throw CommandFailure.usage("Say --for=USERNAME: the clinician whose visits they become.");
    }
    return accounts
        .find(username.get())
        .filter(account -> account.roles().contains(Role.CLINICIAN))
        .map(Account::user)
        .orElseThrow(
            () ->
                CommandFailure.failed("There is no clinician of that name: look at its spelling."));
  }

  private static RecordingKey read(Path file) {
    try {
      return RecordingKey.read(file);
    } catch (InvalidInputException e) {
      throw CommandFailure.failed(e.getMessage());
    }
  }

  private String keep(User clinician, Path file, RecordingKey key) throws Exception {
    DecryptedRecording recording = new DecryptedRecording(file, key);
    String sha256 = recording.sha256();
    if (recordings.has(clinician.id(), sha256)) {
      return "is there already";
    }
    NewEncounter visit = visit(file);
    UUID encounter =
        OnBehalf.of(
            clinician,
            () ->
                transactions.execute(
                    transaction -> {
                      UUID made = kept(visit, file, recording, sha256);
                      audit.record(
                          clinician,
                          "recording.import",
                          "encounter/" + made,
                          Outcome.DONE,
                          "by command");
                      return made;
                    }));
    return "encounter/" + encounter;
  }

  private static NewEncounter visit(Path file) throws IOException {
    String name = file.getFileName().toString();
    LocalDate day =
        LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    return new NewEncounter(
        name.substring(0, Math.min(name.length(), LONGEST_LABEL)), day, null, null);
  }

  private UUID kept(NewEncounter visit, Path file, DecryptedRecording recording, String sha256) {
    UUID encounter = encounters.create(visit).id();
    try (InputStream wav = recording.open()) {
      recordings.receive(
          encounter,
          visit.label() + ".wav",
          wav,
          (stored, insert) -> {
            if (!stored.sha256().equals(sha256)) {
              throw new InvalidInputException(
                  file + " changed while it was read: say it again once nobody writes to it.");
            }
            return insert.get();
          });
      return encounter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
