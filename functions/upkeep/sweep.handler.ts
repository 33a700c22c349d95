import { scheduled } from '../../shared/queue/scheduled.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { runOpener } from '../bookkeeping/reconciliation/open-runs.ts'
import { bookkeepingSettings } from '../bookkeeping/settings.ts'
import { pointerTo } from '../keys.ts'
import { minuteParts } from './run-minute.ts'

const table = tableNamed('TABLE')
const { channels } = deployed(bookkeepingSettings).reconciliation
const openRuns = runOpener({ table, queue, clock, channels })

export const handler = scheduled(observer, minuteParts({ table, queue, clock, pointerTo, openRuns }))
