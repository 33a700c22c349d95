import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { showProposal } from '../operators/proposals/proposal-view.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { listRuns, readRun } from './reconciliation/read-runs.ts'
import { rerun } from './reconciliation/rerun.ts'
import { askForSettlingRoute, getRunRoute, listRunsRoute, rerunRoute } from './reconciliations.route.ts'
import { askForSettling } from './settling/ask-for-settling.ts'

const deps = { table: tableNamed('TABLE'), queue, clock, ids, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(deps, operators))

export const handler = serve(
  on(listRunsRoute, async ({ params: { channel = '' }, query }) => answered(200, await listRuns(deps, channel, query))),
  on(getRunRoute, async ({ params: { channel = '', day = '' } }) => answered(200, await readRun(deps, channel, day))),
  on(rerunRoute, async ({ body, params: { channel = '', day = '' } }, by) =>
    answered(202, await rerun(deps, by, { channel, day, ...body })),
  ),
  on(askForSettlingRoute, async ({ body, params: { channel = '', day = '' } }, by) =>
    answered(202, await askForSettling(deps, by, { channel, day, ...body }), (asked) =>
      showProposal(asked, clock.now()),
    ),
  ),
)
