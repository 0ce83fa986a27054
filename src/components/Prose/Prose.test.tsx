import axe from 'axe-core';
import {expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../test/support/docusaurus/Site.tsx';
import Prose from './Prose.tsx';

/** As the plugin writes it (`src/plugin/prose/rehype-scrollable-tables.ts`). */
const table = `<div class="api-scroll" role="group" tabindex="0" aria-label="Table: Field, Kind, First value, Last value">
<table>
<thead><tr><th>Field</th><th>Kind</th><th>First value</th><th>Last value</th></tr></thead>
<tbody><tr>
<td><code>access_token_lifetime</code></td><td><code>integer</code></td>
<td><code>minimum_value</code></td><td><code>maximum_value</code></td>
</tr></tbody>
</table></div>`;

it('lets a wide table scroll on a phone, word by word, and by keyboard', async () => {
  await page.viewport(360, 740);
  const screen = await render(
    <Site>
      <Prose html={table.repeat(2)} />
    </Site>,
  );
  const [box] = screen.getByRole('group', {name: 'Table: Field, Kind, First value, Last value'}).elements();
  expect(box?.scrollWidth).toBeGreaterThan(box?.clientWidth ?? 0);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  const code = screen.getByText('maximum_value').first().element();
  expect(code.getClientRects()).toHaveLength(1);
  if (box instanceof HTMLElement) box.focus();
  expect(document.activeElement).toBe(box);
  const {violations} = await axe.run(screen.container, {rules: {region: {enabled: false}}});
  expect(violations.map(({id}) => id)).toEqual([]);
});
