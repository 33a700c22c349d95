import type { Millis } from '../../shared/kernel/time.ts'
import type { Told } from '../../shared/table/told.ts'
import type { LevelTelling } from './announced-store.ts'
import { levelLetter } from './level-letters.ts'

/** The user is told by a letter of its own, where the level changes. */
export const levelLetters =
  ({ told, publicUrl }: { told: Told; publicUrl: string }, accountId: string, now: Millis): LevelTelling['letter'] =>
  (change) =>
    change ? [told(accountId, levelLetter(change, publicUrl), now)] : []
