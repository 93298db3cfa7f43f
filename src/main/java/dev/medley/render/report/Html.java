package dev.medley.render.report;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Text as HTML in which nothing runs and nothing is fetched. */
final class Html {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if (node instanceof Link) {
                      attributes.put("rel", "noopener noreferrer nofollow");
                    }
                  })
          .build();

  /** Longer answers are shown as they are: nobody has laid them out to be read. */
  private static final int LONGEST = 200_000;

  private Html() {}

  /** For text and for attributes in quotes. */
  static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    CleanText.of(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
              }
            });
    return html.toString();
  }

  /** An answer's markdown. HTML in it is text, an image is its address: nothing is fetched. */
  static String markdown(String text) {
    if (text.length() > LONGEST) {
      return "<pre>" + escaped(text) + "</pre>";
    }
    Node document = PARSER.parse(CleanText.of(text));
    document.accept(new ImagesAsText());
    return RENDERER.render(document);
  }

  private static final class ImagesAsText extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      visitChildren(image);
      Node before = image;
      for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
        before.insertAfter(child);
        before = child;
      }
      before.insertAfter(new Text(" (image: " + image.getDestination() + ")"));
      image.unlink();
    }
  }
}
