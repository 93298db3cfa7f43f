/** The only door to the network: requests by openai-java, replies and errors read by ourselves. */
package dev.medley.endpoint;
