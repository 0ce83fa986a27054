import {readFileSync} from 'node:fs';
import {connect} from 'node:net';
import {join} from 'node:path';

/**
 * Sends an HTTP snippet over a socket to the host that it names, and gives the beginning of the answer. The lines before
 * the body and those around its parts are ended as HTTP wants them, and `< ./name` gives way to the file.
 */
export function sendMessage(message: string, folder: string): Promise<string> {
  const end = message.indexOf('\n\n') + 2;
  const head = message.slice(0, end);
  const [, host = '', port = '80'] = /^Host: (.*):(\d+)$/m.exec(message) ?? [];
  const bytes = Buffer.concat([
    Buffer.from(head.replaceAll('\n', '\r\n')),
    ...bodyPieces(message.slice(end), boundaryOf(head)).map((piece) => withFile(piece, folder)),
  ]);
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(port), host, () => socket.write(bytes));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`No answer to:\n${message.slice(0, 400)}`)));
    socket.setEncoding('utf8').on('data', (data: string) => {
      reply += data;
      // The first piece of the answer shows that the request was read to its end.
      socket.destroy();
    });
    socket.on('close', () => resolve(reply)).on('error', reject);
  });
}

function boundaryOf(head: string): string | undefined {
  const [, quoted, plain] = /^Content-Type: multipart\/.*?; boundary=(?:"([^"]*)"|(\S+))/im.exec(head) ?? [];
  return quoted ?? plain;
}

/** The body as it is, or its parts with the line ends that belong to their frame. */
function bodyPieces(body: string, boundary: string | undefined): string[] {
  if (boundary === undefined) return [body];
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`);
  return parts.flatMap((part, index) => {
    const delimiter = `${index === 0 ? '' : '\r\n'}--${boundary}`;
    if (part.startsWith('--')) return [`${delimiter}--\r\n`];
    const end = part.indexOf('\n\n') + 2;
    return [delimiter + part.slice(0, end).replaceAll('\n', '\r\n'), part.slice(end)];
  });
}

function withFile(piece: string, folder: string): Buffer {
  const [, name] = /^< \.\/([^\n]+)$/.exec(piece) ?? [];
  return name === undefined ? Buffer.from(piece) : readFileSync(join(folder, name));
}
