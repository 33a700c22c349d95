import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Assets } from '../bundle.ts'
import { cachedFolder } from '../cached-folder.ts'
import { answerable } from '../file-forms.ts'
import { loadedAhead } from './load-ahead.ts'
import { PHONE } from './phone-assets.ts'
import { keptReleases, RELEASES, released } from './releases.ts'
import { pagesSources } from './sources.ts'

const ROOT = join(import.meta.dirname, '../..')

const KEPT_ASSETS = join(ROOT, '.kept-assets')

/** For the function alone: nobody is answered it. It is written last. */
const AHEAD = 'ahead.json'

const PRODUCTION = 'data-stage="production"'
const SANDBOX = 'data-stage="sandbox"'

/** The pages' own script; what stands before it has run by then. */
const MAIN = '<script type="module"'

/** The page as the sandbox stage has it: it says so, and a phone comes before its script. */
const withPhone = (html: string): string =>
  html
    .replace(PRODUCTION, SANDBOX)
    .replace(MAIN, `<script type="module" src="${PHONE}" data-beside></script>\n    ${MAIN}`)

const run = promisify(execFile)

/** By itself: NODE_ENV decides which React it takes, and whoever asks here may be a test. */
const buildInto = async (folder: string): Promise<void> => {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const options = ['--config', 'web/vite.config.ts', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir']
  await run(process.execPath, [vite, 'build', ...options], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** What a build wrote, by the names under which it is served: assets flat, and the page as each stage has it. */
const builtFiles = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  for (const mark of [PRODUCTION, MAIN])
    if (!html.includes(mark)) throw new Error(`web/user/index.html has to say ${mark}`)
  const assets = await readdir(join(folder, 'assets'))
  const read = async (name: string): Promise<[string, Uint8Array]> => [
    name,
    await readFile(join(folder, 'assets', name)),
  ]
  return new Map([
    ...(await Promise.all(assets.map(read))),
    ['index.html', Buffer.from(html)],
    ['index.sandbox.html', Buffer.from(withPhone(html))],
  ])
}

const isAsset = (name: string): boolean => !name.endsWith('.html')

const make = async (folder: string): Promise<void> => {
  const scratch = `${folder}.vite`
  try {
    await buildInto(scratch)
    const built = await builtFiles(scratch)
    const kept = keptReleases(KEPT_ASSETS)
    const releases = released([...built.keys()].filter(isAsset), kept.releases)
    const served = new Map([
      ...[...kept.files].filter(([name]) => releases.flat().includes(name)),
      ...built,
      [RELEASES, Buffer.from(JSON.stringify(releases))],
    ] as [string, Uint8Array][])
    const ahead = loadedAhead(await readFile(join(scratch, 'manifest.json'), 'utf8'))
    await mkdir(folder, { recursive: true })
    await Promise.all([...(await answerable(served))].map(([name, bytes]) => writeFile(join(folder, name), bytes)))
    await writeFile(join(folder, AHEAD), JSON.stringify(ahead))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The folder of what `pages-serve` answers, built anew only where its sources have changed; see `Assets`. */
export const builtPages = (): Promise<string> =>
  cachedFolder({
    root: ROOT,
    sources: [...pagesSources, 'functions', 'shared/kernel', 'infra/pages', 'infra/file-forms.ts', 'package-lock.json'],
    build: join(ROOT, '.build'),
    kind: 'pages',
    whole: AHEAD,
    make,
  })

/**
 * What `pages-serve` answers: the pages and what they load, with files of earlier releases where they were fetched
 * (`npm run web:keep`). Names and content of each are in `hashes.json`.
 */
export const pagesAssets = async (): Promise<Assets> => {
  const folder = await builtPages()
  const names = await readdir(folder)
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}
