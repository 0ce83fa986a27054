import {resolve} from 'node:path';
import ts from 'typescript';
import type {GuideExample} from './guide-blocks.ts';

/**
 * Compiles the TypeScript examples of a guide together, each as the file that its title names, so that they may import
 * one another and what the project has. Gives the compiler's complaints, with the place in the guide.
 */
export function compileExamples(examples: GuideExample[], configFile = 'tsconfig.json'): string[] {
  const files = new Map(examples.map((example, index) => [fileName(example, index), example]));
  const {options} = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configFile, ts.sys.readFile.bind(ts.sys)).config,
    ts.sys,
    process.cwd(),
  );
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.code ?? readFile(name);
  const program = ts.createProgram({rootNames: [...files.keys()], options, host});
  return [...files].flatMap(([name, {guide, line}]) => {
    const source = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      const at = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
      return `docs/${guide}:${line + 1 + at}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`;
    });
  });
}

function fileName({title, language, guide}: GuideExample, index: number): string {
  return resolve(title ?? `docs/${guide}-${index}.${language}`);
}
