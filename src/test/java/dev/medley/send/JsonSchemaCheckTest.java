package dev.medley.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.Samples;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaCheckTest {
  private static final String PERSON =
      "{'type':'object','properties':{'name':{'type':'string'},'age':{'type':'integer'},"
          + "'tags':{'type':'array','items':{'type':'string'}},'born':{'type':'string','format':'date'},"
          + "'at':{'type':'string','format':'date-time'}},'required':['name','age']}";

  private static JsonSchemaCheck schema(String text) {
    try {
      return JsonSchemaCheck.of(new ObjectMapper().readTree(text.replace('\'', '"')));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reply reply(String text) {
    return Samples.reply(text.replace('\'', '"'), Usage.UNKNOWN);
  }

  private static String problem(String schema, String answer) {
    return schema(schema).check(reply(answer)).map(Failure::message).orElse("");
  }

  @Test
  void whatFitsIsShownAsItCame() {
    JsonSchemaCheck person = schema(PERSON);
    Reply bare = reply("\n{'name': 'Ann', 'age': 3}\n");
    Reply fenced = reply("Here you are:\n```json\n{'name': 'Ann', 'age': 3}\n```\nBye!");
    assertTrue(person.check(bare).isEmpty());
    assertTrue(person.check(fenced).isEmpty());
    assertEquals("{\"name\": \"Ann\", \"age\": 3}", person.shown(bare));
    assertEquals("{\"name\": \"Ann\", \"age\": 3}", person.shown(fenced));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello | the answer is not JSON",
        "{'name': 'Ann', 'age': 3} {} | the answer is not JSON",
        "{'name': 'Ann', 'age': 'three'}"
            + " | the answer does not fit the schema: $.age: string found, integer expected",
        "{'age': 3} | the answer does not fit the schema: $: required property 'name' not found",
        "{'name': 1, 'age': '', 'tags': [1, 2, 3]} | the answer does not fit the schema:"
            + " $.name: integer found, string expected; $.age: string found, integer expected;"
            + " $.tags[0]: integer found, string expected; and 2 more",
        "{'name': '', 'age': 1, 'born': 'June'} | the answer does not fit the schema: $.born: does"
            + " not match the date pattern must be a valid RFC 3339 full-date",
        "{'name': '', 'age': 1, 'at': 'noon'} | the answer does not fit the schema: $.at: does not"
            + " match the date-time pattern must be a valid RFC 3339 date-time",
      })
  void whatDoesNotFitIsSaidWithItsPath(String answer, String problem) {
    assertEquals(problem, problem(PERSON, answer));
  }

  @Test
  void anEmptyAnswerIsNoJson() {
    assertEquals("the answer is not JSON", problem(PERSON, ""));
  }

  @Test
  void theWordsAreEnglishWhereverOneIs() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertTrue(problem(PERSON, "{'age': 3}").endsWith("required property 'name' not found"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void itIsAFailureOfItsOwnClassWithARemedy() {
    Failure failure = schema(PERSON).check(reply("hello")).orElseThrow();
    assertEquals(FailureKind.SCHEMA, failure.kind());
    assertEquals("ask again or another model; --json shows the whole answer", failure.hint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema",
      })
  void everyDraftInUseIsKnown(String draft) {
    String schema = "{'$schema':'" + draft + "','type':'object','required':['a']}";
    assertEquals("", problem(schema, "{'a': 1}"));
    assertTrue(problem(schema, "{}").contains("required property 'a' not found"));
  }

  @Test
  void aSchemaMayReferToItself() {
    String tree =
        "{'type':'object','properties':{'child':{'$ref':'#'}},'additionalProperties':false}";
    assertEquals("", problem(tree, "{'child': {'child': {}}}"));
    assertTrue(problem(tree, "{'child': {'chidl': {}}}").contains("$.child: "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'objct'} | $.type: ",
        "{'properties':[]} | $.properties: array found, object expected",
        "{'$ref':'#/$defs/nope'} | nope",
        "{'properties':{'a':{'$ref':'https://example.com/b.json'}}} | nothing is fetched",
        "{'properties':{'a':{'$ref':'other.json'}}} | other.json",
        "{'$ref':'#'} | it refers to itself without an end",
        "{'pattern':'('} | $.pattern",
        "{'$schema':'https://example.com/mine'} | https://example.com/mine",
      })
  void aBadSchemaIsRefusedAtOnce(String schema, String part) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> schema(schema)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
