import {createDemoServer, type DemoServer} from '../../scripts/demo-server.ts';
import {validateHttpRequest} from '../../src/form/validate-http-request.ts';
import {loadApi} from '../../src/plugin/load-api.ts';

/** Serves the demo back ends of both APIs over real HTTP on loopback, on a free port. */
export async function startDemoApi(): Promise<DemoServer> {
  const apis = await Promise.all(
    ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
  );
  return createDemoServer({apis, validate: validateHttpRequest});
}
