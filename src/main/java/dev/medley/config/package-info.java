/** YAML and environment become validated settings; keys stay references until they are needed. */
package dev.medley.config;
