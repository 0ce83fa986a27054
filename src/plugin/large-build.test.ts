import {describe, expect, it} from 'vitest';
import {easeLargeBuild} from './large-build.ts';

describe('easeLargeBuild', () => {
  it('leaves the build of a usual site as it is', () => {
    const environment = {};
    easeLargeBuild(499, environment);
    expect(environment).toEqual({});
  });

  it('spares a large one what takes long there', () => {
    const environment = {};
    easeLargeBuild(500, environment);
    expect(environment).toEqual({SKIP_HTML_MINIFICATION: 'true', DOCUSAURUS_NO_PERSISTENT_CACHE: 'true'});
  });

  it('keeps what somebody has set', () => {
    const environment = {SKIP_HTML_MINIFICATION: 'false', DOCUSAURUS_NO_PERSISTENT_CACHE: ''};
    easeLargeBuild(5000, environment);
    expect(environment).toEqual({SKIP_HTML_MINIFICATION: 'false', DOCUSAURUS_NO_PERSISTENT_CACHE: ''});
  });
});
