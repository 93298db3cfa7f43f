package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Dialect;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals in the words of real servers, and what is said instead. */
class CorrectionsTest {
  private static final Prompt ASKED =
      new Prompt(
          List.of(Message.system("be brief"), Message.user("hi")),
          Parameters.NONE.with("max_tokens", 5).with("temperature", 0),
          true);
  private static final Speech PLAIN = Speech.of(Dialect.PLAIN);

  private static String correction(int status, String body, Speech speech) {
    ObjectNode sent = RequestBody.of("m", ASKED, speech);
    return Corrections.of(status, ErrorBody.parse(Chunks.json(body)), sent, speech)
        .map(Corrections.Corrected::notice)
        .orElse("none");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "422 | sent again without stream_options | {'object':'error','message':{'detail':[{'type':'extra_forbidden','loc':['body','stream_options','include_usage'],'msg':'Extra inputs are not permitted'}]}}",
        "400 | sent again without stream_options | {'error':{'message':'Unrecognized request argument supplied','param':'stream_options'}}",
        "400 | sent again with max_completion_tokens instead of max_tokens | {'error':{'message':'Unsupported parameter: max_tokens is not supported with this model. Use max_completion_tokens instead.','param':'max_tokens','code':'unsupported_parameter'}}",
        "400 | sent again without temperature | {'error':{'message':'Unsupported value: temperature does not support 0 with this model. Only the default (1) value is supported.','param':'temperature','code':'unsupported_value'}}",
        "400 | sent again without stream | {'error':{'message':'Your organization must be verified to stream this model.','param':'stream','code':'unsupported_value'}}",
        "400 | sent again without stream | {'error':{'message':'Provider returned error','metadata':{'raw':'streaming is not supported'}}}",
        "400 | sent again with the system message as role user | {'error':{'message':'Unsupported value: messages[0].role does not support system with this model.','param':'messages[0].role'}}",
        "400 | sent again with the system message as role developer | {'error':{'message':'role system is not supported, use developer'}}",
        "422 | none | {'detail':[{'loc':['body','top_k'],'msg':'Extra inputs are not permitted'}]}",
        "400 | none | {'error':{'message':'max_tokens must be less than 4096','param':'max_tokens'}}",
        "400 | none | {'error':{'message':'temperature must be between 0 and 2','param':'temperature'}}",
        "400 | none | {'error':{'message':'Invalid type for temperature: expected a decimal, but got null instead.'}}",
        "400 | none | {'error':{'message':'top_p is not supported with this model'}}",
        "500 | none | {'error':{'message':'stream_options is not supported'}}",
        "401 | none | {'error':{'message':'stream_options is not supported'}}"
      })
  void refusal(int status, String expected, String body) {
    assertEquals(expected, correction(status, body, PLAIN));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sent again with the system message as role user | {'error':{'message':'developer is not one of [system, assistant, user] - messages.[0].role'}}",
        "none | {'error':{'message':'system is not one of [user] - messages.[0].role'}}"
      })
  void refusalOfADeveloper(String expected, String body) {
    assertEquals(expected, correction(400, body, new Speech(Dialect.PLAIN, "developer")));
  }
}
