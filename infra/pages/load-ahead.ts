import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type PagePath, pagePaths } from '../../functions/pages/page-paths.ts'

const PAGES = join(import.meta.dirname, '../../web/user/pages.tsx')

/** A page that is loaded later, as web/user/pages.tsx writes it: its address and its source. */
const LATER = /'(\/[^']*)': later\(async \(\) => \(await import\('\.\/([^']+)'\)\)/g
const AT_ONCE = /'(\/[^']*)': \w+,/g

/** What vite says of each chunk: its file, and the chunks it imports. */
const manifestRule = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.optional(z.boolean()), imports: z.optional(z.array(z.string())) }),
)

type Manifest = z.infer<typeof manifestRule>

const sourcesOf = (pages: string): Map<string, string> => {
  const later = [...pages.matchAll(LATER)].map(([, path = '', source = '']) => [path, source] as const)
  const known = [...later.map(([path]) => path), ...[...pages.matchAll(AT_ONCE)].map(([, path = '']) => path)]
  const missing = pagePaths.filter((path) => !known.includes(path))
  if (missing.length > 0) throw new Error(`web/user/pages.tsx writes these in a way not known here: ${missing}`)
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
 * asked for only once the first script has run. `manifest`: vite's, as JSON. Throws where it does not fit web/user/pages.tsx.
 */
export const loadedAhead = (
  manifest: string,
  pages = readFileSync(PAGES, 'utf8'),
): Partial<Record<PagePath, string[]>> => {
  const chunks = z.parse(manifestRule, JSON.parse(manifest))
  return Object.fromEntries([...sourcesOf(pages)].map(([path, source]) => [path, [...filesFrom(chunks, source)]]))
}
