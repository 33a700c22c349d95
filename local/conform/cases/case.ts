import type { InBoth } from '../../../shared/command/told.ts'
import type { Judge } from './judging.ts'

/** One of the twelve. `id` names its section in docs/conformance.md. */
export type Case = {
  id: string
  title: InBoth
  play: (judge: Judge) => Promise<void>
}
