package dev.medley.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictSchemaTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'object','properties':{'a':{'type':'string'}},'required':['a'],"
            + "'additionalProperties':false} | true",
        "{'type':'object','properties':{},'required':[],'additionalProperties':false} | true",
        "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']} | false",
        "{'type':'object','properties':{'a':{'type':'string'}},'additionalProperties':false}"
            + " | false",
        "{'type':'object','properties':{'a':{'type':'object'}},'required':['a'],"
            + "'additionalProperties':false} | false",
        "{'type':'object','properties':{'a':{'type':'array','items':{'allOf':[]}}},"
            + "'required':['a'],'additionalProperties':false} | false",
        "{'type':'object','properties':{'a':{'$ref':'#/$defs/b'}},'required':['a'],"
            + "'additionalProperties':false,'$defs':{'b':{'type':['object','null']}}} | false",
        "{'type':'array','items':{'type':'string'}} | false",
        "{} | false",
      })
  void onlyWhatOpenAiTakes(String schema, boolean strict) throws IOException {
    assertEquals(
        strict, StrictSchema.allows(new ObjectMapper().readTree(schema.replace('\'', '"'))));
  }
}
