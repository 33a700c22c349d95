import { setTimeout as sleep } from 'node:timers/promises'
import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { goods } from '../goods.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { hasRight } from '../operators/rights.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { complaintDesks } from '../vendors/complaint-desks.ts'
import { vendorSettings } from '../vendors/settings.ts'
import type { Complaint } from './complaint.ts'
import { showComplaint } from './complaint-view.ts'
import { completeRoute, getComplaintRoute, listComplaintsRoute, maliciousRoute, replyRoute } from './operator.route.ts'
import { listComplaints, namedIn, readComplaint } from './read-complaints.ts'
import { complaintSettings } from './settings.ts'

const { alarm } = observer
const settings = deployed(complaintSettings, vendorSettings)
const desk = complaintDesks({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, ids, alarm })
const PAUSE_MS = 300
const pause = () => sleep(PAUSE_MS)
const deps = { table: announcingTable('TABLE'), clock, ids, settings, desk, goods, alarm, pause }
const operatorDeps = { ...deps, clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)
/** Loaded when somebody acts: most calls only read. */
const answers = () => import('./answering/answer-complaint.ts')
const marking = () => import('./malice/mark-malicious.ts')
const shown = (complaint: Complaint) => showComplaint(complaint, settings.complaints)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(listComplaintsRoute, async ({ query }) => answered(200, await listComplaints(deps, query))),
  on(getComplaintRoute, async ({ params, headers }, { role }) => {
    const reader = { language: languageWanted(headers['accept-language']), seesPeople: hasRight(role, 'see_people') }
    return answered(200, await readComplaint(deps, namedIn(params), reader))
  }),
  on(replyRoute, async ({ params, body }, by) => {
    const { replyToComplaint } = await answers()
    return answered(200, await replyToComplaint(deps, by, { ...namedIn(params), ...body }), shown)
  }),
  on(completeRoute, async ({ params, body }, by) => {
    const { completeComplaint } = await answers()
    return answered(200, await completeComplaint(deps, by, { ...namedIn(params), ...body }), shown)
  }),
  on(maliciousRoute, async ({ params, body }, by) => {
    const { markMalicious } = await marking()
    const marked = await markMalicious(deps, by, { ...namedIn(params), ...body })
    return answered(200, marked, ({ complaint, banned }) => ({ complaint: shown(complaint), banned }))
  }),
)
