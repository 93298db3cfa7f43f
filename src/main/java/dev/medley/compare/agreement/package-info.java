/** Which answers say the same, and where two differ. */
package dev.medley.compare.agreement;
