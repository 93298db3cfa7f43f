package dev.medley.chat;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read or written, in a person's words. */
public final class FileFault {
  private FileFault() {}

  /** Two to four words, without the file's name. */
  public static String words(Throwable failed) {
    if (failed instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failed instanceof NoSuchFileException || failed instanceof FileNotFoundException) {
      return "it does not exist";
    }
    if (failed instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return "Is a directory".equals(failed.getMessage())
        ? "it is a folder"
        : failed.getClass().getSimpleName();
  }
}
