import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Assets } from '../bundle.ts'
import { cachedFolder } from '../cached-folder.ts'
import { answerable } from '../file-forms.ts'
import { loadedAhead, pathsOf, type Whose } from './load-ahead.ts'
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
const buildInto = async (whose: Whose, folder: string): Promise<void> => {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const options = ['--config', 'web/vite.config.ts', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir']
  await run(process.execPath, [vite, 'build', ...options], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', PAGES: whose },
  })
}

/** A page by the names under which it is served, as each stage has it. The phone is for users. */
const pageFiles = (whose: Whose, html: string): [string, Uint8Array][] => {
  for (const mark of [PRODUCTION, MAIN])
    if (!html.includes(mark)) throw new Error(`web/${whose}/index.html has to say ${mark}`)
  const [name, inSandbox] =
    whose === 'user' ? ['index', withPhone(html)] : ['console', html.replace(PRODUCTION, SANDBOX)]
  return [
    [`${name}.html`, Buffer.from(html)],
    [`${name}.sandbox.html`, Buffer.from(inSandbox)],
  ]
}

/** What a build wrote, by the names under which it is served: assets flat, and the page. */
const builtFiles = async (whose: Whose, folder: string): Promise<[string, Uint8Array][]> => {
  const assets = await readdir(join(folder, 'assets'))
  const read = async (name: string): Promise<[string, Uint8Array]> => [
    name,
    await readFile(join(folder, 'assets', name)),
  ]
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  return [...(await Promise.all(assets.map(read))), ...pageFiles(whose, html)]
}

/** Builds the pages of users and of operators each by itself, so that neither has a part that only the other needs. */
const buildAll = async (scratch: string): Promise<{ built: Map<string, Uint8Array>; ahead: object }> => {
  const all = await Promise.all(
    (Object.keys(pathsOf) as Whose[]).map(async (whose) => {
      const folder = join(scratch, whose)
      await buildInto(whose, folder)
      const ahead = loadedAhead(whose, await readFile(join(folder, 'manifest.json'), 'utf8'))
      return { files: await builtFiles(whose, folder), ahead }
    }),
  )
  return {
    built: new Map(all.flatMap(({ files }) => files)),
    ahead: Object.assign({}, ...all.map(({ ahead }) => ahead)),
  }
}

const isAsset = (name: string): boolean => !name.endsWith('.html')

const make = async (folder: string): Promise<void> => {
  const scratch = `${folder}.vite`
  try {
    const { built, ahead } = await buildAll(scratch)
    const kept = keptReleases(KEPT_ASSETS)
    const releases = released([...built.keys()].filter(isAsset), kept.releases)
    const served = new Map([
      ...[...kept.files].filter(([name]) => releases.flat().includes(name)),
      ...built,
      [RELEASES, Buffer.from(JSON.stringify(releases))],
    ] as [string, Uint8Array][])
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
