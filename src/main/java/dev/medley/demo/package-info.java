/** An OpenAI-compatible server of simulated models, on loopback: to try, to show, to test. */
package dev.medley.demo;
