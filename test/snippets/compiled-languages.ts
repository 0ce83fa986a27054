import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Output, Run, Runner} from './run-programs.ts';

/** Languages whose programs are compiled together, for one compiler run for each would take an hour. */
export const compiled: Record<'typescript' | 'go' | 'java' | 'csharp', Runner> = {
  typescript: runTypescript,
  go: runGo,
  java: runJava,
  csharp: runCsharp,
};

/** tsc as it is here, strict, with the types of the documents beside the programs; then Node. */
async function runTypescript(programs: string[], folder: string, execute: Run): Promise<Output> {
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    outDir: 'out',
  };
  write(folder, 'tsconfig.json', JSON.stringify({compilerOptions, include: ['program-*.ts']}));
  write(folder, 'package.json', '{"type": "module"}');
  programs.forEach((program, index) => write(folder, `program-${index}.ts`, program));
  const runner = programs.map((_, index) => `await import('./out/program-${index}.js').catch(console.error);`);
  write(folder, 'run.mjs', runner.join('\n'));
  await execute(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]).catch(showOutput);
  return execute(process.execPath, [join(folder, 'run.mjs')]);
}

async function runGo(programs: string[], folder: string, execute: Run): Promise<Output> {
  const [first = ''] = programs;
  if (programs.length === 1) {
    write(folder, 'request.go', first);
    return execute('go', ['run', 'request.go']);
  }
  const source = join(folder, 'go');
  // Not `program_386.go`: what stands behind the last underscore may be a processor to Go.
  programs.forEach((program, index) => {
    write(source, `program${index}.go`, program.replace('func main() {', `func program${index}() {`));
  });
  write(folder, 'go.mod', 'module snippets\n');
  const calls = programs.map((_, index) => `\tprogram${index}()`);
  write(source, 'main.go', ['package main', '', 'func main() {', ...calls, '}'].join('\n'));
  await execute('go', ['build', '-gcflags=-N -l', '-o', 'program', './go']).catch(showOutput);
  return execute(join(folder, 'program'), []);
}

async function runJava(programs: string[], folder: string, execute: Run): Promise<Output> {
  const [first = ''] = programs;
  if (programs.length === 1) {
    write(folder, 'Request.java', first);
    return execute('java', ['Request.java']);
  }
  const source = join(folder, 'java');
  programs.forEach((program, index) => {
    write(source, `Request${index}.java`, program.replace('class Request {', `class Request${index} {`));
  });
  write(
    source,
    'Main.java',
    [
      'class Main {',
      '    public static void main(String[] args) throws Exception {',
      `        for (int index = 0; index < ${programs.length}; index++) {`,
      '            var main = Class.forName("Request" + index).getDeclaredMethod("main", String[].class);',
      // Each program has a client of its own, whose thread ends when the client is collected.
      '            if (index % 50 == 0) System.gc();',
      '            try { main.invoke(null, (Object) args); }',
      '            catch (Exception error) { System.err.println("program " + index); error.getCause().printStackTrace(); }',
      '        }',
      '    }',
      '}',
    ].join('\n'),
  );
  const files = ['Main', ...programs.map((_, index) => `Request${index}`)].map((name) => join(source, `${name}.java`));
  write(folder, 'sources', files.join('\n'));
  await execute('javac', ['-proc:none', '-nowarn', '-d', join(folder, 'classes'), '@sources']).catch(showOutput);
  return execute('java', ['-XX:TieredStopAtLevel=1', '-cp', join(folder, 'classes'), 'Main']);
}

/** Mono's compiler knows no statements outside of a function: they are put into one. */
async function runCsharp(programs: string[], folder: string, execute: Run): Promise<Output> {
  const source = join(folder, 'csharp');
  programs.forEach((program, index) => {
    const lines = program.split('\n');
    const usings = lines.filter((line) => line.startsWith('using '));
    const statements = lines.filter((line) => !line.startsWith('using '));
    write(
      source,
      `Program${index}.cs`,
      [
        ...usings,
        'using System.Threading.Tasks;',
        `static class Program${index} {`,
        'public static async Task Run() {',
        ...statements,
        '}}',
      ].join('\n'),
    );
  });
  write(
    source,
    'Main.cs',
    [
      'using System;',
      'using System.Threading.Tasks;',
      'static class Program {',
      'static void Main() {',
      `for (var index = 0; index < ${programs.length}; index++) {`,
      'try { ((Task)Type.GetType("Program" + index).GetMethod("Run").Invoke(null, null)).GetAwaiter().GetResult(); }',
      'catch (Exception error) { Console.Error.WriteLine("program " + index + ": " + error); }',
      '}}}',
    ].join('\n'),
  );
  const assembly = join(folder, 'program.exe');
  const compiler = ['-nowarn:0618', '-langversion:latest', '-r:System.Net.Http', `-out:${assembly}`];
  await execute('mcs', [...compiler, join(source, '*.cs')]).catch(showOutput);
  return execute('mono', [assembly]);
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, name), text);
}

/** Compilers tell what is wrong on their output. */
function showOutput(error: unknown): never {
  const {stdout = '', stderr = ''} = error as Partial<Output>;
  throw new Error(`${stdout}\n${stderr}`.trim().slice(0, 4000), {cause: error});
}
