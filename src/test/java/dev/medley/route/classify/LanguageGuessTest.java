package dev.medley.route.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.config.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Please write a short note to my neighbour",
        "de | Schreib bitte eine kurze Nachricht an meinen Nachbarn",
        "de | Was heißt das?",
        "fr | Écris une courte note pour mon voisin, s'il te plaît",
        "es | Escribe una nota corta para mi vecino, por favor",
        "it | Scrivi una breve nota per il mio vicino",
        "pt | Escreva uma nota curta para o meu vizinho",
        "nl | Schrijf een korte brief aan mijn buurman",
        "pl | Napisz krótką notatkę do mojego sąsiada, proszę, jak to jest",
        "tr | Komşuma kısa bir not yaz lütfen, bu çok önemli",
        "sv | Skriv ett kort brev till min granne, det är viktigt",
        "zh | 请给我的邻居写一张便条",
        "zh | 把这段 Python 代码翻译成 Java",
        "ja | 隣の人に短いメモを書いてください",
        "ko | 이웃에게 짧은 쪽지를 써 주세요",
        "ru | Напиши короткую записку соседу",
        "uk | Напиши коротку записку моєму сусідові, будь ласка, її чекають",
        "el | Γράψε ένα σύντομο σημείωμα",
        "ar | اكتب رسالة قصيرة",
        "he | כתוב פתק קצר",
        "hi | एक छोटा नोट लिखो",
        "th | เขียนโน้ตสั้นๆ",
      })
  void languages(String code, String text) {
    assertEquals(code, LanguageGuess.of(text).map(Language::code).orElse("?"));
  }

  @ParameterizedTest
  @CsvSource({"''", "42", "xq zzv", "'?!'"})
  void cannotTell(String text) {
    assertEquals("?", LanguageGuess.of(text).map(Language::code).orElse("?"));
  }
}
