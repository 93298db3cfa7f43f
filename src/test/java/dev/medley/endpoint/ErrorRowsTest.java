package dev.medley.endpoint;

import static dev.medley.WireScript.answer;
import static dev.medley.WireScript.events;
import static dev.medley.WireScript.json;
import static dev.medley.endpoint.Chunks.DONE;
import static dev.medley.endpoint.Chunks.event;
import static dev.medley.endpoint.Chunks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.medley.WireScript;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors by status and inside answers, each asked for streamed and whole. */
class ErrorRowsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"statuses", "shapes", "context", "policy", "quotas", "waits", "inAnswers"})
  void row(String name, WireScript script, String expected) {
    String streamed = OutcomeLine.of(Wire.exchange(script, Wire.STREAMED, new Overheard()));
    String whole = OutcomeLine.of(Wire.exchange(script, Wire.WHOLE, new Overheard()));
    assertEquals(expected + "\n" + expected, streamed + "\n" + whole);
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        row(
            "wrong key",
            401,
            "{'error':{'message':'Incorrect API key provided: sk-x.','type':'invalid_request_error','param':null,'code':'invalid_api_key'}}",
            "auth 401: Incorrect API key provided: sk-x."),
        row(
            "wrong key at Gemini",
            400,
            "[{'error':{'code':400,'message':'API key not valid. Please pass a valid API key.','status':'INVALID_ARGUMENT'}}]",
            "auth 400: API key not valid. Please pass a valid API key."),
        row(
            "region",
            403,
            "{'error':{'message':'Country, region, or territory not supported','type':'request_forbidden','param':null,'code':'unsupported_country_region_territory'}}",
            "auth 403: Country, region, or territory not supported"),
        row(
            "a project without the model",
            403,
            "{'error':{'message':'Project `p` does not have access to model `x`','type':'invalid_request_error','param':null,'code':'model_not_found'}}",
            "not_found 403: Project `p` does not have access to model `x`"),
        row(
            "model, OpenAI",
            404,
            "{'error':{'message':'The model `x` does not exist or you do not have access to it.','type':'invalid_request_error','param':null,'code':'model_not_found'}}",
            "not_found 404: The model `x` does not exist or you do not have access to it."),
        row(
            "model, Ollama",
            404,
            "{'error':{'message':'model \\'x\\' not found','type':'api_error'}}"
                .replace("\\'", "`"),
            "not_found 404: model `x` not found"),
        row(
            "model, SiliconFlow",
            400,
            "{'code':20012,'message':'Model does not exist. Please check it carefully.','data':null}",
            "not_found 400: Model does not exist. Please check it carefully."),
        row(
            "model, OpenRouter",
            400,
            "{'error':{'message':'x/y is not a valid model ID','code':400}}",
            "not_found 400: x/y is not a valid model ID"),
        row(
            "too large, Groq",
            413,
            "{'error':{'message':'Request too large for model `x` in organization `org` service tier `on_demand` on tokens per minute (TPM): Limit 6000, Requested 9000, please reduce your message size and try again.','type':'tokens','param':null,'code':'rate_limit_exceeded'}}",
            "context 413: Request too large for model `x` in organization `org` service tier `on_demand` on tokens per minute (TPM): Limit 6000, Requested 9000, please reduce your message size and try again."),
        row(
            "too large, nginx",
            413,
            "<html><head><title>413 Request Entity Too Large</title></head></html>",
            "context 413: 413 Request Entity Too Large"),
        row("request timeout", 408, "", "server_error 408 retryable: 408 Request Timeout"),
        row("conflict", 409, "{'error':'busy'}", "bad_request 409 retryable: busy"),
        row("too early", 425, "", "bad_request 425 retryable: 425 Too Early"),
        row(
            "unprocessable",
            422,
            "{'detail':[{'loc':['body','top_k'],'msg':'Extra inputs are not permitted'}]}",
            "bad_request 422: body.top_k: Extra inputs are not permitted"),
        row(
            "capacity, Groq",
            498,
            "{'error':{'message':'Flex tier capacity exceeded.','type':'capacity_exceeded'}}",
            "overloaded 498 retryable: Flex tier capacity exceeded."),
        row(
            "server",
            500,
            "{'error':{'message':'The server had an error','type':'server_error','param':null,'code':null}}",
            "server_error 500 retryable: The server had an error"),
        row("not implemented", 501, "{'error':'no'}", "server_error 501: no"),
        row(
            "bad gateway",
            502,
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>"
                + "x".repeat(12_000)
                + "</body></html>",
            "server_error 502 retryable: 502 Bad Gateway"),
        row(
            "Cloudflare",
            502,
            "<!DOCTYPE html>\n<!--[if lt IE 7]> x <![endif]-->\n<title>api.example.com / 502: Bad gateway</title>",
            "server_error 502 retryable: api.example.com / 502: Bad gateway"),
        row(
            "loading, Hugging Face",
            503,
            "{'error':'Model meta-llama/Llama-2-70b-chat is currently loading','estimated_time':20.0}",
            "overloaded 503 retryable after 20000 ms: Model meta-llama/Llama-2-70b-chat is currently loading"),
        row(
            "gateway timeout, nothing said",
            504,
            "",
            "server_error 504 retryable: 504 Gateway Timeout"),
        row(
            "origin timed out, Cloudflare",
            524,
            "error code: 524",
            "server_error 524 retryable: error code: 524"),
        row(
            "Anthropic",
            529,
            "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
            "overloaded 529 retryable: Overloaded"));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        row("FastAPI", 404, "{'detail':'Not Found'}", "not_found 404: Not Found"),
        row("error a string", 400, "{'error':'no'}", "bad_request 400: no"),
        row("error null, message", 400, "{'error':null,'message':'no'}", "bad_request 400: no"),
        row(
            "error a title, message the sentence",
            400,
            "{'statusCode':400,'error':'Bad Request','message':'no'}",
            "bad_request 400: no"),
        row(
            "error with a code but no words",
            400,
            "{'error':{'type':'invalid_x','code':null}}",
            "bad_request 400: 400 Bad Request: invalid_x"),
        row(
            "vLLM, flat",
            400,
            "{'object':'error','message':'no','type':'BadRequestError','param':null,'code':400}",
            "bad_request 400: no"),
        row("list of one", 400, "[{'error':{'message':'no','code':400}}]", "bad_request 400: no"),
        row(
            "message a list",
            400,
            "{'error':{'message':['no','never']}}",
            "bad_request 400: no; never"),
        row(
            "message holds JSON",
            400,
            "{'error':{'message':'{\\'error\\':{\\'message\\':\\'no\\'}}'}}".replace("\\'", "\\\""),
            "bad_request 400: no"),
        row(
            "errors",
            405,
            "{'result':null,'success':false,'errors':[{'code':7001,'message':'no'}]}",
            "bad_request 405: no"),
        row(
            "problem details",
            400,
            "{'type':'about:blank','title':'no','status':400}",
            "bad_request 400: no"),
        row(
            "MiniMax",
            400,
            "{'base_resp':{'status_code':2013,'status_msg':'no'}}",
            "bad_request 400: no"),
        row(
            "Mistral: message holds a detail list",
            422,
            "{'object':'error','message':{'detail':[{'type':'extra_forbidden','loc':['body','x'],'msg':'Extra inputs are not permitted','input':true}]},'type':'invalid_request_error'}",
            "bad_request 422: body.x: Extra inputs are not permitted"),
        row(
            "OpenRouter: metadata.raw",
            400,
            "{'error':{'message':'Provider returned error','code':400,'metadata':{'raw':'{\\'error\\':{\\'message\\':\\'no such thing\\'}}'}}}"
                .replace("\\'", "\\\""),
            "bad_request 400: Provider returned error: no such thing"),
        row(
            "metadata.raw as an object",
            400,
            "{'error':{'message':'Provider returned error','code':400,'metadata':{'raw':{'error':{'message':'no such thing'}}}}}",
            "bad_request 400: Provider returned error: no such thing"),
        row("BOM", 400, "\uFEFF{'error':'no'}", "bad_request 400: no"),
        row("empty", 400, "", "bad_request 400: 400 Bad Request"),
        row("text", 400, "no\n", "bad_request 400: no"),
        row(
            "text with a page in it",
            500,
            "upstream said: <html><body>x</body></html>",
            "server_error 500 retryable: upstream said:"),
        row(
            "a stack trace of Java",
            500,
            "{'message':'java.lang.X: no\\n\\tat a.b.C(D.java:1)\\n\\tat a.b.E(F.java:2)'}",
            "server_error 500 retryable: java.lang.X: no"),
        row(
            "a stack trace of Python",
            500,
            "Traceback (most recent call last):\n  File \"x.py\", line 1\nValueError: no\n",
            "server_error 500 retryable: ValueError: no"),
        row(
            "JSON cut",
            500,
            "{'error':{'message':'no",
            "server_error 500 retryable: {\"error\":{\"message\":\"no"));
  }

  static Stream<Arguments> context() {
    return Stream.of(
            "This model's maximum context length is 8192 tokens. However, you requested 8203 tokens",
            "prompt is too long: 233153 tokens > 200000 maximum",
            "Prompt contains 45000 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
            "The total length of all messages is too long.",
            "the request exceeds the available context size. try increasing the context size",
            "Context size has been exceeded.",
            "Input is too long for requested model.",
            "Your input exceeds the context window of this model.",
            "The input token count (1200000) exceeds the maximum number of tokens allowed (1048575).",
            "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000",
            "Range of input length should be [1, 30720]")
        .flatMap(
            words ->
                Stream.of(
                    row("400 " + words, 400, error(words), "context 400: " + words),
                    row("500 " + words, 500, error(words), "context 500: " + words)));
  }

  static Stream<Arguments> policy() {
    String azure =
        "The response was filtered due to the prompt triggering Azure OpenAI`s content management policy. Please modify your prompt and retry.";
    return Stream.of(
        row(
            "Azure",
            400,
            "{'error':{'message':'"
                + azure
                + "','type':null,'param':'prompt','code':'content_filter','status':400,'innererror':{'code':'ResponsibleAIPolicyViolation'}}}",
            "policy 400: " + azure),
        row(
            "DashScope",
            400,
            "{'code':'DataInspectionFailed','message':'Input data may contain inappropriate content.'}",
            "policy 400: Input data may contain inappropriate content."),
        row(
            "OpenRouter",
            403,
            "{'error':{'code':403,'message':'Your chosen model requires moderation and your input was flagged','metadata':{'reasons':['x'],'flagged_input':'y'}}}",
            "policy 403: Your chosen model requires moderation and your input was flagged"),
        row(
            "DeepSeek",
            400,
            "{'error':{'message':'Content Exists Risk','type':'invalid_request_error','code':'invalid_request_error'}}",
            "policy 400: Content Exists Risk"),
        row(
            "code",
            400,
            "{'error':{'message':'no','code':'content_policy_violation'}}",
            "policy 400: no"),
        row(
            "by a safety system",
            400,
            error("Your request was rejected as a result of our safety system."),
            "policy 400: Your request was rejected as a result of our safety system."),
        row(
            "not: a length",
            400,
            error("max_tokens must be less than or equal to 4096"),
            "bad_request 400: max_tokens must be less than or equal to 4096"),
        row(
            "not: a minute",
            429,
            error("Too many tokens, please wait before trying again."),
            "rate_limit 429 retryable: Too many tokens, please wait before trying again."),
        row(
            "not: an organization",
            429,
            error("This request exceeds your organization quota of 10 per minute"),
            "rate_limit 429 retryable: This request exceeds your organization quota of 10 per minute"));
  }

  static Stream<Arguments> quotas() {
    return Stream.of(
        row(
            "OpenAI",
            429,
            "{'error':{'message':'You exceeded your current quota, please check your plan and billing details.','type':'insufficient_quota','param':null,'code':'insufficient_quota'}}",
            "quota 429: You exceeded your current quota, please check your plan and billing details."),
        row(
            "Scaleway's is a rate limit",
            429,
            "{'status':429,'error':'INSUFFICIENT QUOTA','message':'You exceeded your current limit of concurrent requests.'}",
            "rate_limit 429 retryable: You exceeded your current limit of concurrent requests."),
        row(
            "Gemini's is a rate limit",
            429,
            "[{'error':{'code':429,'message':'You exceeded your current quota, please check your plan and billing details. Please retry in 34.5s.','status':'RESOURCE_EXHAUSTED'}}]",
            "rate_limit 429 retryable after 34500 ms: You exceeded your current quota, please check your plan and billing details. Please retry in 34.5s."),
        row(
            "a wait in words",
            429,
            error(
                "Rate limit reached for x on tokens per min (TPM): Limit 1, Used 1. Please try again in 1m6.5s."),
            "rate_limit 429 retryable after 66500 ms: Rate limit reached for x on tokens per min (TPM): Limit 1, Used 1. Please try again in 1m6.5s."),
        row(
            "DeepSeek",
            402,
            "{'error':{'message':'Insufficient Balance','type':'unknown_error','param':null,'code':'invalid_request_error'}}",
            "quota 402: Insufficient Balance"),
        row(
            "SiliconFlow",
            403,
            "{'code':30001,'message':'Sorry, your account balance is insufficient','data':null}",
            "quota 403: Sorry, your account balance is insufficient"),
        row(
            "Anthropic",
            400,
            error("Your credit balance is too low to access the API."),
            "quota 400: Your credit balance is too low to access the API."));
  }

  static Stream<Arguments> waits() {
    String body = Chunks.json(error("slow down"));
    return Stream.of(
            wait("Retry-After: 1", "1000"),
            wait("Retry-After: 0", "0"),
            wait("Retry-After: 0.5", "500"),
            wait("Retry-After: 86400", "86400000"),
            wait("Retry-After: Thu, 01 Jan 2026 00:00:02 GMT", "2000"),
            wait("Retry-After: Wed, 31 Dec 2025 23:59:00 GMT", "0"),
            wait("Retry-After: soon", ""),
            wait("Retry-After: -1", ""),
            wait("retry-after-ms: 250\r\nRetry-After: 1", "250"),
            wait("x-ms-retry-after-ms: 250", "250"),
            wait(
                "x-ratelimit-remaining-requests: 0\r\nx-ratelimit-reset-requests: 1m2.5s", "62500"),
            wait(
                "x-ratelimit-remaining-requests: 7\r\nx-ratelimit-reset-requests: 1m\r\nx-ratelimit-remaining-tokens: 0\r\nx-ratelimit-reset-tokens: 80ms",
                "80"),
            wait("x-ratelimit-remaining-requests: 7\r\nx-ratelimit-reset-requests: 1m", ""))
        .map(
            wait ->
                arguments(
                    wait[0],
                    answer(429, wait[0] + "\r\n", body),
                    "rate_limit 429 retryable" + wait[1] + ": slow down"));
  }

  static Stream<Arguments> inAnswers() {
    return Stream.of(
        arguments(
            "first event",
            events(
                event("{'error':{'message':'TimeoutError','type':'GatewayTimeout','code':504}}")
                    + DONE),
            "server_error retryable: TimeoutError"),
        arguments(
            "after text",
            events(
                text("Hel")
                    + event(
                        "{'error':{'code':'server_error','message':'Provider disconnected'},'choices':[{'index':0,'delta':{'content':''},'finish_reason':'error'}]}")),
            "truncated by server_error retryable: Provider disconnected | «Hel» error"),
        arguments(
            "vLLM, flat",
            events(
                event(
                        "{'object':'error','message':'no','type':'BadRequestError','param':null,'code':400}")
                    + DONE),
            "bad_request: no"),
        arguments(
            "event: error",
            events(
                "event: error\n"
                    + event(
                        "{'error':{'message':'Context size has been exceeded.'},'message':'x'}")),
            "context: Context size has been exceeded."),
        arguments(
            "event: error with words",
            events("event: error\ndata: it broke\n\n"),
            "server_error retryable: it broke"),
        arguments(
            "event: error with a flat body",
            events("event: error\n" + event("{'message':'it broke'}")),
            "server_error retryable: it broke"),
        arguments(
            "llama.cpp's error: field",
            events(
                "error: "
                    + Chunks.json("{'code':500,'message':'it broke','type':'server_error'}")
                    + "\n\n"),
            "server_error retryable: it broke"),
        arguments(
            "Anthropic's type error",
            events(
                "event: error\n"
                    + event(
                        "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}")),
            "overloaded retryable: Overloaded"),
        arguments(
            "words instead of JSON",
            events("data: Internal server error\n\n"),
            "malformed: not an answer: data: Internal server error"),
        arguments(
            "a bare JSON error as a stream",
            events(Chunks.json("{'error':{'message':'no model loaded'}}")),
            "server_error retryable: no model loaded"),
        arguments(
            "finish_reason error, nothing said",
            events(text("Hel") + event("{'choices':[{'delta':{},'finish_reason':'error'}]}")),
            "truncated by server_error retryable: the server ended the answer with an error | «Hel» error"),
        arguments(
            "200 with an error",
            json(Chunks.json("{'error':{'message':'slow down','code':429}}")),
            "rate_limit retryable: slow down"),
        arguments(
            "200 with an error string",
            json(
                Chunks.json("{'error':'Unexpected endpoint or method. (POST /chat/completions)'}")),
            "server_error retryable: Unexpected endpoint or method. (POST /chat/completions)"),
        arguments(
            "200 with success false",
            json(Chunks.json("{'success':false,'errors':[{'message':'no'}]}")),
            "server_error retryable: no"),
        arguments(
            "200 with base_resp",
            json(
                Chunks.json(
                    "{'base_resp':{'status_code':1008,'status_msg':'insufficient balance'}}")),
            "quota: insufficient balance"),
        arguments(
            "200 with an error that is no error",
            json(
                Chunks.json(
                    "{'error':'','base_resp':{'status_code':0,'status_msg':''},'success':true,'choices':[{'message':{'content':'Hi'}}]}")),
            "answered | «Hi»"),
        arguments(
            "200 with a message and no choice",
            json(Chunks.json("{'code':20012,'message':'Model does not exist.','data':null}")),
            "not_found: Model does not exist."),
        arguments(
            "200 with an unknown error and an HTML message",
            json(Chunks.json("{'error':{'message':'<html><title>Bad</title>'}}")),
            "server_error retryable: Bad"));
  }

  private static String error(String words) {
    return "{'error':{'message':'" + words.replace('\'', '’') + "','type':null}}";
  }

  private static String[] wait(String headers, String millis) {
    return new String[] {headers, millis.isEmpty() ? "" : " after " + millis + " ms"};
  }

  private static Arguments row(String name, int status, String body, String expected) {
    return arguments(
        name,
        answer(status, "Content-Type: application/json\r\n", Chunks.json(body)),
        expected.replace('\'', '’'));
  }
}
