import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints the libraries that 64-bit ELF files name, of any processor: {@code ldd} asks the loader,
 * which runs on its own processor only.
 */
class Needed {
  private static final int ELF = 0x464c457f;
  private static final byte CLASS_64 = 2;
  private static final int SEGMENT_LOADED = 1;
  private static final int SEGMENT_DYNAMIC = 2;
  private static final long ENTRY_NEEDED = 1;
  private static final long ENTRY_NAMES = 5;
  private static final int ENTRY = 16;

  private final ByteBuffer file;
  private final Set<String> names;

  private Needed(ByteBuffer file, Set<String> names) {
    this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    this.names = names;
  }

  public static void main(String... files) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String file : files) {
      new Needed(ByteBuffer.wrap(Files.readAllBytes(Path.of(file))), names).read();
    }
    names.forEach(System.out::println);
  }

  private void read() {
    if (file.capacity() < ENTRY || file.getInt(0) != ELF || file.get(4) != CLASS_64) {
      return;
    }
    int dynamic = segment(SEGMENT_DYNAMIC, 0);
    if (dynamic < 0) {
      return;
    }
    int first = (int) file.getLong(dynamic + 8);
    int end = first + (int) file.getLong(dynamic + 32);
    long address = 0;
    for (int at = first; at < end; at += ENTRY) {
      address = file.getLong(at) == ENTRY_NAMES ? file.getLong(at + 8) : address;
    }
    int loaded = segment(SEGMENT_LOADED, address);
    int texts = (int) (address - file.getLong(loaded + 16) + file.getLong(loaded + 8));
    for (int at = first; at < end; at += ENTRY) {
      if (file.getLong(at) == ENTRY_NEEDED) {
        names.add(text(texts + (int) file.getLong(at + 8)));
      }
    }
  }

  /** Where the header stands of the segment of a kind that holds an address; 0: any address. */
  private int segment(int kind, long address) {
    int size = file.getShort(54);
    int first = (int) file.getLong(32);
    for (int at = first; at < first + size * file.getShort(56); at += size) {
      long offset = address - file.getLong(at + 16);
      boolean holds = address == 0 || offset >= 0 && offset < file.getLong(at + 32);
      if (file.getInt(at) == kind && holds) {
        return at;
      }
    }
    return -1;
  }

  private String text(int from) {
    StringBuilder text = new StringBuilder();
    for (int at = from; file.get(at) != 0; at++) {
      text.append((char) file.get(at));
    }
    return text.toString();
  }
}
