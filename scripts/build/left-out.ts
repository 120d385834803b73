// Owns what stays out of the server's bundles: parts of its packages that it never uses, and a copy of one that is made for Node alone.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const PROTOCOL = 'vscode-languageserver-protocol/lib/common/protocol';

/** A feature of vscode-languageserver is a class made of the one before; without it that one stays. */
const withoutFeature = (module: string, feature: string): [string, string] => [
  `vscode-languageserver/lib/common/${module}.js`,
  `exports.${feature} = (Base) => Base;`,
];

/** Modules of vscode-languageserver, and what stands in their place. */
const UNUSED: ReadonlyMap<string, string> = new Map([
  // Requests that make no sense for a rules file, or that this server does not answer.
  withoutFeature('fileOperations', 'FileOperationsFeature'),
  withoutFeature('inlineCompletion', 'InlineCompletionFeature'),
  withoutFeature('inlineValue', 'InlineValueFeature'),
  withoutFeature('linkedEditingRange', 'LinkedEditingRangeFeature'),
  withoutFeature('moniker', 'MonikerFeature'),
  withoutFeature('notebook', 'NotebookSyncFeature'),
  withoutFeature('showDocument', 'ShowDocumentFeature'),
  withoutFeature('textDocumentContent', 'TextDocumentContentFeature'),
  withoutFeature('typeHierarchy', 'TypeHierarchyFeature'),
  ...[
    'colorProvider',
    'fileOperations',
    'implementation',
    'inlineCompletion',
    'inlineValue',
    'linkedEditingRange',
    'moniker',
    'notebook',
    'showDocument',
    'textDocumentContent',
    'typeDefinition',
    'typeHierarchy',
  ].map((name): [string, string] => [`${PROTOCOL}.${name}.js`, '']),
  // Where npm and yarn have their packages.
  ['vscode-languageserver/lib/node/files.js', ''],
]);

/** Puts little or nothing in the place of what nobody uses. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-languageserver(-protocol)?[\\/]lib[\\/].*\.js$/ }, ({ path }) => {
      const inPackage = path.replaceAll('\\', '/').replace(/^.*\/node_modules\//, '');
      const contents = UNUSED.get(inPackage);
      return contents === undefined ? undefined : { contents, loader: 'js' };
    });
  },
};

/** A namespace of vscode-languageserver-types: `export var X; (function (X) { ... })(X || (X = {}));` */
const NAMESPACE = /^(export )?var (\w+);\r?\n\(function \(\2\) \{(\r?\n[\s\S]*?\r?\n)\}\)\(\2 \|\| \(\2 = \{\}\)\);$/gm;

/** Of vscode-languageserver-types nearly all are functions that make and test data, of which a handful are used. */
export const fewTypes: Plugin = {
  name: 'few-types',
  setup(build) {
    // vscode-languageserver hands its own copy of them on; the server takes them from the package itself.
    build.onResolve({ filter: /^vscode-languageserver-types$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: 'vscode-languageserver-types', namespace: 'nothing' } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'nothing' }, () => ({ contents: '', loader: 'js' }));
    // A bundler may leave out a value that nobody names, and does not know what a function does that is called.
    build.onLoad({ filter: /[\\/]vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const pure = '$1var $2 = /* @__PURE__ */ (function ($2) {$3return $2; })({});';
      return { contents: text.replace(NAMESPACE, pure), loader: 'js' };
    });
  },
};

/** Where a fact about a match or target is from is for who reads the vocabulary; no program asks. */
export const noSources: Plugin = {
  name: 'no-sources',
  setup(build) {
    build.onLoad({ filter: /[\\/]vocabulary[\\/](matches|targets)[\\/]\w+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/^ {2}source: '[^'\n]*',$/m, ''), loader: 'ts' };
    });
  },
};

/** What a lint rule finds, in a sentence. */
const FINDS = /^ {2}finds:\s+(['"])(?:\\.|(?!\1).)*\1,$/m;

/** The sentences of the list of lint rules are for the command line, and for who reads the list; no editor asks. */
export const noSentences: Plugin = {
  name: 'no-sentences',
  setup(build) {
    build.onLoad({ filter: /[\\/]lint[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!FINDS.test(text)) return { errors: [{ text: `It says what it finds in another way than ${FINDS}.` }] };
      return { contents: text.replace(FINDS, "  finds: '',"), loader: 'ts' };
    });
  },
};

/** What stands in the place of packages. */
export const otherCopies: Readonly<Record<string, string>> = {
  // Its modules for browsers do for all: of those for Node, which are CommonJS, nothing could be left out.
  yaml: join(import.meta.dirname, '../../node_modules/yaml/browser/index.js'),
};
