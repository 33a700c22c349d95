import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { onOff } from '../../shared/command/flags.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { awsCalls } from './aws-calls.ts'
import { builtFunctions } from './bundles.ts'
import { cards } from './cards.ts'
import { moduleInit } from './module-init.ts'
import { ownCpu } from './own-cpu.ts'
import { pageSpeeds } from './pages.ts'
import { type Section, seconds, tally, written } from './report.ts'
import { snapshotIn } from './snapshot.ts'
import { starting } from './start.ts'
import { weights } from './weights.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGE = join(ROOT, 'docs/performance.md')

const machine = (): string => {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg().map((value) => value.toFixed(1))
  return [
    `- Machine: ${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GB, ${process.platform} ${process.arch}`,
    `- Load average when it began (1, 5, 15 minutes): ${load.join(', ')}`,
    `- Node ${process.versions.node}`,
  ].join('\n')
}

const page = (where: string, took: string, sections: readonly Section[]): string => `# Performance

What Shiming costs in bytes, time and calls, against the budgets it is built to. \`npm run bench\` measures all of it,
\`npm run bench -- --write\` writes this page; the exact ones (bytes, calls) are also guarded by tests.

- Date: ${new Date().toISOString().slice(0, 10)}
${where}
- Measuring took ${took} s. ${tally(sections)}

${sections.map(written).join('\n')}`

/** Everything is measured in one run, one thing after the other, so that nothing disturbs but the neighbours. */
const main = async (write: boolean): Promise<void> => {
  const where = machine()
  const started = performance.now()
  const sections: Section[] = []
  const show = (...found: Section[]): void => {
    sections.push(...found)
    for (const section of found) process.stdout.write(`${written(section)}\n`)
  }
  const build = join(ROOT, '.build')
  await mkdir(build, { recursive: true })
  // Inside the repository, because the bare bundles must find the SDK from here.
  const folder = await mkdtemp(join(build, 'bench-'))
  try {
    const copy = await snapshotIn(folder)
    const built = await builtFunctions(folder)
    show(weights(built))
    show(await moduleInit(built))
    show(...(await ownCpu()))
    show(await starting(copy))
    show(await awsCalls(copy))
    show(...(await pageSpeeds(copy)))
    show(await cards(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const took = seconds(performance.now() - started)
  process.stdout.write(`${where}\n- Measuring took ${took} s. ${tally(sections)}\n`)
  if (!write) return
  await mkdir(dirname(PAGE), { recursive: true })
  await writeFile(PAGE, page(where, took, sections))
}

/** The page with one section of it made anew, or put at its end. */
const withSection = (text: string, section: Section): string => {
  const heading = `## ${section.title}\n`
  const from = text.indexOf(heading)
  if (from < 0) return `${text.trimEnd()}\n\n${written(section)}`
  const to = text.indexOf('\n## ', from)
  return `${text.slice(0, from)}${written(section)}${to < 0 ? '' : text.slice(to)}`
}

/** Reading cards alone, which takes some minutes and needs nothing of the rest. */
const cardsAlone = async (write: boolean): Promise<void> => {
  const build = join(ROOT, '.build')
  await mkdir(build, { recursive: true })
  const folder = await mkdtemp(join(build, 'bench-'))
  try {
    const section = await cards(folder)
    process.stdout.write(`${written(section)}\n${machine()}\n`)
    if (write) await writeFile(PAGE, withSection(await readFile(PAGE, 'utf8'), section))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const benchCommand = {
  call: 'npm run bench',
  does: 'Measures what Shiming costs in bytes, time and calls, against the budgets it is built to.',
  flags: { write: onOff('write docs/performance.md'), cards: onOff('photos of identity cards alone') },
}

await runCommand(benchCommand, ({ flags }) => (flags.cards ? cardsAlone(flags.write) : main(flags.write)))
