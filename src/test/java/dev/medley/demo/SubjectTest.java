package dev.medley.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How do I bake sourdough bread at home? | “bake sourdough bread”",
        "What are the differences between TCP and UDP? | “TCP and UDP”",
        "Translate 'good morning' to French | “good morning”",
        "Explain the theory of relativity | “theory of relativity”",
        "Write a haiku about rain and | “haiku”",
        "What is 2+2? | your prompt",
        "tl;dr | your prompt",
        "'' | your prompt",
        "one self-made word’s meaning | “self-made word’s meaning”",
        "天空是蓝色的？ | “天空是蓝色的”",
      })
  void isTheLongestRunOfWordsThatSaySomething(String prompt, String subject) {
    assertEquals(subject, Subject.of(prompt));
  }
}
