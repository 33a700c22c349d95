import { existsSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { type Asked, Misused } from '../../shared/command/command-line.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { pathOf } from '../docs/repository.ts'
import { argued } from './argued.ts'
import { pureFiles } from './pure-files.ts'
import { capabilityOf, type Figures, type Report, reportOn, sumOf } from './report.ts'
import { tryMutations } from './try-mutations.ts'

const mutationCommand = {
  call: 'npm run mutation',
  does: [
    'Changes the rules in the pure files of every capability (docs/architecture.md), one thing at a time, and lists the changes that',
    'their unit tests do not notice. What a run has found out is kept in .build/mutation; the next one tries what has changed.',
  ].join('\n'),
  flags: {},
  others: '[path …]',
  more: 'A path is a folder, whose pure files are tried, or any source; without one, all pure files are.',
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The sources that are meant by a path; a file by itself need not be pure. */
const filesAt = (given: string, pure: readonly string[]): string[] => {
  const path = relative(pathOf('.'), resolve(given)).split(sep).join('/')
  if (!existsSync(pathOf(path))) throw new Misused(`there is no ${path}`)
  const found = statSync(pathOf(path)).isFile() ? [path] : pure.filter((file) => file.startsWith(`${path}/`))
  if (found.length === 0) throw new Misused(`${path} has no pure files`)
  return found
}

const shown = ({ mutations, noticed, argued, left }: Figures): string =>
  `${mutations} mutations: ${noticed} noticed, ${argued} argued, ${left} left`

const tell = ({ file, figures, left, stale }: Report): void => {
  say(`${left.length + stale.length > 0 ? '✗' : '✓'} ${file}: ${shown(figures)}`)
  for (const { line, was, becomes } of left) say(`  ${file}:${line}\n  - ${was}\n  + ${becomes}`)
  for (const { was, becomes } of stale) say(`  argued for no reason:\n  - ${was}\n  + ${becomes}`)
}

const run = async ({ others }: Asked<typeof mutationCommand.flags>): Promise<number> => {
  const pure = pureFiles()
  const files = others.length > 0 ? [...new Set(others.flatMap((one) => filesAt(one, pure)))] : pure
  const reports: Report[] = []
  for (const file of files) {
    const report = reportOn(file, await tryMutations(file), argued)
    if (report.figures.mutations + report.stale.length > 0) tell(report)
    reports.push(report)
  }
  const lost = argued.filter(({ file }) => !pure.includes(file))
  for (const { file } of lost) say(`✗ argued of ${file}, which is no pure file`)
  say('')
  for (const [capability, some] of Map.groupBy(reports, ({ file }) => capabilityOf(file)))
    say(`${capability}: ${shown(sumOf(some))}`)
  say(`together: ${shown(sumOf(reports))}`)
  const isDone = lost.length === 0 && reports.every(({ left, stale }) => left.length + stale.length === 0)
  return isDone ? 0 : 1
}

await runCommand(mutationCommand, run)
