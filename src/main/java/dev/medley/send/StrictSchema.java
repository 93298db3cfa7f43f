package dev.medley.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a schema may be sent with {@code strict: true}: by OpenAI's rules for structured outputs
 * every object closes itself and requires all of its properties, and only some keywords are known.
 * A server refuses a strict schema that breaks them, so in doubt it is not strict.
 */
final class StrictSchema {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$ref",
          "$defs",
          "definitions",
          "title",
          "description",
          "type",
          "enum",
          "const",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems");

  private StrictSchema() {}

  static boolean allows(JsonNode root) {
    return root.path("type").asText().equals("object") && !root.has("anyOf") && part(root);
  }

  private static boolean part(JsonNode schema) {
    if (!schema.isObject() || !onlyKnownKeywords(schema)) {
      return false;
    }
    boolean object = schema.has("properties") || mentions(schema.path("type"), "object");
    return (!object || closed(schema))
        && all(schema.path("properties"))
        && all(schema.path("$defs"))
        && all(schema.path("definitions"))
        && all(schema.path("anyOf"))
        && (!schema.has("items") || part(schema.path("items")));
  }

  private static boolean onlyKnownKeywords(JsonNode schema) {
    return schema.properties().stream().allMatch(field -> KEYWORDS.contains(field.getKey()));
  }

  private static boolean mentions(JsonNode type, String name) {
    boolean found = type.asText().equals(name);
    for (JsonNode one : type) {
      found |= one.asText().equals(name);
    }
    return found;
  }

  private static boolean closed(JsonNode object) {
    Set<String> required = new HashSet<>();
    object.path("required").forEach(name -> required.add(name.asText()));
    JsonNode open = object.path("additionalProperties");
    Set<String> names = new HashSet<>();
    object.path("properties").properties().forEach(field -> names.add(field.getKey()));
    return open.isBoolean() && !open.booleanValue() && required.equals(names);
  }

  private static boolean all(JsonNode schemas) {
    for (JsonNode schema : schemas) {
      if (!part(schema)) {
        return false;
      }
    }
    return true;
  }
}
