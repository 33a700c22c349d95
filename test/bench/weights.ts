import { MOST_OWN_BYTES, MOST_STATIC_BYTES } from '../infra/code-budget.ts'
import { NONE } from './bare.ts'
import type { Built } from './bundles.ts'
import { kilobytes, type Row, type Section, times, verdict } from './report.ts'

const RATIO = 1.25

const rowOf = ({ name, isApi, staticBytes, ownBytes, clients, bare }: Built): Row => {
  const isBare = clients === NONE
  const ratio = staticBytes / bare.ordinary.staticBytes
  const judged = isApi && {
    verdict: verdict({
      ratio: isBare || ratio <= RATIO,
      bytes: staticBytes <= MOST_STATIC_BYTES,
      'own code': ownBytes <= MOST_OWN_BYTES,
    }),
  }
  const cells = [
    name,
    clients,
    kilobytes(staticBytes),
    kilobytes(ownBytes),
    kilobytes(bare.ordinary.staticBytes),
    isBare ? '' : times(ratio),
    kilobytes(bare.ours.staticBytes),
    isBare ? '' : times(staticBytes / bare.ours.staticBytes),
  ]
  return { cells, ...judged }
}

/** What Lambda reads of each function before its first event. */
export const weights = (built: readonly Built[]): Section => ({
  title: 'Static bytes',
  how: [
    'JavaScript that is loaded before the first event, in KB of 1000 bytes, of every function of production; beside it a',
    'bundle of nothing but the same SDK clients with one command each. Budget of an API handler: at most 1.25 times the bare',
    `bundle as ordinary esbuild makes it (ES modules, minified, split at dynamic imports), at most ${kilobytes(MOST_STATIC_BYTES)} KB, at most ${kilobytes(MOST_OWN_BYTES)} KB of`,
    'own code. The last two columns compare with the bare bundle as `infra/bundle.ts` makes it, so they show what our code and the',
    'other packages add. They are not what is judged: our way of bundling takes 33 KB off the bare bundle too, and should not',
    'count against itself.',
  ].join('\n'),
  head: ['function', 'SDK clients', 'static', 'own', 'bare', 'ratio', 'bare, our bundling', 'ratio'],
  rows: built.map(rowOf),
  reasons: [
    'Every handler carries the Powertools logger (20 KB) and what it uses of zod (20 to 30 KB).',
    'Handlers that talk to a payment channel carry its adapter besides: signatures, sealed notifications, the schemas of its answers.',
  ],
})
