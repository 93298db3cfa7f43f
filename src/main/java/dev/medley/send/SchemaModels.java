package dev.medley.send;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.config.Target;
import dev.medley.send.AnswerSchema.Way;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Models that are asked for an answer by a schema. One whose server refuses a way of asking is
 * asked in the next one at once, and from then on only in that.
 */
public final class SchemaModels implements Models {
  private static final Pattern REFUSAL =
      Pattern.compile("response.?format|json_schema|json_object|structured.?output");

  private final Models models;
  private final AnswerSchema schema;
  private final Map<Target, Way> ways = new ConcurrentHashMap<>();

  public SchemaModels(Models models, AnswerSchema schema) {
    this.models = models;
    this.schema = schema;
  }

  @Override
  public ChatModel open(Target target) {
    return new Asked(models.open(target), target);
  }

  private Way way(Target target) {
    return ways.computeIfAbsent(target, this::firstWay);
  }

  private Way firstWay(Target target) {
    Set<String> omit = target.dialect().omit();
    if (omit.contains(AnswerSchema.RESPONSE_FORMAT)) {
      return Way.WORDS;
    }
    return omit.contains("json_schema") ? next(Way.JSON_SCHEMA).orElseThrow() : Way.JSON_SCHEMA;
  }

  private Optional<Way> next(Way refused) {
    return switch (refused) {
      case JSON_SCHEMA -> Optional.of(schema.wantsAnObject() ? Way.JSON_OBJECT : Way.WORDS);
      case JSON_OBJECT -> Optional.of(Way.WORDS);
      case WORDS -> Optional.empty();
    };
  }

  /** Only a refusal that names the field: any other would come again, and may have cost money. */
  private static boolean refuses(Failure failure) {
    int status = failure.status().orElse(0);
    String words = (failure.message() + " " + failure.detail()).toLowerCase(Locale.ROOT);
    return failure.kind() == FailureKind.BAD_REQUEST
        && (status == 400 || status == 422)
        && REFUSAL.matcher(words).find();
  }

  private final class Asked implements ChatModel {
    private final ChatModel model;
    private final Target target;

    Asked(ChatModel model, Target target) {
      this.model = model;
      this.target = target;
    }

    @Override
    public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
      Way way = way(target);
      while (true) {
        Outcome outcome = model.send(schema.asked(prompt, way), listener, cancellation);
        Optional<Way> next = next(way);
        boolean refused = outcome.fold(answered -> false, failed -> refuses(failed.failure()));
        if (!refused || next.isEmpty() || cancellation.isCancelled()) {
          return outcome;
        }
        listener.onSecondTry(
            target.ref() + " takes no " + name(way) + "; asked again with " + name(next.get()));
        way = next.get();
        ways.put(target, way);
      }
    }

    private static String name(Way way) {
      return way == Way.WORDS
          ? "the schema in words"
          : "response_format " + way.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void prepare(Cancellation cancellation) {
      model.prepare(cancellation);
    }

    @Override
    public RequestPreview preview(Prompt prompt) {
      return model.preview(schema.asked(prompt, way(target)));
    }
  }
}
