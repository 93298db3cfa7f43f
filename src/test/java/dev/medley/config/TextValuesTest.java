package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations, URLs, price guards, ranges and phrases: what is written and what it means. */
class TextValuesTest {
  private static String shown(Parsed<?> parsed) {
    return parsed.value().map(Object::toString).or(parsed::reason).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "2m, PT2M",
    "2min, PT2M",
    "1h, PT1H",
    "45, PT45S",
    "1.5s, PT1.5S",
    "0, PT0S",
    "' 3 s ', PT3S",
    "999999999h, PT999999999H"
  })
  void durations(String written, String meant) {
    assertEquals(meant, shown(Durations.parse(written)));
  }

  @ParameterizedTest
  @CsvSource({"-1s", "1w", "''", "soon", "1e3", "s", "99999999999999999999s", "1:30"})
  void noDurations(String written) {
    assertEquals(
        "\"" + written + "\" is no duration: write 500ms, 30s, 2m or 1h",
        shown(Durations.parse(written)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.example/v1 | https://api.example/v1",
        "HTTPS://api.example/v1/// | https://api.example/v1",
        "https://api.example/v1/chat/completions | https://api.example/v1",
        "https://api.example/v1/chat/completions/?api-version=1 | https://api.example/v1?api-version=1",
        "http://[::1]:8080/v1 | http://[::1]:8080/v1",
        "http://my_host:8080/v1 | http://my_host:8080/v1",
        "http://localhost:11434 | http://localhost:11434",
        "localhost:11434/v1 | localhost:11434/v1 has no scheme: write http://localhost:11434/v1",
        "127.0.0.1/v1 | 127.0.0.1/v1 has no scheme: write http://127.0.0.1/v1",
        "box:8000 | box:8000 has no scheme: write http://box:8000",
        "api.example/v1 | api.example/v1 has no scheme: write https://api.example/v1",
        "ftp://api.example | ftp is not a scheme for this: write http:// or https://",
        "https:// | has no host",
        "https:///v1 | has no host",
        "http://:80/v1 | has no host",
        "https://me:hush@api.example/v1 | must not hold a name or password: use key_env or headers",
        "http://a:99999/v1 | port 99999 does not exist",
        "http://a b/v1 | is no URL: illegal character in authority at position 8",
        "'' | is empty"
      })
  void urls(String written, String meant) {
    assertEquals(meant, shown(BaseUrl.parse(written)));
  }

  @ParameterizedTest
  @CsvSource({"2x, 2x", "1.5X, 1.5x", "$0.01, $0.01", "$ 3, $3"})
  void priceGuards(String written, String meant) {
    assertEquals(meant, PriceCap.parse(written).value().orElseThrow().describe());
  }

  @ParameterizedTest
  @CsvSource({"2", "x", "$", "$2x", "-1x", "$-1", "''", "cheap", "1e999999999x"})
  void noPriceGuards(String written) {
    assertEquals(
        "\"" + written + "\" is no price guard: write 2x or $0.01", shown(PriceCap.parse(written)));
  }

  @ParameterizedTest
  @CsvSource({
    ">10, false false true", ">=10, false true true", "<10, true false false",
    "<= 10, true true false", "10, false true false", "==10, false true false",
    "9..10, true true false", "10 .. 11, false true true"
  })
  void ranges(String written, String nineTenEleven) {
    NumberRange range = NumberRange.parse(written).value().orElseThrow();
    assertEquals(
        nineTenEleven, range.contains(9) + " " + range.contains(10) + " " + range.contains(11));
  }

  @ParameterizedTest
  @CsvSource({"''", "many", "> -1", "2..1", "1_000", "<", "1.5", ">9999999999999999"})
  void noRanges(String written) {
    assertEquals(true, NumberRange.parse(written).reason().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "summarize | Please SUMMARIZE this. | true",
        "summarize | summarized | false",
        "sum | résumé sum-up | true",
        "sum | résume, sums, _sum_ | false",
        "tl;dr | what? (TL;DR) | true",
        "bullet points | three Bullet   points | true",
        "c++ | in C++, please | true",
        "über | ÜBER alles | true",
        "über | darüber | false",
        "总结 | 请总结一下 | true",
        "summarize | 请summarize一下 | true",
        "/sum+ary/ | the summmary | true",
        "/Sum/ | sum | false",
        "/Sum/i | sum | true",
        "/usr | in /usr now | true",
      })
  void phrases(String written, String text, boolean found) {
    assertEquals(found, Phrase.parse(written).value().orElseThrow().foundIn(text));
  }
}
