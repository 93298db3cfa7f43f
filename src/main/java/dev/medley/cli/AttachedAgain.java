package dev.medley.cli;

import dev.medley.chat.Attachment;
import dev.medley.history.PastFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of an earlier prompt. Their content was not kept: it is read again, and compared. */
final class AttachedAgain {
  private final Services services;
  private final Console console;

  AttachedAgain(Services services, Console console) {
    this.services = services;
    this.console = console;
  }

  /** Those that can be sent as they are now; what is missing is told and left out. */
  List<Attachment> attachments(List<PastFile> files) {
    return files.stream()
        .filter(file -> file.kind() != PastFile.Kind.TEXT)
        .filter(this::there)
        .map(file -> new AttachedFiles(services.environment()).attach(file.path()))
        .toList();
  }

  private boolean there(PastFile file) {
    if (file.kind() == PastFile.Kind.LINK) {
      return true;
    }
    Optional<byte[]> now = content(file);
    if (now.isEmpty()) {
      warn(shown(file) + " is no longer there; the model goes without it");
    } else if (file.differs(now.get())) {
      warn(shown(file) + " has changed since; it is sent as it is now");
    }
    return now.isPresent();
  }

  /** Says of files whose text is part of a prompt that they are no longer what was sent. */
  void tellChangedTexts(List<PastFile> files) {
    for (PastFile file : files) {
      if (file.kind() == PastFile.Kind.TEXT) {
        Optional<byte[]> now = content(file);
        if (now.isEmpty() || file.differs(now.get())) {
          String what = now.isEmpty() ? " is no longer there" : " has changed since";
          warn(shown(file) + what + "; its text is sent as it was then");
        }
      }
    }
  }

  /** What is known of them now: texts as they were sent then, attachments as they are. */
  List<PastFile> now(List<PastFile> files) {
    return files.stream().map(AttachedAgain::now).toList();
  }

  private static PastFile now(PastFile file) {
    return file.kind() != PastFile.Kind.ATTACHMENT
        ? file
        : content(file).map(c -> PastFile.of(file.kind(), file.path(), c)).orElse(file);
  }

  private static Optional<byte[]> content(PastFile file) {
    try {
      return Optional.of(Files.readAllBytes(Path.of(file.path())));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private String shown(PastFile file) {
    return services.environment().display(Path.of(file.path()));
  }

  private void warn(String what) {
    console.note(console.errStyle().yellow("note:") + " " + what);
  }
}
