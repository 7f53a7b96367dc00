/**
 * How people and programs come in: by session, by token, by an OpenID provider, or because they sit
 * at the machine. Which of these it is, the properties say when the program starts, and never a
 * condition on beans.
 */
package io.github.ambientgpt.api.login;
