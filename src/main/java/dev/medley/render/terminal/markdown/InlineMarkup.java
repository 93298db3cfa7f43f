package dev.medley.render.terminal.markdown;

import dev.medley.render.SafeText;
import dev.medley.render.Style;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Emphasis, code, links and the like within a text, read by CommonMark's rules. Where there is no
 * colour, the marks stay: they are how plain text has always said it.
 */
final class InlineMarkup {
  /** Keeps what looks like a link's definition from being taken for one. */
  private static final String START = "x ";

  private final Style style;

  InlineMarkup(Style style) {
    this.style = style;
  }

  /** Loaded with the first text that has markup. */
  private static final class Reader {
    static final Parser PARSER =
        Parser.builder()
            .enabledBlockTypes(Set.of())
            .extensions(List.of(StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .build();
  }

  static Node parse(String text) {
    return Reader.PARSER.parse(START + text);
  }

  void render(String text, Look base, Flow flow) {
    Node paragraph = parse(mathKept(text)).getFirstChild();
    if (paragraph == null) {
      flow.text(text, base);
      return;
    }
    Node first = paragraph.getFirstChild();
    if (first instanceof Text start) {
      start.setLiteral(start.getLiteral().substring(START.length()));
    }
    children(paragraph, base, flow);
  }

  /** Formulas stand between {@code \(} and {@code \)}: these are not escapes, as in code. */
  private static String mathKept(String text) {
    if (text.indexOf('\\') < 0 || text.indexOf('`') >= 0) {
      return text;
    }
    return text.replaceAll("(?<!\\\\)\\\\([()\\[\\]])", "\\\\\\\\$1");
  }

  private void children(Node parent, Look look, Flow flow) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      node(node, look, flow);
    }
  }

  private void node(Node node, Look look, Flow flow) {
    if (node instanceof Text text) {
      plain(text.getLiteral(), look, flow);
    } else if (node instanceof Code code) {
      marked("`", look.code(), flow, inner -> plain(code.getLiteral(), inner, flow));
    } else if (node instanceof StrongEmphasis) {
      marked("**", look.strong(), flow, inner -> children(node, inner, flow));
    } else if (node instanceof Emphasis) {
      marked("*", look.emphasized(), flow, inner -> children(node, inner, flow));
    } else if (node instanceof Strikethrough) {
      marked("~~", look.struck(), flow, inner -> children(node, inner, flow));
    } else if (node instanceof Link link) {
      link(link, look, flow);
    } else if (node instanceof Image image) {
      plain("image: ", look, flow);
      children(image, look, flow);
      address(image.getDestination(), look, flow);
    } else if (node instanceof HtmlInline html) {
      html(html.getLiteral(), look, flow);
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      flow.breakLine();
    } else {
      children(node, look, flow);
    }
  }

  private void marked(String mark, Look look, Flow flow, Consumer<Look> content) {
    if (!style.colored()) {
      flow.text(mark, look);
    }
    content.accept(look);
    if (!style.colored()) {
      flow.text(mark, look);
    }
  }

  private void link(Link link, Look look, Flow flow) {
    children(link, look.underlined(), flow);
    boolean itself =
        link.getFirstChild() instanceof Text text
            && text.getNext() == null
            && link.getDestination().endsWith(text.getLiteral());
    if (!itself) {
      address(link.getDestination(), look, flow);
    }
  }

  private void address(String destination, Look look, Flow flow) {
    flow.space(' ');
    plain("(" + destination + ")", look == Look.PLAIN ? Look.DIM : look, flow);
  }

  private void html(String tag, Look look, Flow flow) {
    if (tag.toLowerCase(Locale.ROOT).matches("<br\\s*/?>")) {
      flow.breakLine();
    } else {
      plain(tag, look, flow);
    }
  }

  /** A character reference can stand for a control character. */
  private static void plain(String text, Look look, Flow flow) {
    flow.text(SafeText.forTerminal(text), look);
  }
}
