package dev.medley.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Attachment;
import dev.medley.chat.Failure;
import dev.medley.chat.Message;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is spared a prompt with an image. */
class SightTest {
  private static final Target BLIND = known("o3-mini");
  private static final Target SEEING = known("o3");

  private static Target known(String id) {
    ModelRef ref = new ModelRef("openai", id);
    ModelInfo info = Catalog.bundled().find(ref).orElseThrow();
    Target plain = Samples.target(id);
    return new Target(id, ref, plain.provider(), info, plain.dialect());
  }

  private static String check(Target target, Attachment.Kind kind) {
    Attachment attachment = Attachment.embedded(kind, "a", "some/thing", new byte[1]);
    Message message = new Message(Role.USER, "What is this?", List.of(attachment));
    Prompt prompt = new Prompt(List.of(message), Parameters.NONE, true);
    return new Fitness(prompt, target, Optional.empty())
        .check(target)
        .map(Failure::message)
        .orElse("may");
  }

  @Test
  void whoIsKnownToBeBlindIsSkippedForAnImageOnly() {
    assertEquals("it cannot see images", check(BLIND, Attachment.Kind.IMAGE));
    assertEquals("may", check(BLIND, Attachment.Kind.DOCUMENT));
    assertEquals("may", check(SEEING, Attachment.Kind.IMAGE));
  }

  @Test
  void whoIsNotInTheCatalogueIsTried() {
    assertEquals("may", check(Samples.target("new"), Attachment.Kind.IMAGE));
    assertEquals("may", check(Samples.windowed("new", 32_000), Attachment.Kind.IMAGE));
  }
}
