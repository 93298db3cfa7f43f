package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.render.ModelsTable.Key;
import dev.medley.render.ModelsTable.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelsTableTest {
  private static final Row ALIAS = new Row(Samples.alias("quick", Runs.FAST), Key.PRESENT);
  private static final Row UNKNOWN =
      new Row(Samples.alias("lab/unpriced", Runs.UNPRICED), Key.MISSING);
  private static final Row FREE = new Row(Samples.priced("free", "0", "0.50"), Key.NOT_NEEDED);

  @Test
  void whole() {
    assertEquals(
        """
        name          model     window  $/M in  $/M out  key
        quick         lab/fast       –    0.15      0.6  present
        lab/unpriced                 –       –        –  missing
        free          lab/free       –       0      0.5  not needed""",
        Runs.lines(
            ModelsTable.lines(List.of(ALIAS, UNKNOWN, FREE), Style.PLAIN, Integer.MAX_VALUE)));
  }

  @Test
  void windowsAreRoundNumbers() {
    assertEquals(
        "512 8k 128k 131k 999k 1M 1M 1M 1.1M 2M 10M",
        Stream.of(
                512L,
                8192L,
                128_000L,
                131_072L,
                999_999L,
                1_000_000L,
                1_048_576L,
                1_050_000L,
                1_100_000L,
                2_000_000L,
                10_000_000L)
            .map(tokens -> new Row(Samples.windowed("m", tokens), Key.PRESENT))
            .map(
                row ->
                    ModelsTable.lines(List.of(row), Style.PLAIN, Integer.MAX_VALUE)
                        .get(1)
                        .split(" +")[2])
            .collect(Collectors.joining(" ")));
  }

  @Test
  void asJson() {
    assertEquals(
        """
        {
          "schema_version" : 1,
          "models" : [ {
            "name" : "lab/unpriced",
            "model" : "lab/unpriced",
            "provider" : "lab",
            "context" : null,
            "max_output" : null,
            "input_usd_per_million" : null,
            "output_usd_per_million" : null,
            "price_as_of" : null,
            "key" : "missing"
          }, {
            "name" : "quick",
            "model" : "lab/fast",
            "provider" : "lab",
            "context" : null,
            "max_output" : null,
            "input_usd_per_million" : 0.15,
            "output_usd_per_million" : 0.60,
            "price_as_of" : "2026-11-22",
            "key" : "present"
          } ]
        }""",
        ModelsTable.json(List.of(UNKNOWN, ALIAS)));
  }
}
