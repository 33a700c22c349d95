import { join } from 'node:path'
import { build } from 'esbuild'
import type { Assets } from '../bundle.ts'
import { answerable } from '../file-forms.ts'

const FOLDER = join(import.meta.dirname, '../../web/sandbox')

/** What the page of the sandbox stage loads first of all. */
export const PHONE = '/sandbox/phone/phone.js'

/** Each becomes one file of that name, complete in itself. */
const ENTRIES = ['phone.ts', 'phone-app.tsx', 'phone.css', 'cashier.css']

/** The best would take as long as building it. */
const QUALITY = 9

/** What `pages-phone` answers: the phone beside the pages of the sandbox, and the looks of the stand-ins' own pages. */
export const phoneAssets = async (): Promise<Assets> => {
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((name) => join(FOLDER, name)),
    outdir: FOLDER,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    // As the pages have it (web/vite.config.ts).
    target: ['chrome107', 'safari15', 'ios15'],
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const files = new Map(outputFiles.map(({ path, contents }) => [path.slice(FOLDER.length + 1), contents]))
  return answerable(files, QUALITY)
}
