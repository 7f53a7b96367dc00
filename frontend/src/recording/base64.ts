/** Base64url without padding, as JOSE writes keys, in the alphabet that atob reads. */
export function base64(url: string): string {
  return url.replace(/-/g, '+').replace(/_/g, '/').padEnd(Math.ceil(url.length / 4) * 4, '=');
}
