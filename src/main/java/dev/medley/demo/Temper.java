package dev.medley.demo;

import java.util.concurrent.atomic.AtomicInteger;

/** How a simulated model meets a request: with an error, or with an answer that takes a course. */
interface Temper {
  /** Tokens of the prompt that a narrow model takes. */
  int NARROW_WINDOW = 64;

  Course meet(ChatRequest request) throws ApiError;

  static Temper calm() {
    return request -> Course.WHOLE;
  }

  static Temper cut() {
    return request -> Course.CUT;
  }

  static Temper stalling() {
    return request -> Course.STALL;
  }

  static Temper overloaded() {
    return request -> {
      throw ApiError.overloaded();
    };
  }

  static Temper refusing() {
    return request -> {
      throw ApiError.filtered();
    };
  }

  static Temper narrow() {
    return request -> {
      if (request.promptTokens() > NARROW_WINDOW) {
        throw ApiError.tooLong(NARROW_WINDOW, request.promptTokens());
      }
      return Course.WHOLE;
    };
  }

  /** Fails the first request and every other one after it, so that each retry is answered. */
  static Temper flaky() {
    AtomicInteger requests = new AtomicInteger();
    return request -> {
      if (requests.getAndIncrement() % 2 == 0) {
        throw ApiError.rateLimited();
      }
      return Course.WHOLE;
    };
  }
}
