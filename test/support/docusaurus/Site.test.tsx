import Link from '@docusaurus/Link';
import CodeBlock from '@theme/CodeBlock';
import TabItem from '@theme/TabItem';
import Tabs from '@theme/Tabs';
import {describe, expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import Site from './Site.tsx';

describe('Site', () => {
  it("lets Docusaurus' own tabs, code blocks and links work in a component test", async () => {
    const screen = await render(
      <Site>
        <Tabs>
          <TabItem value="json" label="JSON">
            <CodeBlock language="json">{'{"a": 1}'}</CodeBlock>
          </TabItem>
          <TabItem value="link" label="Link">
            <Link to="/elsewhere">Elsewhere</Link>
          </TabItem>
        </Tabs>
      </Site>,
    );

    await expect.element(screen.getByRole('tab', {name: 'JSON'})).toHaveAttribute('aria-selected', 'true');
    await expect.element(screen.getByText('"a"')).toBeVisible();

    await screen.getByRole('tab', {name: 'Link'}).click();
    await expect.element(screen.getByRole('link', {name: 'Elsewhere'})).toBeVisible();
  });
});
