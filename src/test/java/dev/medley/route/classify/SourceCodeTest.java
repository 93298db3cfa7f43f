package dev.medley.route.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fix this:\n```\nx\n```",
        "#include <stdio.h>\nint main(void)",
        "import os\nprint(1)",
        "import numpy as np",
        "from os.path import join",
        "def area(r):\n    return 3.14 * r ** 2",
        "async def fetch():",
        "class Point:\n    pass",
        "class Point(Base):\n    pass",
        "@Override\n  public int size() {\n    return 0;\n  }",
        "public class Main {",
        "private final String name;",
        "import java.util.List;",
        "package dev.medley;",
        "package main\n\nfunc main() {",
        "fn main() {",
        "pub fn new() -> Self {",
        "func greet(name: String) -> String {",
        "fun main() {",
        "const a = 1;",
        "let total = items.map(",
        "var name = 'x'",
        "import React from 'react'",
        "export default function App() {",
        "interface Shape {",
        "struct Point {",
        "SELECT name FROM users WHERE id = 1",
        "#!/bin/sh\nexit 1",
        "diff --git a/x b/x",
        "@@ -1,3 +1,4 @@",
        "Traceback (most recent call last):",
        "  at dev.medley.Main.main(Main.java:10)",
        "    at Object.<anonymous> (/app/index.js:3:7)",
        "thread 'main' panicked at src/main.rs:2:5",
        "if (a) {\n  b();\n}",
        "x = 1;\r\ny = 2;"
      })
  void code(String text) {
    assertEquals(true, SourceCode.in(text));
    assertEquals(true, SourceCode.in("What is wrong here?\n\n" + text + "\n\nThank you."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Why is the sky blue?",
        "let me explain: it is late (very).",
        "Let x be a prime; what follows?",
        "import duties (see below) rise; why?",
        "class action lawsuits (US): an overview",
        "public transport in Berlin: how does it work (roughly)?",
        "private schools; are they better?",
        "var is a Danish word (for was):",
        "package holidays: where to go?",
        "def. of done (agile): what is it?",
        "const and volatile: what do they mean in C?",
        "function keys (F1 to F12): what are they for?",
        "final exams: how do I prepare (in a week)?",
        "static electricity: what is it?",
        "at home (in the kitchen) I cook;",
        "Buy:\n- apples;\n- pears;\n- milk;",
        "From a friend: import the rest, please.",
        "Select a book from the list where I left it",
        "He said: \"File it under line 3\"",
        "Traceback is a word; explain it.",
        "# Notes\n\n* one\n* two",
        "Dear Sir (or Madam);\nI write to you;\nyours",
        "写一首关于春天的诗；谢谢。"
      })
  void prose(String text) {
    assertEquals(false, SourceCode.in(text));
    assertEquals(false, SourceCode.in("Good evening.\n" + text + "\nThank you."));
  }

  /** A pattern that goes back and forth would not come to an end here. */
  @Test
  void longTextsAreNoTrouble() {
    for (String piece : new String[] {" ", "\n", "public ", "let a, ", "{ ", "(", "= ", "at "}) {
      assertEquals(false, SourceCode.in(piece.repeat(100_000) + "."));
    }
    assertEquals(false, SourceCode.in(("at (= { " + " ".repeat(380) + ".\n").repeat(1000)));
  }
}
