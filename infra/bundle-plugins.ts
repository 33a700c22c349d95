import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Plugin } from 'esbuild'
import { paths } from '../functions/paths.ts'
import { withoutSentences } from './state-sentences.ts'

/** What a function imports dynamically stays out of its bundle and is found in its folder `lazy`. */
export const lazyImports: Plugin = {
  name: 'lazy imports',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./lazy/${basename(path)}`, external: true } : undefined,
    ),
}

/**
 * What the SDK imports where credentials are not in the environment, in which Lambda always has them, and for streams of events, which
 * nothing here asks for. It is not deployed: four hundred kilobytes in thirty files, which no function can come to.
 */
const NOT_DEPLOYED = /^@(aws-sdk|smithy)\/(credential-provider-.+|core\/event-streams)$/

export const leftOut: Plugin = {
  name: 'left out',
  setup: ({ onResolve }) =>
    onResolve({ filter: NOT_DEPLOYED }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
}

/** Sources of functions are read without what only people read. */
export const stateTables: Plugin = {
  name: 'state tables without sentences',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]functions[/\\].*\.ts$/ }, async ({ path }) => ({
      contents: withoutSentences(await readFile(path, 'utf8')),
      loader: 'ts',
    })),
}

/** What functions/paths.ts works out of all routes is worked out here: a list of texts, in the place of all their schemas. */
export const pathTable: Plugin = {
  name: 'paths worked out',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]functions[/\\]paths\.ts$/ }, () => ({
      contents: `export const paths = ${JSON.stringify(paths)}`,
      loader: 'ts',
    })),
}
