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
  return {failure: 'unknown', suggestions: nearest(name, forms)};
}

/** The shortest names of the forms with the smallest distance, at most two. */
function nearest(name: string, forms: FormName[]): string[] {
  const distances = forms.map((form) => ({
    form,
    distance: Math.min(distanceOf(name, form.name), distanceOf(name, form.qualifiedName)),
  }));
  const smallest = Math.min(...distances.map(({distance}) => distance));
  return distances
    .filter(({distance}) => distance === smallest)
    .slice(0, 2)
    .map(({form}) => shortestName(form, forms));
}

/** The bare name where it finds this form and no other. */
function shortestName({name, qualifiedName}: FormName, forms: FormName[]): string {
  const fitting = forms.filter((form) => form.name === name || form.qualifiedName === name);
  return fitting.length === 1 ? name : qualifiedName;
}

/** A name that ends in the other, as one with a wrong API before it does, is near it. */
function distanceOf(name: string, candidate: string): number {
  const [a, b] = [stem(name), stem(candidate)];
  return a !== b && (b.endsWith(a) || a.endsWith(b)) ? 1 : editDistance(a, b);
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
