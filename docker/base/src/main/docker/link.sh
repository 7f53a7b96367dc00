#!/bin/sh
# Makes an image's root in /root: a small Java, and of the system what that Java loads. Runs in the JDK's image.
#   MODULES    of the JDK
#   UNUSED     folders of java.desktop that go
#   UNLINKED   files of the JDK that go, as jlink's --exclude-files has them
#   DEBUG      an option of jlink's about what stack traces are made of
#   LIBRARIES  of the system that natives of ours need, besides; from the runtime's image, or else from the JDK's
# No file has a time of its own, so that two builds make the same layer.
set -eu
java=/root/opt/java
mkdir -p /root/opt /root/tmp /root/data /root/keys
chmod 1777 /root/tmp
# These folders are the group's too, so that a container may run as any user of group 0.
chown 65532:0 /root/data /root/keys && chmod 0770 /root/data /root/keys

# What is emulated is made as little as it must: a Java that is neither pruned nor packed, by the light compiler and collector, takes
# 83 s there instead of 270 s. Its image has no cache, so that there is room.
# shellcheck disable=SC2086 # the folders are several words
if [ "$BUILDARCH" = "$TARGETARCH" ]; then
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp /tools Prune $UNUSED >/unused
  small="--compress zip-6 $DEBUG --exclude-resources=@/unused --exclude-files=**/jrt-fs.jar,**/classlist,**/jexec,$UNLINKED"
else
  small='--compress zip-0'
fi
set -f # the patterns are jlink's, not the shell's
# shellcheck disable=SC2086 # the options are several words
jlink -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC --vm server --no-header-files --no-man-pages $small --add-modules "$MODULES" --output $java
set +f
# Of the licences, which each module repeats, one copy.
cp $java/legal/java.base/LICENSE /licence 2>/dev/null || true
rm -rf $java/legal
[ ! -f /licence ] || { mkdir -p $java/legal/java.base && cp /licence $java/legal/java.base/LICENSE; }
find $java/bin -type f ! -name java -delete
find $java -name '*.debuginfo' -delete
[ "$BUILDARCH" != "$TARGETARCH" ] || find $java -name '*.so' -exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp /tools Strip {} +
cp -r /health /root/opt/health

take() { # a library by its name, with what it is a link to
  for from in /runtime ''; do
    for found in "$from"/usr/lib/*-linux-gnu/"$1"; do
      [ -e "$found" ] || continue
      cd "$from/" && { echo "${found#"$from"/}"; readlink -f "$found" | sed "s|^$from/||"; } | sort -u | xargs -I{} cp -a --parents {} /root
      return
    done
  done
  echo "There is no $1 in the runtime's image, nor in the JDK's" >&2
  [ "$2" = optional ]
}
# As ldd does, which not every JDK's image has.
loader=$(find /lib/ /lib64/ -maxdepth 1 -name 'ld-linux-*' 2>/dev/null | head -n 1)
needed() {
  find /root -name '*.so*' -type f -exec sh -c 'for each; do LD_TRACE_LOADED_OBJECTS=1 "$0" "$each"; done' "$loader" {} + 2>/dev/null |
    sed -n 's/^\t\(lib[^ ]*\.so[^ ]*\) .*/\1/p' | sort -u
}
for library in libc.so.6 $LIBRARIES; do take "$library" needed; done
loaded=$(needed)
[ -n "$loaded" ] || { echo "$loader does not say which libraries Java loads, so nothing would start" >&2; exit 1; }
for library in $loaded; do
  [ -n "$(find $java -name "$library")" ] || take "$library" optional
done

# The loader, and the links by which programs find it and the libraries.
cd /runtime
for path in lib lib64 usr/lib64 usr/lib/ld-linux* usr/lib/*-linux-gnu/ld-linux* etc/passwd etc/group etc/nsswitch.conf etc/os-release usr/lib/os-release; do
  [ -e "$path" ] || [ -L "$path" ] || continue
  if [ -d "$path" ] && [ ! -L "$path" ]; then
    for loader in "$path"/ld-linux*; do [ ! -e "$loader" ] || cp -a --parents "$loader" /root; done
  else
    cp -a --parents "$path" /root
  fi
done
# What is said of the packages whose files these are, so that a scanner sees them.
for package in base-files libc6 libcap2 libgcc-s1 libgomp1 libstdc++6 libudev1 zlib1g; do
  for said in var/lib/dpkg/status.d/"$package" var/lib/dpkg/status.d/"$package".md5sums; do
    [ ! -f "$said" ] || cp -a --parents "$said" /root
  done
done
find /root -exec touch --no-dereference --date=@0 {} +

# What every short Java loads at start, made ready: the health check takes 45 ms of CPU instead of 165, and the child that decodes
# recordings gains as much. Last, since it notes the time of Java's files; and only on the architecture that builds: nothing that
# is made ready under emulation is to be trusted.
if [ "$BUILDARCH" = "$TARGETARCH" ]; then
  short="$java/bin/java -XX:+UseSerialGC -Xint -Xmx16m -Xlog:disable"
  # shellcheck disable=SC2086 # a command of several words
  HEALTH_URL=http://127.0.0.1:9/ $short -Xshare:off -XX:DumpLoadedClassList=/loaded -cp /health Health || true
  grep -v -e '^[@#]' -e '^Health' /loaded >/classes
  # shellcheck disable=SC2086
  $short -Xshare:dump -XX:SharedClassListFile=/classes -XX:SharedArchiveFile=$java/lib/server/classes.jsa
  touch --date=@0 $java/lib/server/classes.jsa $java/lib/server
fi
