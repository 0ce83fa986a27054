import {validateHttpRequest} from '../../../../form/validate-http-request.ts';
import type {Operation} from '../../../../model/operation.ts';
import {showDemoInPanel} from '../../../../transport/demo.ts';

/** Lets the network panel show the calls of the demo to the servers of an operation. */
export function showInPanel(operation: Operation): Promise<void> {
  return showDemoInPanel({apiId: operation.apiId, operation, validate: validateHttpRequest});
}
