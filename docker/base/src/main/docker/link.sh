#!/bin/sh
# Makes an image's root in /root: a small Java, and of the system what that Java loads. Runs in the JDK's image.
#   MODULES    of the JDK
#   UNUSED     folders of java.desktop that go
#   UNLINKED   files of the JDK that go, as jlink's --exclude-files has them
#   DEBUG      an option of jlink's about what stack traces are made of
#   LIBRARIES  of the system that natives of ours need, besides; from the runtime's image, or else from the JDK's
# Those two images, of the architecture that this one is for, are at /runtime and /jdk.
# No file has a time of its own, so that two builds make the same layer.
# shellcheck disable=SC2086,SC2153 # the options and folders are several words; MODULES is the Dockerfile's
set -eu
java=/root/opt/java
rm -f /root/.[a-z]* # what the JDK's image keeps for its shell
mkdir -p /root/opt /root/tmp /root/data /root/keys
chmod 1777 /root/tmp
# These folders are the group's too, so that a container may run as any user of group 0.
chown 65532:0 /root/data /root/keys && chmod 0770 /root/data /root/keys

# All of it runs on the processor that builds: of the other one's JDK, classes and files are only read.
home="/jdk${JAVA_HOME:?is to say in the image of the JDK where that is; name another image with -Dimage.jdk}"
light="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
modules= # for the processor that builds, jlink's own
if [ "$BUILDARCH" != "$TARGETARCH" ]; then
  modules=$home/jmods
  [ -d "$modules" ] || { modules=/modules && java $light -cp /tools Pack "$home" $modules "$MODULES"; }
fi
java $light -cp /tools Prune "$home" $UNUSED >/unused
jlink -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC ${modules:+--module-path "$modules"} --vm server --no-header-files --no-man-pages \
  --compress zip-6 "$DEBUG" --exclude-resources=@/unused --exclude-files="**/jrt-fs.jar,**/classlist,**/jexec,**.debuginfo,$UNLINKED" \
  --add-modules "$MODULES" --output $java
# Of the licences, which each module repeats, one copy.
rm -rf $java/legal
[ ! -f "$home/legal/java.base/LICENSE" ] || { mkdir -p $java/legal/java.base && cp "$home/legal/java.base/LICENSE" $java/legal/java.base/; }
find $java/bin -type f ! -name java -delete
find $java -name '*.so' -exec java $light -cp /tools Strip {} +
cp -r /health /root/opt/health

take() { # a library by its name, with what it is a link to
  for from in /runtime /jdk; do
    for found in "$from"/usr/lib/*-linux-gnu/"$1"; do
      [ -e "$found" ] || continue
      cd "$from/" && { echo "${found#"$from"/}"; readlink -f "$found" | sed "s|^$from/||"; } | sort -u | xargs -I{} cp -a --parents {} /root
      return
    done
  done
  echo "There is no $1 in the runtime's image, nor in the JDK's" >&2
  [ "$2" = optional ]
}
for library in libc.so.6 $LIBRARIES; do take "$library" needed; done
# And what those need that are there, until nothing new is named. What is nowhere is of no use here: X11, for one.
tried=/tried
: >$tried
while
  find /root -name '*.so*' -type f -exec java $light -cp /tools Needed {} + | grep '^lib' | sort -u >/named
  [ -s /named ] || { echo "No library is named by what Java loads, so nothing would start" >&2; exit 1; }
  comm -13 $tried /named >/new
  [ -s /new ]
do
  while read -r library; do
    [ -n "$(find /root -name "$library")" ] || take "$library" optional
  done </new
  sort -u -o $tried $tried /new
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
  HEALTH_URL=http://127.0.0.1:9/ $short -Xshare:off -XX:DumpLoadedClassList=/loaded -cp /health Health || true
  grep -v -e '^[@#]' -e '^Health' /loaded >/classes
  $short -Xshare:dump -XX:SharedClassListFile=/classes -XX:SharedArchiveFile=$java/lib/server/classes.jsa
  touch --date=@0 $java/lib/server/classes.jsa $java/lib/server
fi
