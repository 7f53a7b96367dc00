/** What all parts need that speak to a server: proxies, time to wait, a way to stop. */
package io.github.ambientgpt.core.http;
