package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressingTest {
  @ParameterizedTest(name = "{0} with api_version {1}")
  @CsvSource({
    "https://api.test/v1, , https://api.test/v1",
    "https://x.openai.azure.com, , https://x.openai.azure.com/openai/v1",
    "https://x.openai.azure.com, 1, https://x.openai.azure.com/openai?api-version=1",
    "https://x.openai.azure.com/openai/deployments/d, 1,"
        + " https://x.openai.azure.com/openai?api-version=1",
  })
  void modelsAreListedBesideTheDeployments(URI base, String version, String url) {
    Addressing addressing =
        new Addressing(Optional.empty(), Optional.ofNullable(version), Optional.empty());
    assertEquals(url, addressing.listUrl(base).toString());
  }

  @ParameterizedTest(name = "{0} with api_version {1}, deployment {2}")
  @CsvSource({
    "https://api.openai.com/v1, , , https://api.openai.com/v1, ",
    "https://x.openai.azure.com, , , https://x.openai.azure.com/openai/v1, api-key",
    "https://X.OpenAI.Azure.com/openai/, , , https://X.OpenAI.Azure.com/openai/v1, api-key",
    "https://x.openai.azure.com/openai/v1, , , https://x.openai.azure.com/openai/v1, api-key",
    "https://x.openai.azure.com, 2024-10-21, ,"
        + " https://x.openai.azure.com/openai/deployments/m%201?api-version=2024-10-21, api-key",
    "https://x.openai.azure.com?api-version=1, , ,"
        + " https://x.openai.azure.com/openai/deployments/m%201?api-version=1, api-key",
    "https://x.openai.azure.com, 2024-10-21, mine,"
        + " https://x.openai.azure.com/openai/deployments/mine?api-version=2024-10-21, api-key",
    "https://x.openai.azure.com/openai/deployments/d, 2024-10-21, ,"
        + " https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21, api-key",
    "https://x.openai.azure.com/openai/v1, preview, ,"
        + " https://x.openai.azure.com/openai/v1?api-version=preview, api-key",
    "https://x.services.ai.azure.com/models, 2024-05-01-preview, ,"
        + " https://x.services.ai.azure.com/models?api-version=2024-05-01-preview, api-key",
    "https://x.azure-api.net/team/v1, , , https://x.azure-api.net/team/v1, api-key",
    "https://gateway.test/azure, 1, , https://gateway.test/azure?api-version=1, ",
    "https://gateway.test/azure, 1, d,"
        + " https://gateway.test/azure/openai/deployments/d?api-version=1, ",
    "https://gateway.test/openai?a=b, 1, d,"
        + " https://gateway.test/openai/deployments/d?a=b&api-version=1, ",
    "https://openai.azure.com.evil.test/v1, , , https://openai.azure.com.evil.test/v1, ",
  })
  void modelsAreAddressedAsTheHostWants(
      URI base, String version, String deployment, String url, String keyHeader) {
    Addressing addressing =
        new Addressing(
                Optional.empty(), Optional.ofNullable(version), Optional.ofNullable(deployment))
            .on(base);
    assertEquals(url, addressing.baseUrl(base, "m 1").toString());
    assertEquals(Optional.ofNullable(keyHeader), addressing.keyHeader());
  }
}
