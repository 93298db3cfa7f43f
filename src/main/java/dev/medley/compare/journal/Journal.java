package dev.medley.compare.journal;

import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultLine;
import dev.medley.compare.matrix.ResultSink;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Appends each result to a file as it comes, in one write that has reached the system when {@code
 * add} returns. A process that is killed has lost nothing that was added; the last line may be
 * torn.
 */
public final class Journal implements ResultSink {
  private static final int LONGEST_LINE = 1 << 26;
  private final FileChannel channel;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Begins a file.
   *
   * @throws BadRunFile when results are in it already
   */
  public static Journal begin(RunFile file) throws IOException {
    boolean pipe = Files.exists(file.path()) && !Files.isRegularFile(file.path());
    if (!pipe && Files.exists(file.path()) && Files.size(file.path()) > 0) {
      throw new BadRunFile(file.name() + " exists");
    }
    FileChannel channel =
        FileChannel.open(
            file.path(),
            pipe
                ? new StandardOpenOption[] {StandardOpenOption.WRITE}
                : new StandardOpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND});
    return pipe ? new Journal(channel) : locked(file, channel);
  }

  /**
   * Goes on with a file: a torn last line is taken away, so that it does not spoil the next one.
   */
  public static Journal goOn(RunFile file) throws IOException {
    FileChannel channel =
        FileChannel.open(file.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    Journal journal = locked(file, channel);
    journal.mend(file);
    return journal;
  }

  private static Journal locked(RunFile file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return new Journal(channel);
      }
    } catch (OverlappingFileLockException byThisProcess) {
      // said below
    } catch (IOException noLocksHere) {
      return new Journal(channel);
    }
    channel.close();
    throw new BadRunFile(file.name() + " is being written by another run");
  }

  private void mend(RunFile file) throws IOException {
    byte[] tail;
    long begin;
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      begin = lastLine(in);
      tail = new byte[(int) Math.min(LONGEST_LINE, in.length() - begin)];
      in.seek(begin);
      in.readFully(tail);
    }
    if (tail.length == 0) {
      return;
    }
    if (ResultLine.whole(new String(tail, StandardCharsets.UTF_8))) {
      write("\n");
    } else {
      channel.truncate(begin);
    }
  }

  /** Where the text after the last line end begins. */
  private static long lastLine(RandomAccessFile in) throws IOException {
    byte[] block = new byte[1 << 16];
    for (long end = in.length(); end > 0; ) {
      int length = (int) Math.min(block.length, end);
      in.seek(end - length);
      in.readFully(block, 0, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return 0;
  }

  @Override
  public void add(CaseResult result) throws IOException {
    write(ResultLine.write(result) + "\n");
  }

  /**
   * Keeps something else among the results; readers of results pass it over. From any thread.
   *
   * @param line a JSON object with the {@code schema_version} of results, without a line end
   */
  public void addLine(String line) throws IOException {
    write(line + "\n");
  }

  private synchronized void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
