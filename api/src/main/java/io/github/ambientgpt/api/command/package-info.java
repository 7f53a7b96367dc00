/**
 * What is asked of the program on its command line instead of over HTTP: {@code java -jar
 * ambient-gpt-api-exec.jar audit verify}. A service that runs on the same data does it, if there is
 * one; else this process does.
 */
package io.github.ambientgpt.api.command;
