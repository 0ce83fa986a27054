import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {apis, excerpt} from './content.ts';

interface Document {
  info: {title: string; summary: string};
  servers: {url: string}[];
  paths: Record<string, Record<string, Operation>>;
  components: {schemas: Record<string, {required: string[]; properties: Record<string, {title: string}>}>};
}

interface Operation {
  operationId: string;
  summary: string;
  requestBody: {content: Record<string, {examples: Record<string, {value: Record<string, string>}>}>};
  responses: Record<
    string,
    {description: string; content?: object; links?: Record<string, {description: string; operationId: string}>}
  >;
}

describe.each(apis)('the card of $title', (card) => {
  const document = readDocument(card.id);

  it('has the title and the summary of the document', () => {
    expect(document.info).toMatchObject({title: card.title, summary: card.summary});
  });

  it.each(card.operations)('names $method $path as the document does', ({method, path, operationId, title, slug}) => {
    expect(document.paths[path]?.[method.toLowerCase()]).toMatchObject({operationId, summary: title});
    expect(slug).toBe(operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });
});

describe('the call shown on the home page', () => {
  const document = readDocument(excerpt.apiId);
  const operation = document.paths[excerpt.path]?.[excerpt.method.toLowerCase()];
  const response = operation?.responses[excerpt.reply.status];

  it('is an operation of the document, at its first server', () => {
    expect(operation?.summary).toBe(excerpt.title);
    expect(document.servers[0]?.url).toBe(excerpt.server);
  });

  it('asks for the version that the document answers with', () => {
    expect(Object.keys(operation?.responses['200']?.content ?? {})).toContain(excerpt.accept);
    expect(Object.keys(operation?.requestBody.content ?? {})).toContain(excerpt.contentType);
  });

  it('is filled in with an example of the document, field by field', () => {
    const value = operation?.requestBody.content[excerpt.contentType]?.examples[excerpt.example]?.value;
    expect(Object.fromEntries(excerpt.fields.map((field) => [field.name, field.value]))).toEqual(value);
    const schema = document.components.schemas['Registration'];
    for (const {name, label, required} of excerpt.fields) {
      expect(schema?.properties[name]?.title).toBe(label);
      expect(schema?.required.includes(name)).toBe(required);
    }
  });

  it('is answered with the words of the document', () => {
    expect(response?.description.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim()).toBe(excerpt.reply.meaning);
    expect(Object.keys(response?.links ?? {})).toEqual(excerpt.reply.links.map(({name}) => name));
    for (const {name, description} of excerpt.reply.links)
      expect(response?.links?.[name]?.description).toBe(description);
  });
});

function readDocument(id: string): Document {
  return parse(readFileSync(new URL(`../../../openapi/${id}.yaml`, import.meta.url), 'utf8'), {
    merge: true,
  }) as Document;
}
