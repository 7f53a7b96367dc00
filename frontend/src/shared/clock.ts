/** Seconds as m:ss, or h:mm:ss from an hour on. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const [h, m, s] = parts as [number, number, number];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
};

const pad = (n: number) => String(n).padStart(2, '0');
