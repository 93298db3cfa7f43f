package dev.medley.endpoint;

/** Writes the JSON and the events that rows are made of; apostrophes stand for quotes. */
final class Chunks {
  static final String DONE = "data: [DONE]\n\n";
  static final String STOP = event("{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}");

  private Chunks() {}

  static String json(String withApostrophes) {
    return withApostrophes.replace('\'', '"');
  }

  static String event(String withApostrophes) {
    return "data: " + json(withApostrophes) + "\n\n";
  }

  /** A usual chunk with this text. */
  static String text(String content) {
    return event("{'choices':[{'index':0,'delta':{'content':'" + content + "'}}]}");
  }

  /** A chunk with these members in its delta. */
  static String delta(String members) {
    return event("{'choices':[{'index':0,'delta':{" + members + "}}]}");
  }

  /** A whole completion with these members in its message. */
  static String completion(String members) {
    return json(
        "{'id':'c','object':'chat.completion','choices':[{'index':0,'message':{'role':'assistant',"
            + members
            + "},'finish_reason':'stop'}],'usage':{'prompt_tokens':3,'completion_tokens':2}}");
  }
}
