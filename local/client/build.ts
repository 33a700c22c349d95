import { execFile } from 'node:child_process'
import { copyFile, glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '../..')
const CLIENT = join(ROOT, 'clients/typescript')

const run = promisify(execFile)

/** What of the workspace's own package.json is published: nothing that only its development needs. */
const PUBLISHED = ['name', 'version', 'description', 'keywords', 'license', 'type', 'sideEffects', 'engines'] as const

/** Types first, because the first condition that fits is taken. */
const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` })

const manifestOf = (own: Record<string, unknown>) => ({
  ...Object.fromEntries(PUBLISHED.map((name) => [name, own[name]])),
  exports: { '.': entry('index'), './sandbox': entry('sandbox'), './package.json': './package.json' },
})

/** The compiler leaves the extensions of sources in declarations, which not every tool can follow. */
const followable = (declarations: string): string =>
  declarations.replace(/((?:from |import\()['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js')

/** Builds the client's package as it is published into a folder, which is made anew. Takes seconds. */
export const buildClient = async (into: string): Promise<void> => {
  await rm(into, { recursive: true, force: true })
  const compiler = join(CLIENT, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [compiler, '--project', join(CLIENT, 'tsconfig.build.json'), '--outDir', into])
  for await (const file of glob('**/*.d.ts', { cwd: into })) {
    const at = join(into, file)
    await writeFile(at, followable(await readFile(at, 'utf8')))
  }
  // Nothing but types: no program asks for these.
  for await (const file of glob('generated/{api,sandbox}.js*', { cwd: into })) await rm(join(into, file))
  const manifest = manifestOf(JSON.parse(await readFile(join(CLIENT, 'package.json'), 'utf8')))
  await writeFile(join(into, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await copyFile(join(CLIENT, 'README.md'), join(into, 'README.md'))
  await copyFile(join(ROOT, 'LICENSE'), join(into, 'LICENSE'))
}

/** Packs what was built as npm would publish it; answers the path of the tarball. */
export const packClient = async (built: string, into: string): Promise<string> => {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', into], { cwd: built })
  const [packed] = JSON.parse(stdout) as { filename: string }[]
  if (!packed) throw new Error('npm packed nothing')
  return join(into, packed.filename)
}
