import {dirname} from 'node:path';
import type {Root} from 'mdast';
import type {MdxjsEsm} from 'mdast-util-mdx';
import type {VFile} from 'vfile';
import {isOtherVersion} from './api-versions.ts';
import {findForm, type FormFailure} from './find-form.ts';
import type {FormName} from './form-names.ts';
import {createReadFormNames} from './read-form-names.ts';
import {declaredNames, usedComponents} from './mdx-names.ts';
import {resolveOptions, type PluginOptions} from './options.ts';
import {findSiteDir} from './site-dir.ts';

/**
 * Remark plugin for guides: `<RegisterForm />` stands for the generated form of that operation, without an import. A
 * component whose name ends in `Form` and that the guide neither imports nor declares itself is looked up among the
 * operations of all APIs; what is not found there stops the build, with the place in the guide and the nearest name.
 *
 * It reads the documents, not what was generated from them, and so works before anything is.
 */
export function remarkOperationForms(options: PluginOptions) {
  const readFormNames = createReadFormNames(resolveOptions(options).apis.filter((api) => !isOtherVersion(api)));
  return async (tree: Root, file: VFile): Promise<void> => {
    const declared = declaredNames(tree);
    const used = usedComponents(tree).filter(({name}) => /.Form$/.test(name) && !declared.has(name));
    if (used.length === 0) return;
    const forms = await readFormNames(findSiteDir(dirname(file.path)));
    const imports = new Map<string, FormName>();
    for (const {name, place} of used) {
      const found = findForm(name, forms);
      if ('failure' in found) file.fail(describeFailure(name, found), {place, source: 'live-api-docs'});
      imports.set(name, found.form);
    }
    tree.children.unshift(...[...imports].map(([name, form]) => importOf(name, form)));
  };
}

function describeFailure(name: string, {failure, suggestions}: FormFailure): string {
  const names = suggestions.map((suggestion) => `<${suggestion}>`).join(' or ');
  if (failure === 'ambiguous') return `<${name}> stands for several operations. Write ${names}.`;
  const hint = names === '' ? 'No API has an operation.' : `Did you mean ${names}?`;
  return `There is no operation for <${name}>. ${hint} A form of your own must be imported in this file.`;
}

/** `import {RegisterForm as DoordeckRegisterForm} from '@site/src/generated/doordeck/register-form.tsx';` */
function importOf(local: string, {apiId, slug, name}: FormName): MdxjsEsm {
  const source = `@site/src/generated/${apiId}/${slug}-form.tsx`;
  return {
    type: 'mdxjsEsm',
    value: `import {${name} as ${local}} from ${JSON.stringify(source)};`,
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'ImportDeclaration',
            attributes: [],
            specifiers: [
              {
                type: 'ImportSpecifier',
                imported: {type: 'Identifier', name},
                local: {type: 'Identifier', name: local},
              },
            ],
            source: {type: 'Literal', value: source, raw: JSON.stringify(source)},
          },
        ],
      },
    },
  };
}
