/**
 * User name and password as HTTP basic joins them (RFC 7617, section 2); empty when both are. A user name has no colon:
 * what follows one is taken for the password, as in a pasted `user:password`.
 */
export function joinBasic(user: string, password: string): string {
  const colon = user.indexOf(':');
  if (colon === -1) return user === '' && password === '' ? '' : `${user}:${password}`;
  const rest = user.slice(colon + 1);
  return `${user.slice(0, colon)}:${rest === '' ? password : rest}`;
}

/** The two halves of a joined credential. */
export function splitBasic(joined: string): {user: string; password: string} {
  const colon = joined.indexOf(':');
  return colon === -1
    ? {user: joined, password: ''}
    : {user: joined.slice(0, colon), password: joined.slice(colon + 1)};
}
