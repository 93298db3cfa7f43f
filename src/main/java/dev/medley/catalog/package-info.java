/** What a model is: its price, window and abilities; and what a usage costs. */
package dev.medley.catalog;
