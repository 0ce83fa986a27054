import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import ts from 'typescript';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {VFileMessage} from 'vfile-message';
import type {PluginOptions} from '../../src/plugin/options.ts';
import {remarkOperationForms} from '../../src/plugin/remark-operation-forms.ts';
import {toTypeScript, type GuideModule} from './to-typescript.ts';

export interface Guide {
  /** Absolute, below the site's folder. */
  path: string;
  source: string;
}

/** One mistake in a guide. */
export interface GuideProblem {
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
}

/**
 * Checks the code in guides as the compiler checks a component: the props of elements against their types, imports,
 * exports and expressions. Gives all mistakes, in the order of the guides.
 *
 * @param configFile a tsconfig.json whose options hold for the guides
 */
export async function checkGuides(
  guides: Guide[],
  options: PluginOptions,
  configFile: string,
): Promise<GuideProblem[]> {
  const problems: GuideProblem[] = [];
  const modules = new Map<string, GuideModule>();
  for (const guide of guides) {
    try {
      modules.set(moduleName(guide.path), await toModule(guide, options));
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      problems.push({path: guide.path, line: error.line ?? 1, column: error.column ?? 1, message: error.reason});
    }
  }
  return [...problems, ...typeProblems(modules, configFile)];
}

async function toModule({path, source}: Guide, options: PluginOptions): Promise<GuideModule> {
  const text = blankFrontMatter(source);
  const file = new VFile({path, value: text});
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkMdx);
  const tree = parser.parse(file);
  await remarkOperationForms(options)(tree, file);
  return toTypeScript(tree, text);
}

/** Its lines stay, so that all others keep their numbers. */
function blankFrontMatter(source: string): string {
  return source.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ''));
}

function moduleName(path: string): string {
  return `${path}.types.tsx`;
}

function typeProblems(modules: ReadonlyMap<string, GuideModule>, configFile: string): GuideProblem[] {
  const {options} = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configFile, ts.sys.readFile.bind(ts.sys)).config,
    ts.sys,
    configFile.replace(/[\\/][^\\/]*$/, ''),
  );
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  host.fileExists = (name) => modules.has(name) || fileExists(name);
  host.readFile = (name) => modules.get(name)?.code ?? readFile(name);
  const program = ts.createProgram({rootNames: [...modules.keys()], options, host});
  return [...modules].flatMap(([name, module]) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map((diagnostic) => toProblem(diagnostic, name, module));
  });
}

function toProblem(
  {file, start = 0, code, messageText}: ts.Diagnostic,
  name: string,
  module: GuideModule,
): GuideProblem {
  const {line, character} = file?.getLineAndCharacterOfPosition(start) ?? {line: 0, character: 0};
  return {
    path: name.replace(/\.types\.tsx$/, ''),
    line: module.lineOf(line + 1),
    column: character + 1,
    message: `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n  ')}`,
  };
}
