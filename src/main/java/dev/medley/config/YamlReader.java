package dev.medley.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** YAML text to a located tree, scalars as written. */
final class YamlReader {
  private static final int DEEPEST = 50;
  private static final int MOST_NODES = 50_000;
  private final String file;
  private final Consumer<Problem> problems;
  private final Map<String, Grown> anchors = new HashMap<>();

  YamlReader(String file, Consumer<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** What the text says; an empty map, and problems, when it is no map. */
  Entries read(String text) {
    return tree(text, Entries.class, "a map of settings")
        .orElseGet(() -> Entries.empty(Origin.file(file, 0)));
  }

  /** The items of a list; none, and problems, when it is no list. */
  List<ConfigNode> readList(String text) {
    return tree(text, Items.class, "a list").map(Items::items).orElse(List.of());
  }

  private <T extends ConfigNode> Optional<T> tree(String text, Class<T> wanted, String name) {
    try (YAMLParser parser = factory().createParser(text)) {
      ConfigNode root = parser.nextToken() == null ? null : node(parser, here(parser)).node();
      if (root != null && parser.nextToken() != null) {
        report(here(parser), "a second document begins here; only one is read");
      }
      if (root == null || root.isNothing() || wanted.isInstance(root)) {
        return Optional.ofNullable(root).filter(wanted::isInstance).map(wanted::cast);
      }
      report(root.origin(), "expected " + name + ", found " + root.kindName());
    } catch (TooMuch e) {
      report(e.place, e.getMessage());
    } catch (JsonProcessingException e) {
      complain(e.getOriginalMessage());
    } catch (IOException | RuntimeException e) {
      // The parser lets some of its own slips through, such as an escape beyond Unicode.
      complain("");
    }
    return Optional.empty();
  }

  private static YAMLFactory factory() {
    return YAMLFactory.builder()
        .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2 * DEEPEST).build())
        .build();
  }

  private Grown node(YAMLParser parser, Origin place) throws IOException {
    if (parser.isCurrentAlias()) {
      return alias(parser, place);
    }
    String anchor = parser.getObjectId() == null ? null : parser.getObjectId().toString();
    Grown grown =
        switch (parser.currentToken()) {
          case START_OBJECT -> map(parser, place);
          case START_ARRAY -> list(parser, place);
          default -> new Grown(scalar(parser, place), 1, 1);
        };
    if (anchor != null) {
      anchors.put(anchor, grown);
    }
    return grown;
  }

  private Grown alias(YAMLParser parser, Origin place) throws IOException {
    Grown known = anchors.get(parser.getText());
    if (known == null) {
      report(place, "no anchor &" + parser.getText() + " before this alias");
      return new Grown(new Scalar("", Look.NOTHING, place), 1, 1);
    }
    return new Grown(known.node().at(place), known.nodes(), known.depth());
  }

  private Scalar scalar(YAMLParser parser, Origin place) throws IOException {
    Look look =
        switch (parser.currentToken()) {
          case VALUE_NULL -> Look.NOTHING;
          case VALUE_STRING -> Look.TEXT;
          default -> Look.LITERAL;
        };
    return new Scalar(parser.getText(), look, place);
  }

  private Grown list(YAMLParser parser, Origin place) throws IOException {
    List<ConfigNode> items = new ArrayList<>();
    int nodes = 1;
    int depth = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Grown item = node(parser, here(parser));
      items.add(item.node());
      nodes = bounded(nodes, item);
      depth = Math.max(depth, item.depth());
    }
    return new Grown(new Items(items, place), nodes, depth + 1);
  }

  private Grown map(YAMLParser parser, Origin place) throws IOException {
    Map<String, ConfigNode> own = new LinkedHashMap<>();
    List<ConfigNode> merged = new ArrayList<>();
    int nodes = 1;
    int depth = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.getText();
      Origin keyPlace = here(parser);
      parser.nextToken();
      Grown value = node(parser, keyPlace);
      nodes = bounded(nodes, value);
      depth = Math.max(depth, value.depth());
      if (key.equals("<<")) {
        merged.add(value.node());
      } else if (own.putIfAbsent(key, value.node()) != null) {
        report(keyPlace, "\"" + key + "\" is written twice in the same map");
      }
    }
    merged.forEach(source -> merge(source, own));
    return new Grown(new Entries(own, place), nodes, depth + 1);
  }

  private void merge(ConfigNode source, Map<String, ConfigNode> own) {
    if (source instanceof Entries map) {
      map.entries().forEach(own::putIfAbsent);
    } else if (source instanceof Items list) {
      list.items().forEach(item -> merge(item, own));
    } else if (!source.isNothing()) {
      report(source.origin(), "<< takes a map or a list of maps");
    }
  }

  /** Aliases of aliases grow beyond any memory in a few lines. */
  private static int bounded(int nodes, Grown added) {
    if (nodes + added.nodes() > MOST_NODES || added.depth() > DEEPEST) {
      throw new TooMuch(added.node().origin());
    }
    return nodes + added.nodes();
  }

  private Origin here(YAMLParser parser) {
    return Origin.file(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
  }

  private void complain(String raw) {
    YamlComplaint complaint = YamlComplaint.of(raw);
    report(Origin.file(file, complaint.line()), complaint.message());
  }

  private void report(Origin place, String message) {
    problems.accept(Problem.of(place, "", message));
  }

  /** A node with the number of nodes in it and how deep they go, aliases followed. */
  private record Grown(ConfigNode node, int nodes, int depth) {}

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Origin place;

    TooMuch(Origin place) {
      super("too much: nested too deep, or aliases that grow without end");
      this.place = place;
    }
  }
}
