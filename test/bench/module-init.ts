import { spawnSync } from 'node:child_process'
import type { Built } from './bundles.ts'
import { decimal, type Row, type Section, times, verdict } from './report.ts'
import { interleaved, median, p90, ratios } from './sampling.ts'

const RATIO = 1.25

/** One for each set of clients and each kind of work. */
const representatives = [
  'overview-read',
  'verification-submit',
  'payment-pay',
  'verification-check',
  'messaging-send',
] as const

const LOOPBACK = 'http://127.0.0.1:1'

/** All that a function may look for while it loads; nothing is called. */
const environment: Record<string, string> = {
  STAGE: 'sandbox',
  PUBLIC_URL: LOOPBACK,
  TABLE: 'main',
  AWS_REGION: 'cn-north-1',
  WECHAT_PAY_URL: LOOPBACK,
  ALIPAY_URL: LOOPBACK,
  TENCENT_FACEID_URL: LOOPBACK,
  TENCENT_OCR_URL: LOOPBACK,
  ALIBABA_CLOUDAUTH_URL: LOOPBACK,
  ALIBABA_SMS_URL: LOOPBACK,
  TENCENT_SMS_URL: LOOPBACK,
  TENCENT_SES_URL: LOOPBACK,
}

/** Wall time and CPU time of loading one module into a fresh process, in ms, as text. */
const LOAD = `
const [wall, cpu] = [performance.now(), process.cpuUsage()]
await import(process.argv[1])
const { user, system } = process.cpuUsage(cpu)
process.stdout.write([performance.now() - wall, (user + system) / 1000].join(' '))
process.exit()
`

type Load = { wall: number; cpu: number }

const load = (file: string): Load => {
  const started = spawnSync(process.execPath, ['--input-type=module', '--eval', LOAD, file], {
    env: environment,
    encoding: 'utf8',
  })
  const [wall, cpu] = started.stdout.split(' ').map(Number)
  if (started.status !== 0 || !wall || !cpu) throw new Error(`${file} does not load:\n${started.stderr}`)
  return { wall, cpu }
}

const both = (samples: readonly number[]): string => `${decimal(median(samples))} / ${decimal(p90(samples))}`

const rowOf = (name: string, of: (subject: string) => Load[]): Row => {
  const part = (subject: string, which: keyof Load): number[] => of(subject).map((sample) => sample[which])
  const against = (bare: string, which: keyof Load) => ratios(part(name, which), part(bare, which))
  const ordinary = against(`${name} bare`, 'cpu')
  const cells = [
    name,
    both(part(name, 'cpu')),
    both(part(`${name} bare`, 'cpu')),
    `${times(median(ordinary))} / ${times(p90(ordinary))}`,
    times(median(against(`${name} bare, our bundling`, 'cpu'))),
    both(part(name, 'wall')),
    both(part(`${name} bare`, 'wall')),
    times(median(against(`${name} bare`, 'wall'))),
  ]
  return { cells, verdict: verdict({ ratio: median(ordinary) <= RATIO }) }
}

/** How long representative functions take to load, against their bare bundles. */
export const moduleInit = async (built: readonly Built[]): Promise<Section> => {
  const subjects = new Map<string, () => Load>()
  for (const name of representatives) {
    const found = built.find((one) => one.name === name)
    if (!found) throw new Error(`there is no function ${name}`)
    subjects.set(name, () => load(found.file))
    subjects.set(`${name} bare`, () => load(found.bare.ordinary.file))
    subjects.set(`${name} bare, our bundling`, () => load(found.bare.ours.file))
  }
  const of = await interleaved(subjects)
  return {
    title: 'Module init',
    how: [
      'Loading the code of a function into a fresh Node 24 process, in ms, median / p90 of 21 rounds; each round loads a handler,',
      'its bare bundle by ordinary esbuild and its bare bundle by our bundling, always in this order, and ratios are taken within a',
      'round. Budget: at most 1.25 times the bare bundle by ordinary esbuild, in CPU time: on a machine with neighbours wall',
      'time measures the neighbours.',
    ].join('\n'),
    head: ['function', 'CPU', 'CPU, bare', 'ratio', 'ratio, our bundling', 'wall', 'wall, bare', 'ratio'],
    rows: representatives.map((name) => rowOf(name, of)),
    reasons: [
      'Of what a handler adds, zod takes the most: about 5 ms for its code and the schemas of routes, items and settings. The Powertools logger takes 2 ms.',
      'A handler that talks to vendors makes the schemas of their answers too.',
    ],
  }
}
