package dev.medley.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Reply;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer has to be JSON that fits a schema. The only class that knows the validator, so that no
 * other run loads it.
 */
public final class JsonSchemaCheck implements ReplyCheck {
  private static final int PROBLEMS_TOLD = 3;
  private static final int LONGEST_PROBLEM = 200;
  private static final String ENDLESS = "it refers to itself without an end";

  private final JsonSchema validator;

  private JsonSchemaCheck(JsonSchema validator) {
    this.validator = validator;
  }

  /**
   * @throws IllegalArgumentException when this is no schema, or one that needs others; the message
   *     says why
   */
  public static JsonSchemaCheck of(JsonNode schema) {
    try {
      VersionFlag version =
          SpecVersionDetector.detectOptionalVersion(schema, false).orElse(VersionFlag.V202012);
      JsonSchemaFactory factory = factory(version);
      Collection<ValidationMessage> problems =
          factory.getSchema(SchemaLocation.of(version.getId()), config()).validate(schema);
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(words(problems));
      }
      JsonSchema validator = factory.getSchema(schema, config());
      validator.initializeValidators();
      validator.validate(JsonNodeFactory.instance.objectNode());
      return new JsonSchemaCheck(validator);
    } catch (JsonSchemaException unusable) {
      throw new IllegalArgumentException(oneLine(unusable.getMessage()), unusable);
    } catch (StackOverflowError endless) {
      throw new IllegalArgumentException(ENDLESS, endless);
    }
  }

  /** Nothing is fetched: a schema holds all that it refers to, or is one of the standard's own. */
  private static JsonSchemaFactory factory(VersionFlag version) {
    return JsonSchemaFactory.getInstance(
        version,
        builder ->
            builder.schemaLoaders(
                loaders ->
                    loaders.add(
                        iri -> {
                          if (iri.toString().startsWith("classpath:")) {
                            return null;
                          }
                          throw new JsonSchemaException(
                              "it refers to "
                                  + iri
                                  + ", and nothing is fetched: put it into $defs");
                        })));
  }

  /** Formats are checked: who writes {@code format: date} means it. */
  private static SchemaValidatorsConfig config() {
    return SchemaValidatorsConfig.builder()
        .pathType(PathType.JSON_PATH)
        .locale(Locale.ROOT)
        .formatAssertionsEnabled(true)
        .build();
  }

  @Override
  public Optional<Failure> check(Reply reply) {
    String hint = reply.cutByLength() ? "the answer was cut off: raise --max-tokens" : "";
    return JsonAnswer.in(reply.text())
        .map(this::problems)
        .orElse(Optional.of("the answer is not JSON"))
        .map(problem -> Failure.of(FailureKind.SCHEMA, problem).withHint(hint))
        .map(JsonSchemaCheck::withRemedy);
  }

  private static Failure withRemedy(Failure failure) {
    return failure.hint().isEmpty()
        ? failure.withHint("ask again or another model; --json shows the whole answer")
        : failure;
  }

  @Override
  public String shown(Reply reply) {
    return JsonAnswer.in(reply.text()).orElseThrow().text();
  }

  private Optional<String> problems(JsonAnswer json) {
    try {
      Collection<ValidationMessage> problems = validator.validate(json.value());
      return problems.isEmpty()
          ? Optional.empty()
          : Optional.of("the answer does not fit the schema: " + words(problems));
    } catch (JsonSchemaException unusable) {
      return Optional.of("the schema cannot be used: " + oneLine(unusable.getMessage()));
    } catch (StackOverflowError endless) {
      return Optional.of("the schema cannot be used: " + ENDLESS);
    }
  }

  private static String words(Collection<ValidationMessage> problems) {
    String first =
        problems.stream()
            .limit(PROBLEMS_TOLD)
            .map(problem -> oneLine(problem.getMessage()))
            .collect(Collectors.joining("; "));
    int more = problems.size() - PROBLEMS_TOLD;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static String oneLine(String text) {
    String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "…";
  }
}
