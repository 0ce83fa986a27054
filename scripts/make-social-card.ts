import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright';
import {ensureBrowser, launchFlags} from './ensure-browser.ts';

/** Draws `static/img/social-card.png`, the picture of link previews, from `social-card.html`. Run it after a change there. */
async function makeSocialCard(): Promise<void> {
  const browser = await chromium.launch({executablePath: ensureBrowser(), args: launchFlags});
  try {
    const page = await browser.newPage({viewport: {width: 1200, height: 630}});
    await page.goto(pathToFileURL(join(__dirname, 'social-card.html')).href);
    await page.screenshot({path: join(__dirname, '../static/img/social-card.png')});
  } finally {
    await browser.close();
  }
}

void makeSocialCard();
