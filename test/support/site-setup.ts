import type {TestProject} from 'vitest/node';
import {buildSite} from './site-build.ts';
import {serveStatic} from './static-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built site, without a slash at the end. */
    siteUrl: string;
  }
}

/** Builds the site once for all tests of it, serves it, and tells them its address: `inject('siteUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serveStatic(buildSite());
  project.provide('siteUrl', server.url);
  return server.close;
}
