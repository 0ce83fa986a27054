import type {Operation, Response} from './operation.ts';

/** How the demo of an operation behaves instead of as its API would. */
export type Simulation =
  | {kind: 'response'; status: string; mediaType?: string; example?: string}
  | {kind: 'slow'}
  | {kind: 'offline'}
  | {kind: 'dropped'}
  | {kind: 'malformed'};

/** A simulation that a reader can choose. */
export interface SimulationChoice {
  /** The same for the same simulation, in every build. */
  id: string;
  /** What is simulated, short: `409`, `a slow network`. */
  label: string;
  /** What tells it from others of the same label: the summary of an example, a media type. */
  detail?: string;
  simulation: Simulation;
}

/** Every documented response of an operation, one for each of its examples, in the order of the document. */
export function documentedChoices({responses}: Pick<Operation, 'responses'>): SimulationChoice[] {
  return responses.filter(isSimulable).flatMap((response) => {
    const {status, content} = response;
    const choices = content.flatMap(({mediaType, examples}) => {
      const type = content.length > 1 ? [mediaType] : [];
      if (examples.length === 0) return [choice(status, type.join(''), {mediaType})];
      return examples.map(({name, summary, generated}) => {
        const words = examples.length > 1 || generated !== true ? [summary ?? name] : [];
        return choice(status, [...words, ...type].join(', '), {mediaType, example: name});
      });
    });
    return choices.length > 0 ? choices : [choice(status, '', {})];
  });
}

/** What can go wrong on the way, whatever the document says. */
export const networkChoices: readonly SimulationChoice[] = [
  {id: 'slow', label: 'a slow network', simulation: {kind: 'slow'}},
  {id: 'offline', label: 'offline', simulation: {kind: 'offline'}},
  {id: 'dropped', label: 'a dropped connection', simulation: {kind: 'dropped'}},
  {id: 'malformed', label: 'a malformed reply', simulation: {kind: 'malformed'}},
];

/**
 * The status that stands for a key of `responses`: itself, or, for `4XX` and `default`, the first that no other key
 * takes (OpenAPI 3.1, Responses Object: the most exact key counts).
 */
export function concreteStatus(key: string, responses: readonly Pick<Response, 'status'>[]): number {
  const keys = responses.map(({status}) => status.toUpperCase());
  const isFree = (status: number): boolean => !keys.includes(String(status));
  const exact = Number(key);
  if (Number.isInteger(exact)) return exact;
  if (key.toLowerCase() === 'default') {
    const free = [500, 400, 200, 300].find(
      (status) => isFree(status) && !keys.includes(`${String(status).charAt(0)}XX`),
    );
    return free ?? 500;
  }
  const first = Number(key.charAt(0)) * 100;
  return Array.from({length: 100}, (_, index) => first + index).find(isFree) ?? first;
}

/** A browser makes no reply of a status below 200 (Fetch Standard, `new Response()`). */
function isSimulable({status}: Response): boolean {
  return !status.startsWith('1');
}

function choice(status: string, detail: string, rest: {mediaType?: string; example?: string}): SimulationChoice {
  return {
    id: ['response', status, rest.mediaType ?? '', rest.example ?? ''].join(' '),
    label: status,
    ...(detail !== '' && {detail}),
    simulation: {kind: 'response', status, ...rest},
  };
}
