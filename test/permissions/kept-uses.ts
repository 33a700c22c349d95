import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { UseLine } from '../../local/permissions/uses.ts'
import { readUses } from './use-lines.ts'

const KEPT = join(import.meta.dirname, '../../.build/permissions')

/** Set while all tests of a project run: only then does what was not used say anything. */
export const WHOLE_RUN = 'SHIMING_WHOLE_RUN'

/** Of which code, and of which project of vitest. */
type Of = { assembly: string; project: string }

const fileOf = ({ assembly, project }: Of): string => join(KEPT, basename(assembly), `${project}.jsonl`)

/** After a run: fails it for whatever was refused, and keeps what was used if all of its tests ran. */
export const keepUses = async (text: string, of: Of): Promise<void> => {
  const refused = readUses(text).flatMap((line) => ('refused' in line ? [`${line.fn}: ${line.refused}`] : []))
  if (refused.length > 0) {
    process.stderr.write(
      `Functions were refused calls that their roles do not allow:\n${[...new Set(refused)].join('\n')}\n`,
    )
    process.exitCode = 1
  }
  if (process.env[WHOLE_RUN] !== '1') return
  await mkdir(join(KEPT, basename(of.assembly)), { recursive: true })
  await writeFile(fileOf(of), [...new Set(text.split('\n'))].join('\n'))
}

/** What the last whole run of a project used, with this very code; undefined if there was none. */
export const keptUses = async (of: Of): Promise<UseLine[] | undefined> =>
  existsSync(fileOf(of)) ? readUses(await readFile(fileOf(of), 'utf8')) : undefined
