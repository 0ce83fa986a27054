import type {FormName} from './form-names.ts';

export interface FormFailure {
  failure: 'unknown' | 'ambiguous';
  /** Names that would be found. */
  suggestions: string[];
}

/**
 * The form that a name in a guide stands for: its bare name where that is unique over all APIs, or its name with the API
 * before it. Otherwise why not, and what to write instead.
 */
export function findForm(name: string, forms: FormName[]): {form: FormName} | FormFailure {
  const fitting = forms.filter((form) => form.name === name || form.qualifiedName === name);
  const [form] = fitting;
  if (form !== undefined && fitting.length === 1) return {form};
  if (fitting.length > 1) return {failure: 'ambiguous', suggestions: fitting.map(({qualifiedName}) => qualifiedName)};
  return {failure: 'unknown', suggestions: nearest(name, writableNames(forms))};
}

/** For each form the shortest name that finds it. */
function writableNames(forms: FormName[]): string[] {
  return forms.map(({name, qualifiedName}) => {
    const isUnique = forms.filter((form) => form.name === name || form.qualifiedName === name).length === 1;
    return isUnique ? name : qualifiedName;
  });
}

/** The names with the smallest distance, at most two. A name that holds the other one whole is near it. */
function nearest(name: string, names: string[]): string[] {
  const distances = names.map((candidate) => ({candidate, distance: distanceOf(name, candidate)}));
  const smallest = Math.min(...distances.map(({distance}) => distance));
  return distances
    .filter(({distance}) => distance === smallest)
    .slice(0, 2)
    .map(({candidate}) => candidate);
}

function distanceOf(name: string, candidate: string): number {
  const [a, b] = [stem(name), stem(candidate)];
  return b.endsWith(a) && a !== '' ? 1 : editDistance(a, b);
}

function stem(name: string): string {
  return name.replace(/Form$/, '').toLowerCase();
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
