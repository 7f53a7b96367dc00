import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Cuts off what no loader reads from 64-bit ELF files: symbol tables and section headers, which
 * stand behind the last segment. As {@code strip} does, without binutils.
 */
class Strip {
  private static final int ELF = 0x464c457f;
  private static final byte CLASS_64 = 2;
  private static final int HEADER = 64;

  public static void main(String... files) throws IOException {
    for (String file : files) {
      strip(Path.of(file));
    }
  }

  private static void strip(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer header = read(channel, 0, HEADER);
      if (header.getInt(0) != ELF || header.get(4) != CLASS_64) {
        return;
      }
      long segments = header.getLong(32);
      int size = header.getShort(54);
      int count = header.getShort(56);
      ByteBuffer table = read(channel, segments, size * count);
      long end = segments + (long) size * count;
      for (int at = 0; at < size * count; at += size) {
        end = Math.max(end, table.getLong(at + 8) + table.getLong(at + 32)); // offset, file size
      }
      header.putLong(40, 0).putShort(58, (short) 0); // where the section headers are, their size
      header.putShort(60, (short) 0).putShort(62, (short) 0); // their number, their names
      channel.write(header.rewind(), 0);
      channel.truncate(end);
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.read(buffer, position);
    return buffer;
  }
}
