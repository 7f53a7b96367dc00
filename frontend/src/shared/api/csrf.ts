/** The cookie's value, which no other site can read, goes back as a header. In local mode there is no cookie. */
export const CSRF_HEADER = 'X-CSRF-Token';

export function csrfToken(): string | undefined {
  const value = /(?:^|; )(?:__Host-)?csrf=([^;]+)/.exec(document.cookie)?.[1];
  return value && decodeURIComponent(value);
}
