/** The page, which the service serves when it runs alone. */
package io.github.ambientgpt.api.page;
