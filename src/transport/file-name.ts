/**
 * The name under which a body is saved: what `Content-Disposition` says (RFC 6266; `filename*` of RFC 8187 goes first),
 * without folders and signs that a file system might take for more; else the slug with the extension of the media type.
 */
export function fileName(disposition: string | undefined, mediaType: string | undefined, slug: string): string {
  const given = disposition === undefined ? undefined : (extendedName(disposition) ?? plainName(disposition));
  const safe = given
    ?.split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\0-\x1f\x7f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, '_') // eslint-disable-line no-control-regex -- control signs are what it is about
    .replace(/^\.+/, '')
    .trim();
  return safe === undefined || safe === '' ? `${slug}.${extensionOf(mediaType)}` : safe;
}

/** RFC 8187, section 3.2: charset, language and percent-encoded text between apostrophes. */
function extendedName(disposition: string): string | undefined {
  const [, charset = '', text = ''] = /;\s*filename\*\s*=\s*([\w-]+)'[^']*'([^\s;]+)/i.exec(disposition) ?? [];
  try {
    if (/^utf-8$/i.test(charset)) return decodeURIComponent(text);
    if (/^iso-8859-1$/i.test(charset)) return text.replaceAll(/%([0-9A-F]{2})/gi, (_, hex: string) => latin(hex));
  } catch {
    // Text that is not what it says it is: the plain name counts.
  }
  return undefined;
}

function latin(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function plainName(disposition: string): string | undefined {
  const [, quoted, token] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(disposition) ?? [];
  return quoted?.replaceAll(/\\(.)/g, '$1') ?? token;
}

const extensions: Record<string, string> = {
  'text/plain': 'txt',
  'text/javascript': 'js',
  'text/markdown': 'md',
  'text/event-stream': 'txt',
  'text/calendar': 'ics',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/vnd.microsoft.icon': 'ico',
  'image/x-icon': 'ico',
  'audio/mpeg': 'mp3',
  'audio/x-wav': 'wav',
  'video/quicktime': 'mov',
  'application/octet-stream': 'bin',
  'application/gzip': 'gz',
  'application/x-ndjson': 'ndjson',
  'application/x-tar': 'tar',
  'application/x-yaml': 'yaml',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

function extensionOf(mediaType: string | undefined): string {
  if (mediaType === undefined) return 'bin';
  const known = extensions[mediaType];
  if (known !== undefined) return known;
  const [, suffix = mediaType.split('/').at(-1) ?? ''] = /\+(\w+)$/.exec(mediaType) ?? [];
  return /^[a-z0-9]{1,8}$/.test(suffix) ? suffix : 'bin';
}
