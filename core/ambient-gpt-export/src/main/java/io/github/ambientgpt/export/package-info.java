/** Notes as files to print, to file and to hand over. */
package io.github.ambientgpt.export;
