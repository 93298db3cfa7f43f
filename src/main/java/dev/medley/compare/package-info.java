/** The same prompt across several models, and which did best. */
package dev.medley.compare;
