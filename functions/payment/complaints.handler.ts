import { setTimeout as sleep } from 'node:timers/promises'
import { answered } from '../../shared/http/answer.ts'
import { on, serve } from '../../shared/http/endpoint.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { vendorSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { asOperator } from '../account/keys/operator-key.ts'
import { operatorKeysIn } from '../account/keys/platform-secret.ts'
import { settingsOf } from '../settings.ts'
import type { Complaint } from './complaints/complaint.ts'
import { complaintDesks } from './complaints/complaint-desks.ts'
import { showComplaint } from './complaints/complaint-view.ts'
import { listComplaints, namedIn, readComplaint } from './complaints/read-complaints.ts'
import {
  completeRoute,
  getComplaintRoute,
  listComplaintsRoute,
  maliciousRoute,
  replyRoute,
} from './complaints.route.ts'

const settings = settingsOf(env('STAGE'), optionalEnv('SETTINGS'))
const desk = complaintDesks({ secret: vendorSecret, env: optionalEnv, limits: settings.vendor, clock, ids })
const PAUSE_MS = 300
const pause = () => sleep(PAUSE_MS)
const deps = { table: tableNamed('TABLE'), clock, ids, settings, desk, alarm: observer.alarm, pause }
const operators = vendorSecret('SECRET_PLATFORM', operatorKeysIn)
/** Loaded when somebody acts: most calls only read. */
const answering = () => import('./complaints/answer-complaint.ts')
const marking = () => import('./complaints/mark-malicious.ts')
const shown = (complaint: Complaint) => showComplaint(complaint, settings.complaints)

export const handler = serve(
  observer,
  on(listComplaintsRoute, ({ bearer, query }) =>
    asOperator(bearer, operators, async () =>
      answered(200, await listComplaints(deps, { ...query, limit: Number(query.limit) })),
    ),
  ),
  on(getComplaintRoute, ({ bearer, params }) =>
    asOperator(bearer, operators, async () => answered(200, await readComplaint(deps, namedIn(params)))),
  ),
  on(replyRoute, ({ bearer, params, body }) =>
    asOperator(bearer, operators, async (by) => {
      const { replyToComplaint } = await answering()
      return answered(200, await replyToComplaint(deps, by, { ...namedIn(params), ...body }), shown)
    }),
  ),
  on(completeRoute, ({ bearer, params, body }) =>
    asOperator(bearer, operators, async (by) => {
      const { completeComplaint } = await answering()
      return answered(200, await completeComplaint(deps, by, { ...namedIn(params), ...body }), shown)
    }),
  ),
  on(maliciousRoute, ({ bearer, params, body }) =>
    asOperator(bearer, operators, async (by) => {
      const { markMalicious } = await marking()
      const marked = await markMalicious(deps, by, { ...namedIn(params), ...body })
      return answered(200, marked, ({ complaint, banned }) => ({ complaint: shown(complaint), banned }))
    }),
  ),
)
