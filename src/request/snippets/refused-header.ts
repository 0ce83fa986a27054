import type {HttpRequest} from '../http-request.ts';

/** The first header of a request whose name a library keeps to itself, as a reason why it cannot be sent. */
export function refusedHeader({headers}: HttpRequest, library: string, names: RegExp): string | undefined {
  const refused = headers.find(([name]) => names.test(name));
  return refused && `${library} does not let a program set the header ${refused[0]}.`;
}

/** Headers that say how a message is framed (RFC 9112, section 6): every library writes its own. */
export const framingHeaders = /^(content-length|transfer-encoding|trailer)$/i;
