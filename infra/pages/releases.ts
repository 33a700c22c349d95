import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** The files of each release of the pages, the newest first. */
export type Releases = readonly (readonly string[])[]

/** Its name among the files that are served. */
export const RELEASES = 'releases.json'

/** Releases whose files are served on: a page that was open during a release asks for parts of its own. */
const KEPT = 5

const ASSET = /^[\w-]+(?:\.[\w-]+)*\.(?:js|css|svg|png|woff2)$/

/** What a service answers under its assets, or what was kept of it. Names are taken only where they can be names of assets. */
export const releasesIn = (json: unknown): Releases => z.parse(z.array(z.array(z.string().check(z.regex(ASSET)))), json)

/** The releases with the present one at their head; building the same once more makes no other. */
export const released = (present: readonly string[], earlier: Releases): Releases => {
  const now = [...present].sort()
  const others = earlier.filter((one) => JSON.stringify(one) !== JSON.stringify(now))
  return [now, ...others].slice(0, KEPT)
}

/** What was fetched of earlier releases, if anything was: their list, and the bytes of each file that is there. */
export const keptReleases = (folder: string): { releases: Releases; files: ReadonlyMap<string, Uint8Array> } => {
  if (!existsSync(join(folder, RELEASES))) return { releases: [], files: new Map() }
  const releases = releasesIn(JSON.parse(readFileSync(join(folder, RELEASES), 'utf8')))
  const there = new Set(readdirSync(folder))
  const names = [...new Set(releases.flat())].filter((name) => there.has(name))
  return { releases, files: new Map(names.map((name) => [name, readFileSync(join(folder, name))])) }
}
