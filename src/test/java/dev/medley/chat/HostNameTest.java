package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, api.openai.com, api.openai.com",
    "http://localhost:11434/v1, localhost, localhost:11434",
    "http://llm_server:8000/v1, llm_server, llm_server:8000",
    "http://llm_server/v1, llm_server, llm_server",
    "http://me:word@llm_server:8000/v1, llm_server, llm_server:8000",
    "http://[::1]:80/v1, [::1], [::1]:80",
    "mailto:somebody, '', ''"
  })
  void isFoundInEveryAddress(URI url, String host, String withPort) {
    assertEquals(host, HostName.of(url));
    assertEquals(withPort, HostName.withPort(url));
  }
}
