import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUILD } from './executable.ts'
import { madeOnce } from './made-once.ts'
import { unpackedWoff } from './woff.ts'

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/package.json')))

/** Regular for texts, bold for headings: a made-up bold has other widths. */
const WEIGHTS = [400, 700]

/** Only our fonts, whatever the machine has: equal pictures and widths everywhere, and never boxes. */
const CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
</fontconfig>
`

const writeFont = async (folder: string, weight: number): Promise<void> => {
  const woff = join(PACKAGE, 'files', `noto-sans-sc-chinese-simplified-${weight}-normal.woff`)
  await writeFile(join(folder, `noto-sans-sc-${weight}.ttf`), unpackedWoff(await readFile(woff)))
}

/** The file for FONTCONFIG_FILE that gives a browser Chinese glyphs; made the first time. */
export const fontsFile = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  const folder = join(BUILD, `fonts-${version}-${WEIGHTS.join('-')}`)
  await madeOnce(folder, async (fresh) => {
    for (const weight of WEIGHTS) await writeFont(fresh, weight)
    await writeFile(join(fresh, 'fonts.conf'), CONFIGURATION)
  })
  return join(folder, 'fonts.conf')
}
