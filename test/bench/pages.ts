import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { assemblyIn } from './assembly-in.ts'
import { decimal, kilobytes, type Section, seconds, verdict } from './report.ts'

const PROGRAM = join(import.meta.dirname, '../browser/speed/main.ts')

const FIRST_PAINT_BUDGET_MS = 1800
const USABLE_BUDGET_MS = 3000
const SCRIPT_BUDGET_BYTES = 120_000
const STYLE_BUDGET_BYTES = 15_000

type Found = {
  title: string
  firstPaintMs: number
  usableMs: number
  bytes: Record<string, number>
  requests: number
}

const rowOf = ({ title, firstPaintMs, usableMs, bytes, requests }: Found) => {
  const { Script = 0, Stylesheet = 0 } = bytes
  const all = Object.values(bytes).reduce((sum, one) => sum + one, 0)
  return {
    cells: [
      title,
      seconds(firstPaintMs),
      seconds(usableMs),
      ...[Script, Stylesheet].map((one) => decimal(one / 1000)),
      kilobytes(all),
      String(requests),
    ],
    verdict: verdict({
      'first paint': firstPaintMs <= FIRST_PAINT_BUDGET_MS,
      usable: usableMs <= USABLE_BUDGET_MS,
      script: Script <= SCRIPT_BUDGET_BYTES,
      style: Stylesheet <= STYLE_BUDGET_BYTES,
    }),
  }
}

/** How long a first visit to each page takes on a slow phone; nothing where there is no browser. */
export const pageSpeeds = async (copy: string): Promise<Section[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, await assemblyIn(copy)])
  // Whoever prints it is ours, and says what else there is on other lines.
  const found: Found[] = JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1))
  if (found.length === 0) return []
  return [
    {
      title: 'Pages on a slow phone',
      how: [
        "First visits with an empty cache, in seconds and KB of 1000 bytes as transferred: DevTools' Slow 4G (562.5 ms, 1.44 Mbit/s)",
        'and a processor slowed down four times, medians of 5 visits, in the packaged Chromium on the local engine. Usable: what',
        'somebody would touch first is there and enabled. Budgets: first paint 1.8 s, usable 3 s, 120 KB of script, 15 KB of style.',
      ].join('\n'),
      head: ['page', 'first paint', 'usable', 'script', 'style', 'all', 'requests'],
      rows: found.map(rowOf),
    },
  ]
}
