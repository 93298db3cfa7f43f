package dev.medley.compare.agreement;

import dev.medley.compare.matrix.AnswerGroups;
import java.util.Optional;

/** How often models agree, over prompts to which at least two have answered. */
public final class AgreementCount implements AnswerGroups.Receiver {
  private int prompts;
  private int all;
  private int some;
  private Optional<Last> last = Optional.empty();

  /** A prompt and which of its answers agree; positions are those of its answers. */
  public record Last(AnswerGroups.Group group, Agreement agreement) {}

  @Override
  public void accept(AnswerGroups.Group group) {
    if (group.answered().size() < 2) {
      return;
    }
    Agreement agreement = Agreement.of(group.answered().stream().map(group::text).toList());
    prompts++;
    if (agreement.all()) {
      all++;
    } else if (agreement.largest().isPresent()) {
      some++;
    }
    last = Optional.of(new Last(group, agreement));
  }

  /** Cases and runs with at least two answers. */
  public int prompts() {
    return prompts;
  }

  /** Of those, where all answers agree. */
  public int all() {
    return all;
  }

  /** Of those, where some answers agree and others do not. */
  public int some() {
    return some;
  }

  /** The one prompt, if there was exactly one. */
  public Optional<Last> only() {
    return prompts == 1 ? last : Optional.empty();
  }
}
