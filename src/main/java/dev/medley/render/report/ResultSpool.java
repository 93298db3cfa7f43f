package dev.medley.render.report;

import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.AnswerGroups.Receiver;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Results that wait in a temporary file, readable for its owner alone, until all have come and can
 * be told in the order of their cases. Of each, only its place is kept in memory.
 */
final class ResultSpool implements AutoCloseable {
  private final List<ModelRef> models;
  private final Path file;
  private final FileChannel channel;
  private final List<Place> places = new ArrayList<>();
  private long end;

  private record Place(int number, int run, int model, long from, int length) {}

  /**
   * @param models in the order in which they are told
   */
  ResultSpool(List<ModelRef> models) throws IOException {
    this.models = models.stream().distinct().toList();
    this.file = Files.createTempFile("medley-report-", ".jsonl");
    this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  void add(CaseResult result) throws IOException {
    ByteBuffer line = StandardCharsets.UTF_8.encode(ResultLine.write(result));
    Case asked = result.asked();
    places.add(
        new Place(
            asked.number(), asked.run(), models.indexOf(result.model()), end, line.remaining()));
    while (line.hasRemaining()) {
      end += channel.write(line, end);
    }
  }

  /** Each case and run with the results of all models, in order. */
  void forEach(Receiver receiver) throws IOException {
    places.sort(
        Comparator.comparingInt(Place::number)
            .thenComparingInt(Place::run)
            .thenComparingInt(Place::model)
            .thenComparingLong(Place::from));
    for (int from = 0; from < places.size(); ) {
      int to = from;
      while (to < places.size() && sameCase(places.get(from), places.get(to))) {
        to++;
      }
      receiver.accept(group(places.subList(from, to)));
      from = to;
    }
  }

  private static boolean sameCase(Place one, Place other) {
    return one.number() == other.number() && one.run() == other.run();
  }

  /** Of several results of one model, the last is the one that holds. */
  private Group group(List<Place> some) throws IOException {
    List<Optional<CaseResult>> results =
        new ArrayList<>(Collections.nCopies(models.size(), Optional.empty()));
    Case asked = null;
    for (Place place : some) {
      CaseResult result = read(place);
      asked = result.asked();
      if (place.model() >= 0) {
        results.set(place.model(), Optional.of(result));
      }
    }
    return new Group(asked, results);
  }

  private CaseResult read(Place place) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(place.length());
    while (line.hasRemaining()) {
      if (channel.read(line, place.from() + line.position()) < 0) {
        throw new IOException("the temporary file of the report was cut short");
      }
    }
    return ResultLine.read(StandardCharsets.UTF_8.decode(line.flip()).toString())
        .orElseThrow(() -> new IOException("the temporary file of the report was changed"));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
