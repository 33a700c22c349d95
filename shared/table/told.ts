import type { Letter } from '../kernel/letter.ts'
import type { Millis } from '../kernel/time.ts'
import type { Write } from './write.ts'

/** What an account is told by a message of ours, as a write that belongs in the commit of what it tells. */
export type Told = (accountId: string, letter: Letter, now: Millis) => Write
