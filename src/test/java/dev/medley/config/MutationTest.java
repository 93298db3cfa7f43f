package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {
  private static final byte[] SPICE =
      "{}[]:,-#&*!|>'\"%@`<<~?\n\t \\/=.0e_\u00ff".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temporary;

  /** Whatever is in the file, it is read or reported, never thrown. */
  @Test
  void nothingThatAFileHoldsIsThrown() throws Exception {
    Desk desk = new Desk(temporary);
    byte[] sample = Desk.resource("sample.yaml").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20261123);
    SettingsLoader loader = new SettingsLoader(Desk::catalog);
    for (int i = 0; i < 2000; i++) {
      byte[] mutant = mutant(sample, random);
      Files.createDirectories(desk.userFile().getParent());
      Files.write(desk.userFile(), mutant);
      Files.write(desk.projectFile(), mutant);
      try {
        Loaded loaded = loader.load(desk.environment(), Optional.empty());
        assertNotNull(ConfigPrinter.print(loaded.merged(), true));
        new ModelNames(loaded, Desk::catalog).byDefault();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(new String(mutant, StandardCharsets.ISO_8859_1), e);
      }
    }
  }

  private static byte[] mutant(byte[] sample, Random random) {
    int start = random.nextInt(4) == 0 ? random.nextInt(sample.length) : 0;
    byte[] mutant = Arrays.copyOfRange(sample, start, sample.length);
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      int at = random.nextInt(mutant.length);
      mutant[at] =
          random.nextInt(5) == 0 ? (byte) random.nextInt(256) : SPICE[random.nextInt(SPICE.length)];
    }
    return mutant;
  }
}
