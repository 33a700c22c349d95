import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { type Bundles, bundle, type Weight } from '../../infra/bundle.ts'

/** SDK clients with one command each: the least that a function which needs that client must load. */
const clients: Record<string, { client: string; command: string }> = {
  dynamodb: { client: 'DynamoDBClient', command: 'GetItemCommand' },
  kms: { client: 'KMSClient', command: 'DecryptCommand' },
  'secrets-manager': { client: 'SecretsManagerClient', command: 'GetSecretValueCommand' },
  sqs: { client: 'SQSClient', command: 'SendMessageCommand' },
}

/** The name of the set of a function that calls nothing of AWS, such as the one that serves the pages. */
export const NONE = 'none'

/** The SDK clients in a bundle, as one name: `dynamodb+kms`. */
export const clientsOf = ({ sources }: Weight): string => {
  const found = sources.flatMap((source) => /node_modules\/@aws-sdk\/client-([\w-]+)\//.exec(source)?.[1] ?? [])
  return [...new Set(found)].toSorted().join('+') || NONE
}

const sourceOf = (set: string): string => {
  const names = set === NONE ? [] : set.split('+')
  const parts = names.map((name) => {
    const part = clients[name]
    if (!part) throw new Error(`test/bench/bare.ts knows no client ${name}`)
    const { client, command } = part
    return {
      load: `import { ${client}, ${command} } from '@aws-sdk/client-${name}'\nconst ${client}_ = new ${client}({})`,
      send: `${client}_.send(new ${command}(event.${client}))`,
    }
  })
  const sends = parts.map(({ send }) => send).join(', ')
  return `${parts.map(({ load }) => load).join('\n')}\nexport const handler = (event) => Promise.all([${sends}])\n`
}

type Outputs = Metafile['outputs']

/** Bytes of an output and of everything it imports statically. */
const staticBytes = (outputs: Outputs, entry: string, seen = new Set<string>()): number => {
  const output = outputs[entry]
  if (!output || seen.has(entry)) return 0
  seen.add(entry)
  const imports = output.imports.filter(({ kind }) => kind === 'import-statement')
  return output.bytes + imports.reduce((sum, { path }) => sum + staticBytes(outputs, path, seen), 0)
}

/** As anybody would bundle it with esbuild: the SDK's ES modules, minified, split at dynamic imports. */
const ordinary = async (set: string, entry: string, folder: string): Promise<Bare> => {
  const { metafile } = await build({
    entryPoints: { index: entry },
    outdir: join(folder, 'ordinary', set),
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.mjs' },
    minify: true,
    splitting: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  })
  const index = `ordinary/${set}/index.mjs`
  return { file: join(folder, index), staticBytes: staticBytes(metafile.outputs, index) }
}

export type Bare = { file: string; staticBytes: number }

/** A bare bundle by both ways of bundling. */
export type BareBundle = { ours: Bare; ordinary: Bare }

const oursOf = (bundles: Bundles, set: string): Bare => {
  const made = bundles.get(set)
  if (!made) throw new Error(`${set} was not bundled`)
  return { file: join(made.folder, 'index.mjs'), staticBytes: made.staticBytes }
}

/** Bare bundles for sets of clients, built below `folder`, from which the SDK must be found. */
export const bareBundles = async (
  sets: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, BareBundle>> => {
  const entries = Object.fromEntries(sets.map((set) => [set, join(folder, `${set}.ts`)]))
  for (const [set, file] of Object.entries(entries)) await writeFile(file, sourceOf(set))
  const bundles = await bundle(entries, join(folder, 'ours'))
  const made = Object.entries(entries).map(
    async ([set, file]): Promise<[string, BareBundle]> => [
      set,
      { ours: oursOf(bundles, set), ordinary: await ordinary(set, file, folder) },
    ],
  )
  return new Map(await Promise.all(made))
}
