import type { Context } from 'aws-lambda'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { runOpener } from '../bookkeeping/reconciliation/open-runs.ts'
import { bookkeepingSettings } from '../bookkeeping/settings.ts'
import { pointerTo } from '../keys.ts'
import { sweep } from './sweep.ts'

const table = tableNamed('TABLE')
const { channels } = deployed(bookkeepingSettings).reconciliation
const openRuns = runOpener({ table, queue, clock, channels })

export const handler = async (_event: unknown, context: Context): Promise<{ sent: number }> => {
  const started = clock.now()
  await openRuns()
  const sent = await sweep({ table, queue, clock, pointerTo, remainingMs: () => context.getRemainingTimeInMillis() })
  observer.job({ kind: 'sweep', id: context.awsRequestId, ms: clock.now() - started, outcome: `sent_${sent}` })
  return { sent }
}
