/** Makes the parts of Ambient GPT Notes beans of a Spring Boot application. */
package io.github.ambientgpt.spring;
