import {describe, expect, it, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../../../test/support/docusaurus/Site.tsx';
import type {ReplyProblem} from '../../../../form/check-reply.ts';
import type {Reply} from '../../../../transport/exchange.ts';
import ReplyBody from './ReplyBody.tsx';

function replyOf(body: string | Uint8Array<ArrayBuffer>, mediaType: string, isText = true): Reply {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    status: 200,
    statusText: 'OK',
    headers: [['content-type', mediaType]],
    url: 'https://api.example.com/',
    redirected: false,
    mediaType,
    bytes,
    text: isText ? new TextDecoder().decode(bytes) : undefined,
    size: bytes.byteLength,
  };
}

function show(reply: Reply, problems: ReplyProblem[] = [], jump?: {name: string}) {
  return render(
    <Site>
      <ReplyBody reply={reply} slug="get-things" problems={problems} jump={jump} />
    </Site>,
  );
}

const json = '{"id":9007199254740993,"price":1.10,"tags":["a","b"],"owner":{"name":"Ada"}}';

describe('JSON', () => {
  it('is a tree with every digit as it came, and indented text', async () => {
    await show(replyOf(json, 'application/json'));
    await expect.element(page.getByRole('treeitem', {name: /^id: 9007199254740993$/})).toBeVisible();
    await expect.element(page.getByRole('treeitem', {name: /^price: 1\.10$/})).toBeVisible();
    await page.getByRole('tab', {name: 'Raw'}).click();
    await expect.element(page.getByRole('region', {name: 'Body'})).toHaveTextContent(/"price": 1\.10,/);
  });

  it('is walked by keyboard', async () => {
    await show(replyOf(json, 'application/json'));
    const tree = page.getByRole('tree', {name: 'Body'});
    await expect.element(tree).toBeVisible();
    tree.element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('treeitem', {selected: true})).toHaveTextContent(/tags: \[\] 2 items/);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByRole('treeitem', {name: /tags: \[\]/})).toHaveAttribute('aria-expanded', 'false');
    expect(page.getByRole('treeitem', {name: '0: "a"'}).elements()).toHaveLength(0);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect.element(page.getByText('/tags/1', {exact: true})).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    await expect.element(page.getByText('(the whole body)')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByText('/owner/name', {exact: true})).toBeVisible();
  });

  it('is searched, onwards and back, and opens what is closed', async () => {
    const deep = JSON.stringify(
      Array.from({length: 300}, (_, n) => ({n, inner: {word: n % 100 === 7 ? 'Needle' : 'hay'}})),
    );
    await show(replyOf(deep, 'application/json'));
    await page.getByRole('searchbox', {name: 'Search in the body'}).fill('needle');
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.element(page.getByText('/7/inner/word', {exact: true})).toBeVisible();
    await page.getByRole('button', {name: 'Next match'}).click();
    await expect.element(page.getByText('/107/inner/word', {exact: true})).toBeVisible();
    await expect.element(page.getByRole('treeitem', {selected: true})).toBeVisible();
    await page.getByRole('button', {name: 'Previous match'}).click();
    await page.getByRole('button', {name: 'Previous match'}).click();
    await expect.element(page.getByText('/207/inner/word', {exact: true})).toBeVisible();
  });

  it('has its problems marked where they are, in both views, and goes there', async () => {
    const problem = {name: 'owner.name', keyword: 'type', message: 'It must be a number.', isInBody: true};
    const view = await show(replyOf(json, 'application/json'), [problem]);
    await expect.element(page.getByRole('treeitem', {name: /name: "Ada" ?It must be a number\./})).toBeVisible();
    await page.getByRole('tab', {name: 'Raw'}).click();
    await expect.element(page.getByText('It must be a number.')).toBeVisible();
    await page.getByRole('tab', {name: 'Tree'}).click();
    await view.rerender(
      <Site>
        <ReplyBody
          reply={replyOf(json, 'application/json')}
          slug="x"
          problems={[problem]}
          jump={{name: 'owner.name'}}
        />
      </Site>,
    );
    await expect.element(page.getByRole('tree')).toHaveFocus();
    await expect.element(page.getByRole('treeitem', {selected: true})).toHaveTextContent(/Ada/);
  });

  it('says where it is none, and shows the text', async () => {
    await show(replyOf('{"a": tru', 'application/json'));
    await expect.element(page.getByText(/line 1, column 7/)).toBeVisible();
    await expect.element(page.getByRole('region', {name: 'Body'})).toHaveTextContent('{"a": tru');
  });

  it('of 20 MB is a tree and text, and is searched; of its rows only those in sight are in the page', async () => {
    const rows = Array.from({length: 100_000}, (_, id) => ({
      id,
      name: `Name ${id}`,
      text: 'x'.repeat(150),
      tags: [1, 2.5, null],
    }));
    const text = JSON.stringify({rows});
    expect(text.length).toBeGreaterThan(20_000_000);
    const reply = replyOf(text, 'application/json');
    rows.length = 0;
    await show(reply);
    await expect.element(page.getByRole('tree', {name: 'Body'}), {timeout: 12_000}).toBeVisible();
    await page.getByRole('searchbox').fill('Name 99999');
    await expect.element(page.getByText('/rows/99999/name', {exact: true}), {timeout: 5_000}).toBeVisible();
    await page.getByRole('tab', {name: 'Raw'}).click();
    await expect.element(page.getByText('"name": "Name 99999",')).toBeVisible();
    expect(document.querySelectorAll('[role="region"][aria-label="Body"] *').length).toBeLessThan(1_000);
  }, 30_000);
});

describe('other bodies', () => {
  it('shows an image as such', async () => {
    const canvas = new OffscreenCanvas(3, 2);
    canvas.getContext('2d')?.fillRect(0, 0, 3, 2);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    await show(replyOf(bytes, 'image/png', false));
    await expect.element(page.getByText('3 × 2 pixels')).toBeVisible();
    await expect.element(page.getByRole('img')).toHaveAttribute('src', expect.stringMatching(/^blob:/));
  });

  it('shows SVG as an image that runs nothing, and its source', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="4"><script>parent.ran = 1; top.ran = 1</script></svg>';
    await show(replyOf(svg, 'image/svg+xml'));
    await expect.element(page.getByText('5 × 4 pixels')).toBeVisible();
    await expect.element(page.getByRole('region', {name: 'Body'})).toHaveTextContent(/<script>parent\.ran/);
    expect('ran' in window || 'ran' in (window.top ?? {})).toBe(false);
  });

  it('shows HTML as text, and on demand without its scripts', async () => {
    await show(replyOf('<h1>Hi</h1><script>parent.ran = 1</script><img src="https://example.invalid/x">', 'text/html'));
    await expect.element(page.getByRole('region', {name: 'Body'})).toHaveTextContent(/<h1>Hi/);
    await page.getByText('Preview without scripts').click();
    const frame = page.getByTitle('Preview of the body of the reply');
    await expect.element(frame).toHaveAttribute('sandbox', '');
    await expect.element(frame).toHaveAttribute('srcdoc', expect.stringContaining("default-src 'none'"));
    expect('ran' in window).toBe(false);
  });

  it('shows bytes in hexadecimal', async () => {
    await show(
      replyOf(
        Uint8Array.from({length: 40}, (_, n) => n + 40),
        'application/zip',
        false,
      ),
    );
    await expect.element(page.getByRole('region', {name: 'Body'})).toHaveTextContent(/00000010 38 39 3a/);
    await expect.element(page.getByRole('region', {name: 'Body'})).toHaveTextContent(/\(\)\*\+,-/);
  });

  it('lists events, each to open', async () => {
    await show(replyOf('event: tick\ndata: {"a":1.0}\n\ndata: two\n\n', 'text/event-stream'));
    await expect.element(page.getByText('2 events')).toBeVisible();
    await page.getByText('{"a":1.0}').click();
    await expect.element(page.getByRole('treeitem', {name: 'a: 1.0'})).toBeVisible();
  });

  it('saves under the name of the operation', async () => {
    await show(replyOf(json, 'application/vnd.example+json'));
    // The link of a download is on no page: its click is caught.
    let name = '';
    const dispatch = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
      name = this.getAttribute('download') ?? '';
    });
    await page.getByRole('button', {name: 'Download'}).click();
    dispatch.mockRestore();
    expect(name).toBe('get-things.json');
  });
});

describe('a body to hear, to watch or to read', () => {
  const shown = page.getByLabelText('The body of the reply');

  it('is a sound to play', async () => {
    await show(replyOf(sound(), 'audio/wav', false));
    await expect.element(shown).toHaveAttribute('controls');
    const audio = shown.element() as HTMLAudioElement;
    await expect.poll(() => audio.duration).toBeCloseTo(0.1);
    expect(audio.paused).toBe(true);
  });

  it('is a film to play', async () => {
    // Sound alone in a film's file is a film all the same.
    await show(replyOf(sound(), 'video/wav', false));
    await expect.element(shown).toHaveAttribute('controls');
    expect((shown.element() as HTMLVideoElement).paused).toBe(true);
  });

  it.each(['image/png', 'audio/mpeg', 'video/mp4'])(
    'says so when it is not the %s that it is said to be',
    async (type) => {
      await show(replyOf(Uint8Array.of(1, 2, 3), type, false));
      await expect
        .element(page.getByText(`The browser cannot show this body as ${type}. It can be downloaded.`))
        .toBeVisible();
    },
  );

  it('is a PDF in a frame, or a word on why it is not', async () => {
    await show(replyOf('%PDF-1.1\n%%EOF', 'application/pdf', false));
    await (navigator.pdfViewerEnabled
      ? expect.element(page.getByTitle('The body of the reply')).toBeVisible()
      : expect.element(page.getByText('This browser shows no PDF in a page. It can be downloaded.')).toBeVisible());
  });
});

/** A tenth of a second of silence (RIFF WAVE). */
function sound(): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(44 + 800));
  const write = (at: number, text: string) => {
    for (let n = 0; n < text.length; n++) view.setUint8(at + n, text.charCodeAt(n));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + 800, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, 800, true);
  for (let at = 44; at < 844; at++) view.setUint8(at, 128);
  return new Uint8Array(view.buffer);
}
