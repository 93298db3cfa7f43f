package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleTest {
  @TempDir private Path temporary;

  @Test
  void aProviderMayBeAskedOnlySoMuch() {
    Settings settings =
        new Desk(temporary)
            .user(
                """
                providers:
                  local: {base_url: "http://localhost:1/v1", max_concurrency: 2}
                  openai: {base_url: "https://api.openai.com/v1", requests_per_minute: 500}
                  other: {base_url: "http://localhost:2/v1"}
                """)
            .load()
            .settings();
    assertEquals(
        Map.of(
            "local", new Throttle(OptionalLong.of(2), OptionalLong.empty()),
            "openai", new Throttle(OptionalLong.empty(), OptionalLong.of(500))),
        settings.throttles());
  }

  @Test
  void whatIsNoNumberIsAProblem() {
    List<Problem> problems =
        new Desk(temporary)
            .user("providers: {local: {base_url: \"http://localhost:1/v1\", max_concurrency: 0}}")
            .load()
            .problems();
    assertEquals(1, problems.size());
    assertEquals("\"0\" is not a whole number, such as 8", problems.get(0).message());
  }
}
