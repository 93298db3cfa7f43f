package dev.medley.route;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Prompt;
import dev.medley.config.Language;
import dev.medley.config.Trait;
import dev.medley.route.classify.LanguageGuess;
import dev.medley.route.classify.SourceCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rules and the classifier can ask of a prompt; found out when asked first. */
public final class Features {
  private final Prompt prompt;
  private final Set<Trait> given;
  private final List<String> files;
  private final Circumstances circumstances;
  private final long tokens;
  private Set<Trait> traits;
  private Optional<Language> language;

  /**
   * @param given traits that do not show in the prompt itself
   * @param files paths or URLs of the files that went into it
   */
  public Features(
      Prompt prompt, Set<Trait> given, List<String> files, Circumstances circumstances) {
    this.prompt = prompt;
    this.given = Set.copyOf(given);
    this.files = List.copyOf(files);
    this.circumstances = circumstances;
    this.tokens = TokenEstimate.of(prompt);
  }

  public Prompt prompt() {
    return prompt;
  }

  /** The user's words, files and piped input included. */
  public String text() {
    return prompt.userText();
  }

  /** Estimated, system prompt included. */
  public long tokens() {
    return tokens;
  }

  /** Characters, not bytes and not UTF-16 units. */
  public int chars() {
    return text().codePointCount(0, text().length());
  }

  /** Paths or URLs of the files that went into it. */
  public List<String> files() {
    return files;
  }

  public Circumstances circumstances() {
    return circumstances;
  }

  public boolean has(Trait trait) {
    return traits().contains(trait);
  }

  /** All that it has. */
  public Set<Trait> traits() {
    if (traits == null) {
      Set<Trait> found = EnumSet.noneOf(Trait.class);
      found.addAll(given);
      if (prompt.hasImages()) {
        found.add(Trait.IMAGE);
      }
      if (SourceCode.in(text())) {
        found.add(Trait.CODE);
      }
      traits = Set.copyOf(found);
    }
    return traits;
  }

  /** Empty: too short or too mixed to tell. */
  public Optional<Language> language() {
    if (language == null) {
      language = LanguageGuess.of(text());
    }
    return language;
  }
}
