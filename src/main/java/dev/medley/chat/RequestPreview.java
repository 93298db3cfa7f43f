package dev.medley.chat;

import java.util.Map;

/**
 * A request as it would be sent.
 *
 * @param url the full URL
 * @param headers with the key replaced by its reference
 * @param body the JSON document
 */
public record RequestPreview(String url, Map<String, String> headers, String body) {}
