import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { findStepUpPerson } from '../verification/reading/find-step-up-person.ts'
import { applicationSettings } from './applications/settings.ts'
import { showApp } from './apps/app-view.ts'
import { askHandover } from './handing/ask-handover.ts'
import { endHandover } from './handing/end-handover.ts'
import { findHandover } from './handing/find-handover.ts'
import { takeApp } from './handing/take-app.ts'
import { askHandoverRoute, endHandoverRoute, lookAtHandoverRoute, takeAppRoute } from './handover.route.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(accountSettings, applicationSettings, messagingSettings, certificationSettings)
const told = notices(ids, settings.keeping)
const table = announcingTable('TABLE')
const personOf = (accountId: string) => findStepUpPerson({ table, vault }, accountId)
const deps = {
  table,
  clock,
  ids,
  vault,
  keyRing,
  personOf,
  told,
  settings,
  publicUrl: env('PUBLIC_URL'),
}

const on = answering(bySession(deps))

export const handler = serve(
  on(askHandoverRoute, async ({ params: { id = '' }, body }, { accountId, session }) =>
    answered(201, await askHandover(deps, { claimedId: accountId, session }, { id, ...body }), (asked) => ({
      ...asked,
      until: rfc3339(asked.until),
    })),
  ),
  on(endHandoverRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(204, await endHandover(deps, { accountId, id })),
  ),
  on(lookAtHandoverRoute, async ({ body }, { accountId }) =>
    answered(200, await findHandover(deps, accountId, body.code), ({ app, handover }) => ({
      app: {
        ...{ id: app.id, kind: app.kind, name: app.name },
        ...{ description: app.description ?? null, certifiedName: app.certifiedName ?? null },
      },
      until: rfc3339(handover.until),
    })),
  ),
  on(takeAppRoute, async ({ body }, { accountId, session }) =>
    answered(200, await takeApp(deps, { claimedId: accountId, session }, body), (app) =>
      showApp(app, settings, clock.now()),
    ),
  ),
)
