/**
 * Captions while somebody speaks, over a WebSocket: numbered frames, acknowledged once they are on
 * disk; a session that broke goes on where it was, in any process; at the end there is one
 * recording, one transcript and one note. docs/live-captions.md has the protocol.
 */
@NullMarked
package io.github.ambientgpt.api.live;

import org.jspecify.annotations.NullMarked;
