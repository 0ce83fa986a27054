import type {SimulationChoice} from '../model/simulation.ts';

/** What the reader has chosen to see, by key of the operation. Lives as long as the page. */
const choices = new Map<string, SimulationChoice>();
const listeners = new Set<() => void>();

/** What the demo simulates for an operation; undefined when it answers as its API would. */
export function chosenSimulation(operationKey: string): SimulationChoice | undefined {
  return choices.get(operationKey);
}

/** Simulates from the next request on; undefined ends it. Tells every form. */
export function chooseSimulation(operationKey: string, choice: SimulationChoice | undefined): void {
  if (choice === undefined) choices.delete(operationKey);
  else choices.set(operationKey, choice);
  for (const listener of [...listeners]) listener();
}

/** Calls back after each choice; gives the function that ends it. */
export function subscribeSimulation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
