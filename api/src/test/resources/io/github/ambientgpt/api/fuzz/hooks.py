"""How schemathesis writes the pieces of an upload, which it has no form for."""

import schemathesis


@schemathesis.serializer("application/offset+octet-stream")
def piece(context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
