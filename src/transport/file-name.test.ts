import {describe, expect, it} from 'vitest';
import {fileName} from './file-name.ts';

describe('fileName', () => {
  it.each([
    ['attachment; filename="report 1.pdf"', 'report 1.pdf'],
    ['attachment; filename=plain.txt; size=3', 'plain.txt'],
    [String.raw`inline; FileName="a\"b.txt"`, 'a_b.txt'],
    [`attachment; filename="euro.txt"; filename*=UTF-8''%e2%82%ac%20rates.txt`, '€ rates.txt'],
    [`attachment; filename*=iso-8859-1'en'%A3%20rates.txt`, '£ rates.txt'],
    [`attachment; filename="kept.txt"; filename*=UTF-8''%ff`, 'kept.txt'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    [String.raw`attachment; filename="C:\\dir\\file.exe"`, 'file.exe'],
    ['attachment; filename=".bashrc"', 'bashrc'],
    ['attachment; filename="invoice\u202efdp.exe"', 'invoice_fdp.exe'],
    ['attachment', 'get-report.pdf'],
    ['attachment; filename=""', 'get-report.pdf'],
  ])('reads %j', (disposition, name) => {
    expect(fileName(disposition, 'application/pdf', 'get-report')).toBe(name);
  });

  it.each([
    ['application/vnd.example.v3+json', 'json'],
    ['image/jpeg', 'jpg'],
    ['image/svg+xml', 'svg'],
    ['application/x-ndjson', 'ndjson'],
    ['application/vnd.unheard-of', 'bin'],
    [undefined, 'bin'],
  ])('makes an extension for %s', (mediaType, extension) => {
    expect(fileName(undefined, mediaType, 'export')).toBe(`export.${extension}`);
  });
});
