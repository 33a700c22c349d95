import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { consolePaths } from '../../functions/pages/console-paths.ts'
import { pagePaths } from '../../functions/pages/page-paths.ts'

const WEB = join(import.meta.dirname, '../../web')

/** The folders of web/ that are built each by itself, and the addresses of their pages. */
export const pathsOf = { user: pagePaths, console: consolePaths } as const

/** Whose pages. */
export type Whose = keyof typeof pathsOf

/** A page that is loaded later, as `pages.tsx` of its folder writes it: its address and its source. */
const LATER = /'(\/[^']*)': later\(\s*async \(\) => \(await import\('\.\/([^']+)'\)\)/g
const AT_ONCE = /'(\/[^']*)': \w+,/g

/** What vite says of each chunk: its file, and the chunks it imports. */
const manifestRule = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.optional(z.boolean()), imports: z.optional(z.array(z.string())) }),
)

type Manifest = z.infer<typeof manifestRule>

const sourcesOf = (whose: Whose, pages: string): Map<string, string> => {
  const later = [...pages.matchAll(LATER)].map(([, path = '', source = '']) => [path, source] as const)
  const known = [...later.map(([path]) => path), ...[...pages.matchAll(AT_ONCE)].map(([, path = '']) => path)]
  const missing = pathsOf[whose].filter((path) => !known.includes(path))
  if (missing.length > 0) throw new Error(`web/${whose}/pages.tsx writes these in a way not known here: ${missing}`)
  return new Map(later)
}

const filesFrom = (manifest: Manifest, source: string, found = new Set<string>()): Set<string> => {
  const chunk = manifest[source]
  if (!chunk) throw new Error(`vite built no chunk of ${source}`)
  if (chunk.isEntry || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const one of chunk.imports ?? []) filesFrom(manifest, one, found)
  return found
}

/**
 * The files that a page needs besides those of every page, by its address: whoever serves it names them with it, so that they are not
 * asked for only once the first script has run. `manifest`: vite's, as JSON. Throws where it does not fit `pages.tsx`.
 */
export const loadedAhead = (
  whose: Whose,
  manifest: string,
  pages = readFileSync(join(WEB, whose, 'pages.tsx'), 'utf8'),
): Partial<Record<string, string[]>> => {
  const chunks = z.parse(manifestRule, JSON.parse(manifest))
  return Object.fromEntries(
    [...sourcesOf(whose, pages)].map(([path, source]) => [path, [...filesFrom(chunks, source)]]),
  )
}
