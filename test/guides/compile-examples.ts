import {resolve} from 'node:path';
import ts from 'typescript';
import type {GuideExample} from './guide-blocks.ts';

/**
 * Compiles the TypeScript examples of a guide together, each as the file that its title names, so that they may import
 * one another and what the project has. Gives the compiler's complaints, with the place in the guide.
 *
 * @param folder the project, as the guide has changed it
 * @param changed files of it that the guide has changed, compiled as well
 */
export function compileExamples(examples: GuideExample[], folder: string, changed: string[] = []): string[] {
  const files = new Map(examples.map((example, index) => [resolve(folder, fileName(example, index)), example]));
  const {options} = ts.parseJsonConfigFileContent(
    ts.readConfigFile(resolve(folder, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)).config,
    ts.sys,
    folder,
  );
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.code ?? readFile(name);
  host.getCurrentDirectory = () => folder;
  const names = [...new Set([...files.keys(), ...changed.map((path) => resolve(folder, path))])];
  const program = ts.createProgram({rootNames: names, options, host});
  return names.flatMap((name) => {
    const source = program.getSourceFile(name);
    const example = files.get(name);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      const line = (source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0) + 1;
      const place = example === undefined ? `${name}:${line}` : `docs/${example.guide}:${example.line + line}`;
      return `${place}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`;
    });
  });
}

function fileName({title, language, guide}: GuideExample, index: number): string {
  return title ?? `docs/${guide}-${index}.${language}`;
}
