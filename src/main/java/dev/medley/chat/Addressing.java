package dev.medley.chat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a provider departs from OpenAI in how a model is addressed and a key is shown; so does
 * Azure, by host or behind a gateway.
 *
 * @param keyHeader the header that takes the key as it is; empty: {@code Authorization: Bearer}
 * @param apiVersion goes out as {@code api-version}
 * @param deployment stands in the path; the model's id where it is not said but needed
 */
public record Addressing(
    Optional<String> keyHeader, Optional<String> apiVersion, Optional<String> deployment) {
  /** As OpenAI does it. */
  public static final Addressing PLAIN =
      new Addressing(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern AZURE =
      Pattern.compile(
          ".+\\.(openai\\.azure\\.com|services\\.ai\\.azure\\.com|cognitiveservices\\.azure\\.com"
              + "|azure-api\\.net)");

  /** Takes the key on the hosts of Azure, unless another header is configured. */
  private static final String AZURE_KEY = "api-key";

  /** What is configured for {@code base}, with what its host is known to want. */
  public Addressing on(URI base) {
    return isAzure(base)
        ? new Addressing(keyHeader.or(() -> Optional.of(AZURE_KEY)), apiVersion, deployment)
        : this;
  }

  /** Below which URL {@code chat/completions} of a model is found. */
  public URI baseUrl(URI base, String modelId) {
    String path = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
    boolean bare = isAzure(base) && (path.isEmpty() || path.equals("/openai"));
    String query = base.getRawQuery() == null ? "" : base.getRawQuery();
    boolean versioned = query.contains("api-version=");
    boolean classic = deployment.isPresent() || (bare && (versioned || apiVersion.isPresent()));
    if (classic && !path.contains("/deployments/")) {
      String root = path.endsWith("/openai") ? path : path + "/openai";
      path = root + "/deployments/" + segment(deployment.orElse(modelId));
    } else if (bare) {
      path = "/openai/v1";
    }
    if (apiVersion.isPresent() && !versioned) {
      query = (query.isEmpty() ? "" : query + "&") + "api-version=" + segment(apiVersion.get());
    }
    return URI.create(
        base.getScheme()
            + "://"
            + base.getRawAuthority()
            + path
            + (query.isEmpty() ? "" : "?" + query));
  }

  /** Below which URL {@code models} is found: beside the deployments. */
  public URI listUrl(URI base) {
    return URI.create(baseUrl(base, "any").toString().replaceFirst("/deployments/[^/?]*", ""));
  }

  private static boolean isAzure(URI base) {
    return base.getHost() != null
        && AZURE.matcher(base.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  private static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
