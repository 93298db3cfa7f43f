/** Models in order until one answers. */
package dev.medley.fallback;
