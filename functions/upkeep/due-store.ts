import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { DueEntry } from '../../shared/table/table.ts'
import { equals, type Update, update } from '../../shared/table/write.ts'

/** The work is pushed on before it is sent again, a minute further with every fruitless wake-up, and only if nobody else did. */
export const pushedOn = ({ key, dueAt }: DueEntry, now: Millis): Update =>
  update(
    key,
    {
      sum: {
        dueAt: { of: 'wakePause', or: 0, plus: now + MINUTE },
        wakePause: { of: 'wakePause', or: 0, plus: MINUTE },
      },
    },
    equals('dueAt', dueAt),
  )
